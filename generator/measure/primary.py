"""Primary suppression: which procedures of a quarter are too small for a row of their own."""

from collections import defaultdict
from collections.abc import Mapping, Set
from typing import NamedTuple


class Group(NamedTuple):
    """A published row of one quarter: a procedure, the small ones of a field, of small fields."""

    procedure_id: str | None
    field: str | None


WHOLE = Group(None, None)
"""The row of all that is too small even by field."""


def groups_of(
    sizes: Mapping[str, int],
    fields: Mapping[str, str],
    least: int,
    refused: Set[Group] = frozenset(),
) -> dict[str, Group]:
    """The published row that each procedure of a quarter is counted in; no row is a refused one.

    Every row counts at least so many dossiers. A quarter that has fewer in all is left out.
    """
    if sum(sizes.values()) < least or WHOLE in refused:
        return {}
    by_field: dict[str, dict[str, int]] = defaultdict(dict)
    for procedure_id, size in sizes.items():
        by_field[fields[procedure_id]][procedure_id] = size
    by_size = {name: sum(mine.values()) for name, mine in by_field.items()}
    joined = joined_names(by_size, least, {name for own, name in refused if own is None})
    groups = {}
    for name, mine in by_field.items():
        small = joined_names(mine, least, {own for own, _ in refused})
        for procedure_id in mine:
            own = procedure_id if procedure_id not in small else None
            groups[procedure_id] = WHOLE if name in joined else Group(own, name)
    return groups


def joined_names(
    sizes: Mapping[str, int], least: int, refused: Set[str | None] = frozenset()
) -> frozenset[str]:
    """Those that are small or refused, and where they are small together the next larger one."""
    small = [name for name, size in sizes.items() if size < least or name in refused]
    larger = sorted((size, name) for name, size in sizes.items() if name not in small)
    if small and sum(sizes[name] for name in small) < least:
        small += [name for _, name in larger[:1]]
    return frozenset(small)
