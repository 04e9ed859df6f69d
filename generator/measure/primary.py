"""Primary suppression: which procedures of a quarter are too small for a row of their own."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple


class Group(NamedTuple):
    """A published row of one quarter: a procedure, the small ones of a field, of small fields."""

    procedure_id: str | None
    field: str | None


def groups_of(sizes: Mapping[str, int], fields: Mapping[str, str], least: int) -> dict[str, Group]:
    """The published row that each procedure of a quarter is counted in.

    Every row counts at least so many dossiers. A quarter that has fewer in all is left out.
    """
    if sum(sizes.values()) < least:
        return {}
    by_field: dict[str, dict[str, int]] = defaultdict(dict)
    for procedure_id, size in sizes.items():
        by_field[fields[procedure_id]][procedure_id] = size
    joined = joined_names({name: sum(mine.values()) for name, mine in by_field.items()}, least)
    groups = {}
    for name, mine in by_field.items():
        small = joined_names(mine, least)
        for procedure_id in mine:
            own = procedure_id if procedure_id not in small else None
            groups[procedure_id] = Group(None, None) if name in joined else Group(own, name)
    return groups


def joined_names(sizes: Mapping[str, int], least: int) -> frozenset[str]:
    """Those that are small, and where they are small together the next larger one beside them."""
    small = [name for name, size in sizes.items() if size < least]
    larger = sorted((size, name) for name, size in sizes.items() if size >= least)
    if small and sum(sizes[name] for name in small) < least:
        small += [name for _, name in larger[:1]]
    return frozenset(small)
