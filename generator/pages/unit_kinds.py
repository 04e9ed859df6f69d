"""Units under the heading of their kind, each heading in the order of a Vietnamese dictionary."""

from collections.abc import Iterable

from generator.model.records import Unit
from generator.pages.lookups import by_name

HEADINGS = {
    "division": "Phòng, ban",
    "ward": "Phường",
    "commune": "Xã",
    "public_service": "Đơn vị sự nghiệp",
    "supervisor": "Tổ chức giám sát",
}
"""The kinds in the order in which pages list them, and what each is called."""


def by_kind(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """The units by heading; a heading without units is left out."""
    chosen = tuple(units)
    kinds = {
        heading: by_name(tuple(unit for unit in chosen if unit.kind == kind))
        for kind, heading in HEADINGS.items()
    }
    return {heading: members for heading, members in kinds.items() if members}
