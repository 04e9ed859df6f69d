"""Commendations and criticisms: a list of each, newest first, and a page for every record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeVar

from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.datasets import dataset_of, name_of
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.records import Commendation, Criticism
from generator.model.text import quarter_of
from generator.pages.conduct.clause_picture import clause_picture
from generator.pages.conduct.contest_list import ListedContest, listed_contests
from generator.pages.conduct.contests import ContestCounts, contest_counts
from generator.pages.conduct.page import commendation_page, criticism_page, ending_words
from generator.pages.conduct.point_list import PointedRecord, pointed_records
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
from generator.pages.folds import Folded, folded
from generator.pages.lookups import grouped
from generator.pages.pictures import Drawn
from generator.pages.renderer import Renderer
from generator.pages.stages import Stage, remedies, stages
from generator.pages.view import View

Named = PublicCommendation | PublicCriticism
Record = TypeVar("Record", PublicCommendation, PublicCriticism, Named)
COMMENDATIONS, PRAISE = f"{dataset_of(Commendation).section}/", "Nêu gương"
CRITICISMS, BLAME = f"{dataset_of(Criticism).section}/", "Phê bình"
"""The two lists: their addresses and names."""
OPEN_RECORDS = 8
"""The records that a list shows before its reader asks for more: five screens of a phone."""
SORTS = (
    ("ngay", "Cũ nhất trước"),
    ("ten", "Tên, theo vần chữ cái"),
    ("ten-don-vi", "Đơn vị, theo vần chữ cái"),
)
"""How the lists can be sorted beside newest first."""


@dataclass(frozen=True)
class QuarterPart:
    """The records of a quarter: those that stand open, and those that a reader asks for."""

    quarter: str
    shown: Sequence[Named]
    folded: Sequence[Named]


@dataclass(frozen=True)
class Counts:
    """How many records stand, by what became of them; those taken back are in no other count."""

    total: int
    in_force: int
    suspended: int
    expired: int
    taken_back: int


@dataclass(frozen=True)
class Followed:
    """Of the criticisms not taken back: with a reply, remedied, with a remedy overdue."""

    total: int
    replied: int
    remedied: int
    overdue: int


@dataclass(frozen=True)
class CommendationsView(View):
    """The list of commendations; `states` are values of the filter by record."""

    template: ClassVar[str] = "pages/commendations.html"
    by_clause: Drawn | None
    quarters: Folded[QuarterPart]
    taken_back: Sequence[tuple[Named, str, str]]
    counts: Counts
    states: Mapping[str, str]
    filters: Sequence[Filter]
    sorts: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class CriticismsView(View):
    """The list of criticisms, likewise; `life_of` are the stages of each."""

    template: ClassVar[str] = "pages/criticisms.html"
    by_clause: Drawn | None
    quarters: Folded[QuarterPart]
    taken_back: Sequence[tuple[Named, str, str]]
    counts: Counts
    contests: Sequence[ListedContest]
    contested: ContestCounts
    pointed: Sequence[PointedRecord]
    followed: Followed
    states: Mapping[str, str]
    life_of: Mapping[str, Sequence[Stage]]
    filters: Sequence[Filter]
    sorts: Sequence[tuple[str, str]]


def commendation_pages(renderer: Renderer) -> Iterator[Page]:
    """The list of commendations and a page for each."""
    yield _commendations(renderer)
    for record in renderer.edition.commendations:
        yield commendation_page(renderer, record)


def criticism_pages(renderer: Renderer) -> Iterator[Page]:
    """The list of criticisms and a page for each."""
    yield _criticisms(renderer)
    for record in renderer.edition.criticisms:
        yield criticism_page(renderer, record)


def _commendations(renderer: Renderer) -> Page:
    edition, records = renderer.edition, renderer.edition.commendations
    standing, states = standing_of(records), states_of(edition, records)
    by_clause = clause_picture(edition, standing, "được nêu gương", "bar")
    view = CommendationsView(
        by_clause=renderer.draw(by_clause, COMMENDATIONS),
        quarters=by_quarter(standing),
        taken_back=no_more(edition, records),
        counts=counts_of(records),
        states=states,
        filters=record_filters(edition, standing, states),
        sorts=SORTS,
    )
    return renderer.page(
        view,
        COMMENDATIONS,
        PRAISE,
        "Tập thể, cá nhân được nêu gương, biểu dương, khen thưởng: việc làm cụ thể và văn bản.",
    )


def _criticisms(renderer: Renderer) -> Page:
    edition, records = renderer.edition, renderer.edition.criticisms
    states, owed = states_of(edition, records), remedies(edition.figures)
    standing = standing_of(records)
    by_clause = clause_picture(edition, standing, "bị phê bình", "fault")
    view = CriticismsView(
        by_clause=renderer.draw(by_clause, CRITICISMS),
        quarters=by_quarter(standing),
        taken_back=no_more(edition, records),
        counts=counts_of(records),
        contests=listed_contests(edition),
        contested=contest_counts(edition.contests),
        pointed=pointed_records(edition),
        followed=followed(edition),
        states=states,
        life_of={item.record_id: stages(item, owed.get(item.record_id)) for item in records},
        filters=record_filters(edition, standing, states),
        sorts=SORTS,
    )
    return renderer.page(
        view,
        CRITICISMS,
        BLAME,
        "Trường hợp bị nêu tên phê bình: căn cứ, ý kiến giải trình và kết quả khắc phục.",
    )


def _quarter(record: Named) -> str:
    return quarter_of(record.approved_on or date.min)


def states_of(edition: Edition, records: Iterable[Named]) -> dict[str, str]:
    """Each record's values of the filter by state, by its id."""
    owed = remedies(edition.figures)
    return {item.record_id: record_state(item, owed.get(item.record_id)) for item in records}


def record_filters(
    edition: Edition, records: Sequence[Named], states: Mapping[str, str]
) -> tuple[Filter, ...]:
    """What a list of records can be filtered by."""
    return useful(
        unit_filter(edition, (record.unit_id for record in records)),
        quarter_filter(_quarter(record) for record in records),
        clause_filter(edition, records),
        state_filter(
            (states[record.record_id] for record in records),
            (*STANDINGS.values(), *REMEDIES.values()),
        ),
    )


def by_quarter(records: Iterable[Named]) -> Folded[QuarterPart]:
    """The records by the quarter they were made public in, newest first.

    The newest `OPEN_RECORDS` of them stand open; older years are folded away whole.
    """
    parts, room = [], OPEN_RECORDS
    for quarter, some in sorted(grouped(records, _quarter).items(), reverse=True):
        parts.append(QuarterPart(quarter, some[:room], some[room:]))
        room = max(room - len(some), 0)
    return folded(
        parts,
        lambda part: part.quarter,
        size=lambda part: len(part.shown) + len(part.folded),
    )


def standing_of(records: Iterable[Record]) -> list[Record]:
    """The records that were not taken back: those that every count and list is of."""
    return [record for record in records if not record.taken_back]


def no_more(edition: Edition, records: Iterable[Named]) -> list[tuple[Named, str, str]]:
    """Each record that was taken back, what it is called, and what became of it."""
    return [
        (record, case_words(edition, record), ending_words(record))
        for record in records
        if record.taken_back
    ]


def counts_of(records: Sequence[Named]) -> Counts:
    """The records counted by standing."""
    standings = [record.standing for record in standing_of(records)]
    return Counts(
        total=len(standings),
        in_force=standings.count("in_force"),
        suspended=standings.count("suspended"),
        expired=standings.count("expired"),
        taken_back=len(records) - len(standings),
    )


def followed(edition: Edition) -> Followed:
    """What became of the criticisms that were not taken back."""
    valid = standing_of(edition.criticisms)
    overdue = [
        item
        for item in edition.figures.obligations
        if item.dataset == name_of(Criticism) and item.state == "overdue"
    ]
    return Followed(
        total=len(valid),
        replied=sum(1 for record in valid if record.answered_on),
        remedied=sum(1 for record in valid if record.remedied_on),
        overdue=len(overdue),
    )
