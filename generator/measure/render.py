"""Figures on the command line: a table in Vietnamese, JSON or CSV."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import cast, get_args

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from generator.model.figures import Dimension, Figure, Figures
from generator.model.obligations import ReportCount
from generator.model.text import collation_key, vn_number, vn_percent, vn_quarter

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
"""What figures can be cut by; `procedure` and `field` not at once."""

HEADINGS = {
    "unit_id": "Đơn vị",
    "group_id": "Nhóm đơn vị",
    "procedure_id": "Thủ tục",
    "field": "Lĩnh vực",
    "quarter": "Kỳ",
    "received_count": "Tiếp nhận",
    "carried_over_count": "Kỳ trước chuyển sang",
    "ended_count": "Đã giải quyết",
    "early_count": "Trước hạn",
    "on_time_count": "Đúng hạn",
    "overdue_count": "Quá hạn",
    "open_within_count": "Đang giải quyết, trong hạn",
    "open_overdue_count": "Đang giải quyết, quá hạn",
    "no_deadline_count": "Không có hạn",
    "on_time_share": "Tỷ lệ đúng hạn",
    "strict_on_time_share": "Cách tính chặt",
    "legal_on_time_share": "So với quy định",
    "shortened_on_time_share": "So với hạn rút ngắn",
    "rejected_share": "Từ chối",
    "withdrawn_share": "Người nộp rút",
    "stopped_share": "Dừng",
    "supplemented_share": "Phải bổ sung",
    "overdue_without_apology_count": "Quá hạn không xin lỗi",
    "median_days": "Trung vị (ngày làm việc)",
    "p90_days": "9/10 hồ sơ (ngày làm việc)",
}
COLUMNS = {
    "unit": "unit_id",
    "group": "group_id",
    "procedure": "procedure_id",
    "field": "field",
    "quarter": "quarter",
}
WIDTH = 260


def render_figures(figures: Figures, by: Sequence[str], fmt: str) -> str:
    """The figures cut by the dimensions `by`, as `json`, `csv` or `table`, with a last newline.

    CSV has the fields of Figure, nulls empty. JSON and the table add the cut of limits, and the
    reports when `by` asks for nothing they are not counted by.
    """
    rows = figures.by(*(cast(Dimension, name) for name in by))
    if fmt == "csv":
        return _csv(rows)
    reports = _reports(figures, by)
    return _json(figures, rows, reports) if fmt == "json" else _text(figures, by, rows, reports)


def _reports(figures: Figures, by: Sequence[str]) -> list[ReportCount]:
    if not {"unit", "quarter"}.issuperset(by):
        return []
    return [
        count
        for count in figures.report_counts
        if (count.unit_id is not None) == ("unit" in by)
        and (count.quarter is not None) == ("quarter" in by)
    ]


def _csv(rows: Sequence[Figure]) -> str:
    text = io.StringIO()
    names = [field.name for field in fields(Figure)]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return text.getvalue()


def _json(figures: Figures, rows: Sequence[Figure], reports: Sequence[ReportCount]) -> str:
    whole = {
        "figures": [asdict(row) for row in rows],
        "cut_total": asdict(figures.cut_total),
        "report_counts": [asdict(count) for count in reports],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _cell(name: str, value: object) -> str:
    if name.endswith("_share"):
        return vn_percent(cast(float | None, value))
    if name == "quarter":
        return vn_quarter(str(value))
    if value is None:
        return "mọi văn bản" if name == "directive" else "–"
    return vn_number(value) if isinstance(value, int) else str(value)


def _table(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, show_edge=False)
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="left" if place < left else "right", no_wrap=place < left)
    for row in rows:
        table.add_row(*row)
    return table


def _dossier_table(by: Sequence[str], rows: Sequence[Figure]) -> Table:
    keys = [COLUMNS[name] for name in DIMENSIONS if name in by]
    names = keys + [name for name in HEADINGS if name not in COLUMNS.values()]
    ordered = sorted(rows, key=lambda row: [collation_key(part or "") for part in row.key])
    cells = [[_cell(name, getattr(row, name)) for name in names] for row in ordered]
    return _table("Hồ sơ thủ tục hành chính", [HEADINGS[name] for name in names], cells, len(keys))


def _report_table(by: Sequence[str], reports: Sequence[ReportCount]) -> Table:
    keys = [COLUMNS[name] for name in DIMENSIONS if name in by]
    headings = [HEADINGS[key] for key in keys]
    if any(count.directive for count in reports):
        keys, headings = [*keys, "directive"], [*headings, "Văn bản"]
    names = [*keys, "expected_count", "on_time_count", "late_count", "missing_count"]
    headings += ["Phải nộp", "Đúng hạn", "Nộp muộn", "Chưa nộp"]
    cells = [[_cell(name, getattr(count, name)) for name in names] for count in reports]
    return _table("Báo cáo của các đơn vị", headings, cells, len(keys))


def _cut_line(figures: Figures) -> str:
    total = figures.cut_total
    if not total.comparable_count:
        return "Rút ngắn thời hạn: chưa so sánh được thủ tục nào."
    return (
        f"Rút ngắn thời hạn đủ mức: {vn_number(total.met_count)} trong"
        f" {vn_number(total.comparable_count)} thủ tục so sánh được"
        f" ({vn_percent(total.met_share)}); {vn_number(total.unconfirmed_count)} thủ tục trong số"
        " đó có thời hạn chưa xác nhận."
    )


def _text(
    figures: Figures, by: Sequence[str], rows: Sequence[Figure], reports: Sequence[ReportCount]
) -> str:
    text = io.StringIO()
    console = Console(file=text, width=WIDTH, color_system=None, force_terminal=False)
    none = "Có hồ sơ nhưng quá ít để nêu." if figures.dossier_count else "Không có hồ sơ."
    console.print(_dossier_table(by, rows) if rows else none)
    console.print(_cut_line(figures))
    if reports:
        console.print(_report_table(by, reports))
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n"
