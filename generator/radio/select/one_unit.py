"""One unit's own bulletin: what of the week's news concerns that unit."""

from generator.edition.bulletin import Bulletin
from generator.edition.edition import Edition
from generator.radio.items.kind import Candidates


class UnknownUnit(ValueError):
    """No unit has that id; `str()` says so in Vietnamese."""

    def __init__(self, unit_id: str) -> None:
        super().__init__(
            f"Không có đơn vị “{unit_id}”. Hãy ghi tên đơn vị, hoặc mã ở cột unit_id của "
            "units.csv, ví dụ p-dong-tho."
        )


def of_unit(found: Candidates, edition: Edition, unit_id: str) -> Candidates:
    """Keep that unit's stories: its records, corrections and deadlines, no figures of the city.

    Raises UnknownUnit.
    """
    if unit_id not in {unit.unit_id for unit in edition.units}:
        raise UnknownUnit(unit_id)
    return Candidates(tuple(story for story in found.stories if story.unit_id == unit_id))


def has_news(bulletin: Bulletin) -> bool:
    """True when it tells anything between its greeting and its closing."""
    return any(item.keys for item in bulletin.items)
