"""What clears whoever was named in a record that was withdrawn: the finding, then the apology."""

from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.records import Correction


@dataclass(frozen=True)
class Clearing:
    """The withdrawal of a record, whom it clears in the way that he chose, and who apologises."""

    correction: Correction
    whom: str
    apologising: tuple[str, ...]


def clearing_of(edition: Edition, record: PublicCommendation | PublicCriticism) -> Clearing | None:
    """Return what clears whoever was named; None for a record that was not withdrawn."""
    item = record.withdrawal
    if item is None:
        return None
    station = (edition.city.radio.station,) if edition.city.radio else ()
    return Clearing(item, _whom(edition, record, item), (edition.city.city.authority, *station))


def _whom(edition: Edition, record: PublicCommendation | PublicCriticism, item: Correction) -> str:
    if record.subject_kind == "unit":
        return record.subject_name or edition.unit(record.unit_id).name
    return item.cleared_name or "Người đã bị nêu tên"
