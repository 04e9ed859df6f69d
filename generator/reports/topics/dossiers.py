"""Dossiers: how many were ended in time, beside the quarter before and units alike."""

from collections.abc import Iterator

from generator.model.apologies import ApologyLine
from generator.model.figures import Figure
from generator.model.text import judged_percent, vn_number
from generator.pages.apologies import letters_words, new_days_words
from generator.pages.peers import group_rows, peers_of
from generator.pages.quarter_matters import movers_between
from generator.pages.unit_kinds import by_kind
from generator.reports.document import Appendix, Block, GridColumn, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.topics.topic import Numbers, Topic, see
from generator.reports.words import compared, compared_count, counted

NAME = "timing"
COLUMNS = (
    GridColumn("Đơn vị", 30),
    GridColumn("Tiếp nhận", 11, "right"),
    GridColumn("Giải quyết xong", 12, "right"),
    GridColumn("Được xét", 11, "right"),
    GridColumn("Đúng hạn", 12, "right"),
    GridColumn("Quá hạn", 11, "right"),
    GridColumn("Chưa gửi phiếu xin lỗi", 13, "right"),
)
NOTE = (
    "Được xét: hồ sơ có hạn đã giải quyết xong hoặc đã quá hạn. Quá hạn gồm hồ sơ xong muộn và hồ"
    " sơ chưa xong mà đã quá hạn vào ngày cuối quý. Phiếu xin lỗi là của hồ sơ đến hạn trong quý mà"
    " chưa giải quyết xong. Thủ tục liên quan đến đời tư và nhóm ít hồ sơ chỉ có trong dòng cộng."
    " Đơn vị xếp theo tên, không xếp hạng."
)


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    row = about.figure
    if row is None:
        return ()
    return (
        Paragraph(_received(about, row) + see(numbers, NAME) + "."),
        *_on_time(about, row),
        *_alike(about),
    )


def _received(about: QuarterOf, row: Figure) -> str:
    """How many came and were ended."""
    who = "Đơn vị" if about.unit else "Các đơn vị"
    came, ended = vn_number(row.received_count), vn_number(row.ended_count)
    online = vn_number(row.received_online_count)
    before = about.figure_before.received_count if about.figure_before else None
    moved = compared_count(row.received_count, before, about.before)
    return (
        f"{who} tiếp nhận {came} hồ sơ{moved}; trong đó {online} hồ sơ nộp trực tuyến. Số hồ sơ đã"
        f" giải quyết xong trong quý là {ended}"
    )


def _on_time(about: QuarterOf, row: Figure) -> Iterator[Block]:
    if row.on_time_share is not None:
        before = about.figure_before.on_time_share if about.figure_before else None
        moved = compared(row.on_time_share, before, about.before)
        yield Paragraph(
            f"Trong {vn_number(row.judged_count)} hồ sơ có hạn được xét,"
            f" {judged_percent(row.on_time_share)} được giải quyết trước hạn hoặc đúng hạn{moved}."
        )
    if row.overdue_count + row.open_overdue_count:
        yield Paragraph(_late(row))
    if about.letters and about.letters.owed_count:
        told = (f"Trong quý có {letters_words(about.letters)}", new_days_words(about.letters))
        yield Paragraph("".join(f"{words}. " for words in told if words).rstrip())


def _late(row: Figure) -> str:
    """How many are overdue, ended or not."""
    ended, still_open = row.overdue_count, row.open_overdue_count
    parts = ((ended, "đã giải quyết xong nhưng muộn"), (still_open, "chưa giải quyết xong"))
    return f"Có {counted(ended + still_open, 'hồ sơ quá hạn', parts)}."


def _alike(about: QuarterOf) -> Iterator[Block]:
    """Units of a kind and size together, and who among them moved most."""
    ids = [unit.unit_id for unit in about.units]
    for line in group_rows(peers_of(about.edition), ids, about.quarter):
        share = judged_percent(line.figure.on_time_share)
        yield Paragraph(
            f"Tính riêng {line.words}: {share} trong {vn_number(line.figure.judged_count)} hồ sơ"
            " được xét đúng hạn."
        )
    moved = movers_between(about.edition, about.quarter, about.before) if not about.unit else ""
    if moved:
        yield Paragraph(f"{moved}.")


def _table(about: QuarterOf, number: str) -> Appendix | None:
    if about.unit or about.figure is None:
        return None
    rows, strong = [_row("Cộng toàn địa bàn", about.figure, about.letters)], {0}
    figures = about.edition.figures
    for heading, units in by_kind(about.edition.contract, about.units).items():
        lines = [
            _row(unit.name, row, figures.letters(about.quarter, unit.unit_id))
            for unit in units
            if (row := figures.one(unit=unit.unit_id, quarter=about.quarter))
        ]
        if lines:
            strong.add(len(rows))
            rows += [(heading, *[""] * (len(COLUMNS) - 1)), *lines]
    title = f"Hồ sơ thủ tục hành chính của từng đơn vị, {about.words}"
    return Appendix(number, title, COLUMNS, tuple(rows), frozenset(strong), NOTE)


def _row(name: str, row: Figure, letters: ApologyLine | None) -> tuple[str, ...]:
    counts = (row.received_count, row.ended_count, row.judged_count)
    late = row.overdue_count + row.open_overdue_count
    return (
        name,
        *map(vn_number, counts),
        judged_percent(row.on_time_share),
        vn_number(late),
        vn_number(letters.missing_count) if letters else "",
    )


DOSSIERS = Topic(NAME, "Giải quyết thủ tục hành chính", None, _blocks, _table)
