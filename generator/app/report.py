"""The use case of `congkhai report`: an official report on a quarter, as Word and as PDF."""

from dataclasses import dataclass
from pathlib import Path

from generator.app.pipeline import make_edition
from generator.app.unit_meant import unit_meant
from generator.edition.edition import Edition
from generator.model.records import Unit
from generator.model.text import quarter_end, quarter_of, quarter_start, quarters
from generator.output.progress import doing
from generator.reports.kinds import KINDS, Kind, report
from generator.reports.paper.docx import docx_bytes
from generator.reports.paper.pdf import CannotPrint, pdf_bytes
from generator.reports.quarter import QuarterOf

__all__ = ["KIND_NAMES", "CannotPrint", "Drafted", "NotReported", "draft", "printed"]
KIND_NAMES = tuple(KINDS)


class NotReported(Exception):
    """There is nothing of that quarter or of that unit; `str()` says so in Vietnamese."""


@dataclass(frozen=True)
class Drafted:
    """A report as Word: the file's name without its ending, its bytes, its edition, its gaps."""

    name: str
    docx: bytes
    edition: Edition
    gap_count: int


def draft(data_dir: Path, quarter: str, unit_id: str | None, kind: str) -> Drafted:
    """Write the report of a kind on a quarter `2018-Q3`, of one unit where one is named.

    Raises Refused for data that fail their check, and NotReported.
    """
    edition = make_edition(data_dir)
    about = QuarterOf(edition, _quarter(edition, quarter), _unit(edition, unit_id, quarter))
    doing("Viết báo cáo")
    written = report(about, _kind(kind, unit_id))
    return Drafted(
        written.file_name, docx_bytes(written, edition.as_of), edition, written.gap_count
    )


def printed(drafted: Drafted) -> bytes:
    """The report as PDF. Raises CannotPrint."""
    doing("Tạo tệp PDF")
    return pdf_bytes(drafted.docx, drafted.edition.as_of)


def _kind(name: str, unit_id: str | None) -> Kind:
    if unit_id and name != KIND_NAMES[0]:
        raise NotReported(
            "Báo cáo của một đơn vị (--unit) chỉ có một loại: hãy bỏ tùy chọn --kind."
        )
    return KINDS[name]


def _quarter(edition: Edition, quarter: str) -> str:
    """The quarter, where something was ordered or promised by its end and it has begun."""
    first, last = quarter_of(edition.city.begins_on), quarter_of(edition.as_of)
    known = {*edition.figures.quarters, *quarters(first, last)}
    if quarter not in known:
        raise NotReported(
            f"Không có quý nào là “{quarter}” để báo cáo. Hãy ghi một quý từ {min(known)} đến"
            f" {max(known)}, ví dụ --quarter {last}."
        )
    return quarter


def _unit(edition: Edition, typed: str | None, quarter: str) -> Unit | None:
    """The unit, where it stood in the quarter."""
    if (unit_id := unit_meant(edition, typed)) is None:
        return None
    found = next((unit for unit in edition.units if unit.unit_id == unit_id), None)
    if found is None:
        raise NotReported(
            f"Không có đơn vị nào tên là “{unit_id}”. Hãy ghi tên, hoặc mã đơn vị như ở units.csv."
        )
    if not _stood(found, quarter):
        raise NotReported(f"{found.name} không hoạt động trong quý {quarter}.")
    return found


def _stood(unit: Unit, quarter: str) -> bool:
    first, last = quarter_start(quarter), quarter_end(quarter)
    return (unit.valid_from or first) <= last and (unit.valid_to or last) >= first
