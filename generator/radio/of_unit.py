"""One unit's own bulletin: the edition narrowed to what concerns that unit."""

from dataclasses import replace

from generator.contract.bulletin import Bulletin
from generator.contract.edition import Edition
from generator.contract.figures import Figures

_FRAME = ("greeting", "lead_in", "closing")


class UnknownUnit(ValueError):
    """No unit has that id; `str()` says so in Vietnamese."""

    def __init__(self, unit_id: str) -> None:
        super().__init__(
            f"Không có đơn vị “{unit_id}”. Mã đơn vị ghi ở cột unit_id của units.csv, "
            "ví dụ p-dong-tho."
        )


def of_unit(edition: Edition, unit_id: str) -> Edition:
    """The edition with that unit's records, corrections and deadlines alone.

    The city's figures are not the unit's news, and a report that many owe is not told of one.
    Raises UnknownUnit.
    """
    if unit_id not in {unit.unit_id for unit in edition.units}:
        raise UnknownUnit(unit_id)
    commendations = tuple(item for item in edition.commendations if item.unit_id == unit_id)
    criticisms = tuple(item for item in edition.criticisms if item.unit_id == unit_id)
    own = {item.record_id for item in commendations} | {item.record_id for item in criticisms}
    duties = tuple(
        item
        for item in edition.figures.obligations
        if item.unit_id == unit_id and item.dataset != "quarterly_reports"
    )
    return replace(
        edition,
        commendations=commendations,
        criticisms=criticisms,
        corrections=tuple(item for item in edition.corrections if item.record_id in own),
        figures=Figures((), obligations=duties),
    )


def has_news(bulletin: Bulletin) -> bool:
    """True when it tells anything between its greeting and its closing."""
    return any(item.kind not in _FRAME for item in bulletin.items)
