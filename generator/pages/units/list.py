"""The list of units, and every unit's page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.page import Page
from generator.model.figures import Figure
from generator.model.records import Unit
from generator.model.text import slug, vn_quarter
from generator.pages.comparison import compare_units
from generator.pages.filters import Filter, useful
from generator.pages.links import relative
from generator.pages.lookups import by_name, latest
from generator.pages.peers import GroupRow, group_rows
from generator.pages.pictures import Drawn
from generator.pages.quarter_matters import movers_sentence
from generator.pages.renderer import Renderer
from generator.pages.unit_kinds import by_kind
from generator.pages.units.page import SECTION, unit_page
from generator.pages.units.source import Neighbour, Units, units_of
from generator.pages.view import View

NAME = "Đơn vị"


@dataclass(frozen=True)
class UnitRow:
    """One line of the list: the figures are those of the newest quarter.

    `before` are those of the quarter before, where no other unit is like it.
    """

    unit: Unit
    figure: Figure | None
    before: Figure | None = None


@dataclass(frozen=True)
class MovedRow:
    """A unit that is no more, or not yet: what it became, or what it comes from."""

    unit: Unit
    title: str
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True)
class UnitsView(View):
    """The list of units: by heading those with figures of the newest quarter, then all others."""

    template: ClassVar[str] = "pages/units.html"
    movers: str
    comparisons: tuple[Drawn, ...]
    quarter: str | None
    quarter_before: str
    kinds: Mapping[str, Sequence[UnitRow]]
    totals: Mapping[str, Sequence[GroupRow]]
    others: Mapping[str, Sequence[UnitRow]]
    filters: Sequence[Filter]
    former: Sequence[MovedRow]
    coming: Sequence[MovedRow]


def pages(renderer: Renderer) -> Iterator[Page]:
    """The list of units, then a page for each: those of today first, as the search finds them."""
    source = units_of(renderer)
    edition = source.edition
    yield _list_page(source)
    for unit in sorted(edition.units, key=lambda unit: not unit.stands_on(edition.as_of)):
        yield unit_page(source, unit)


def _list_page(source: Units) -> Page:
    return source.renderer.page(
        _view(source),
        f"{SECTION}/",
        NAME,
        "Từng phòng, ban, đơn vị: giải quyết hồ sơ, nêu gương, phê bình, báo cáo.",
    )


def _view(source: Units) -> UnitsView:
    edition, url = source.edition, f"{SECTION}/"
    newest, before = latest(edition.figures.told_quarters("unit"))
    every = _kinds(source, newest, before)
    kinds = {heading: rows for heading, rows in every.items() if any(row.figure for row in rows)}
    return UnitsView(
        movers=movers_sentence(edition),
        comparisons=tuple(
            drawn
            for alike in compare_units(edition, newest, lambda to: relative(url, to))
            if (drawn := source.renderer.draw(alike.picture(alike.rows), url))
        ),
        quarter=vn_quarter(newest) if newest else None,
        quarter_before=vn_quarter(before) if before else "",
        kinds=kinds,
        totals={
            heading: group_rows(source.peers, (row.unit.unit_id for row in rows), newest)
            for heading, rows in kinds.items()
        },
        others={heading: rows for heading, rows in every.items() if heading not in kinds},
        filters=useful(
            Filter(
                name="loai",
                label="Loại đơn vị",
                values=tuple((slug(heading), heading) for heading in kinds),
            )
        ),
        former=_moved(source, lambda unit: bool(unit.valid_to and unit.valid_to < edition.as_of)),
        coming=_moved(
            source, lambda unit: bool(unit.valid_from and unit.valid_from > edition.as_of)
        ),
    )


def _kinds(source: Units, newest: str | None, before: str | None) -> dict[str, list[UnitRow]]:
    """Standing units by heading, in the order of a Vietnamese dictionary."""
    standing = (u for u in source.edition.units if u.stands_on(source.edition.as_of))
    return {
        heading: [_row(source, unit, newest, before) for unit in members]
        for heading, members in by_kind(source.edition.contract, standing).items()
    }


def _row(source: Units, unit: Unit, newest: str | None, before: str | None) -> UnitRow:
    one, unit_id = source.figures.one, unit.unit_id
    was = one(unit=unit_id, quarter=before) if before else None
    is_alone = source.peers.group_of(unit_id) is None
    now = one(unit=unit_id, quarter=newest) if newest else None
    return UnitRow(unit, now, was if is_alone else None)


def _moved(source: Units, chosen: Callable[[Unit], bool]) -> tuple[MovedRow, ...]:
    """Units of another time by name, each with what it became and what it comes from."""
    units = by_name(tuple(unit for unit in source.edition.units if chosen(unit)))
    return tuple(
        MovedRow(unit, source.title(unit), source.neighbours(unit.unit_id)) for unit in units
    )
