"""Commendations and criticisms: a list of each, newest first, and a page for every record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.contract.edition import Edition
from generator.contract.public import PublicCommendation, PublicCriticism
from generator.contract.publication import Page
from generator.publish.conduct_page import commendation_page, criticism_page
from generator.publish.environment import Renderer
from generator.publish.lookups import grouped
from generator.text import quarter_of

PublicRecord = PublicCommendation | PublicCriticism


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
    yield renderer.page(
        "pages/commendations.html",
        "neu-guong/",
        "Nêu gương",
        "Tập thể, cá nhân được nêu gương, biểu dương, khen thưởng: việc làm cụ thể và văn bản.",
        quarters=by_quarter(edition.commendations),
        counts=counts_of(edition.commendations),
    )
    yield renderer.page(
        "pages/criticisms.html",
        "phe-binh/",
        "Phê bình",
        "Trường hợp bị nêu tên phê bình: căn cứ, ý kiến giải trình và kết quả khắc phục.",
        quarters=by_quarter(edition.criticisms),
        counts=counts_of(edition.criticisms),
        followed=followed(edition),
    )
    yield from (commendation_page(renderer, record) for record in edition.commendations)
    yield from (criticism_page(renderer, record) for record in edition.criticisms)


def by_quarter(records: Iterable[PublicRecord]) -> dict[str, tuple[PublicRecord, ...]]:
    """The records by the quarter they were made public in, newest first."""
    return grouped(records, lambda record: quarter_of(record.approved_on or date.min))


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
