"""Commendations and criticisms: a list of each, newest first, and a page for every record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.text import quarter_of
from generator.pages.conduct.page import commendation_page, criticism_page
from generator.pages.filters import (
    REMEDIES,
    STANDINGS,
    Filter,
    clause_filter,
    quarter_filter,
    record_state,
    state_filter,
    unit_filter,
    useful,
)
from generator.pages.lookups import grouped
from generator.pages.renderer import Renderer
from generator.pages.steps import remedies, steps

PublicRecord = PublicCommendation | PublicCriticism
SORTS = (
    ("ngay", "Cũ nhất trước"),
    ("ten", "Tên, theo vần chữ cái"),
    ("ten-don-vi", "Đơn vị, theo vần chữ cái"),
)
"""How the lists can be sorted beside newest first."""


@dataclass(frozen=True)
class Counts:
    """How many records there are, by what became of them."""

    total: int
    in_force: int
    expired: int
    taken_back: int


@dataclass(frozen=True)
class Followed:
    """Of the criticisms not taken back: with a reply, remedied, with a remedy overdue."""

    total: int
    replied: int
    remedied: int
    overdue: int


def pages(renderer: Renderer) -> Iterator[Page]:
    """Both lists and every record's page."""
    edition = renderer.edition
    yield _commendations(renderer)
    yield _criticisms(renderer)
    yield from (commendation_page(renderer, record) for record in edition.commendations)
    yield from (criticism_page(renderer, record) for record in edition.criticisms)


def _commendations(renderer: Renderer) -> Page:
    edition = renderer.edition
    states = states_of(edition, edition.commendations)
    return renderer.page(
        "pages/commendations.html",
        "neu-guong/",
        "Nêu gương",
        "Tập thể, cá nhân được nêu gương, biểu dương, khen thưởng: việc làm cụ thể và văn bản.",
        quarters=by_quarter(edition.commendations),
        counts=counts_of(edition.commendations),
        states=states,
        filters=record_filters(edition, edition.commendations, states),
        sorts=SORTS,
    )


def _criticisms(renderer: Renderer) -> Page:
    edition, owed = renderer.edition, remedies(renderer.edition.figures)
    states = states_of(edition, edition.criticisms)
    return renderer.page(
        "pages/criticisms.html",
        "phe-binh/",
        "Phê bình",
        "Trường hợp bị nêu tên phê bình: căn cứ, ý kiến giải trình và kết quả khắc phục.",
        quarters=by_quarter(edition.criticisms),
        counts=counts_of(edition.criticisms),
        followed=followed(edition),
        states=states,
        life_of={r.record_id: steps(r, owed.get(r.record_id)) for r in edition.criticisms},
        filters=record_filters(edition, edition.criticisms, states),
        sorts=SORTS,
    )


def _quarter(record: PublicRecord) -> str:
    return quarter_of(record.approved_on or date.min)


def states_of(edition: Edition, records: Iterable[PublicRecord]) -> dict[str, str]:
    """Each record's values of the filter by state, by its id."""
    owed = remedies(edition.figures)
    return {item.record_id: record_state(item, owed.get(item.record_id)) for item in records}


def record_filters(
    edition: Edition, records: Sequence[PublicRecord], states: Mapping[str, str]
) -> tuple[Filter, ...]:
    """What a list of records can be filtered by."""
    return useful(
        unit_filter(edition, (record.unit_id for record in records)),
        quarter_filter(_quarter(record) for record in records),
        clause_filter(edition, (record.clause for record in records)),
        state_filter(states.values(), (*STANDINGS.values(), *REMEDIES.values())),
    )


def by_quarter(records: Iterable[PublicRecord]) -> dict[str, tuple[PublicRecord, ...]]:
    """The records by the quarter they were made public in, newest first."""
    return grouped(records, _quarter)


def counts_of(records: Iterable[PublicRecord]) -> Counts:
    """The records counted by standing."""
    standings = [record.standing for record in records]
    return Counts(
        total=len(standings),
        in_force=standings.count("in_force"),
        expired=standings.count("expired"),
        taken_back=standings.count("withdrawn") + standings.count("revoked"),
    )


def followed(edition: Edition) -> Followed:
    """What became of the criticisms that were not taken back."""
    valid = [r for r in edition.criticisms if r.standing in ("in_force", "expired")]
    overdue = [
        item
        for item in edition.figures.obligations
        if item.dataset == "criticisms" and item.state == "overdue"
    ]
    return Followed(
        total=len(valid),
        replied=sum(1 for record in valid if record.reply),
        remedied=sum(1 for record in valid if record.remedied_on),
        overdue=len(overdue),
    )
