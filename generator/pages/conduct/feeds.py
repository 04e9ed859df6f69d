"""What is new as Atom: everything, each kind of record, corrections, and one feed a unit.

An entry says what its page says: a name only while the record is in force, and of a record that
was taken back no more than that. An entry is updated on the last day something became of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heappush, heappushpop
from typing import ClassVar

from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.datasets import name_of
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.recommendations import PublicRecommendation, PublicRecord
from generator.model.records import Commendation, Contest, Correction, Criticism
from generator.model.site_paths import FEED_FILE
from generator.model.text import (
    vn_date,
)
from generator.pages.addresses import record_url, unit_url
from generator.pages.bulletins.list import offers
from generator.pages.conduct import corrections
from generator.pages.conduct import list as conduct
from generator.pages.conduct.contest_list import listed_contests
from generator.pages.conduct.contests import days_of
from generator.pages.conduct.page import ending_words, record_title
from generator.pages.feed_ids import feed_id, titled
from generator.pages.renderer import Renderer
from generator.pages.schema_org import address
from generator.pages.view import View

ATOM = FEED_FILE
NEWEST = 50
"""Entries in a feed."""
SAMPLE = "DỮ LIỆU MẪU"
FEEDS = {
    conduct.COMMENDATIONS: (name_of(Commendation), conduct.PRAISE),
    conduct.CRITICISMS: (name_of(Criticism), conduct.BLAME),
    corrections.ADDRESS: (name_of(Correction), corrections.NAME),
}
"""What is in the feed of a section, and the section's name, by its address."""


@dataclass(frozen=True)
class News:
    """One entry, whatever feed it is in; `place` is the address of its page in the site."""

    kind: str
    key: str
    unit_id: str | None
    title: str
    summary: str
    place: str
    published: date
    updated: date


@dataclass(frozen=True)
class RecordEntry:
    """One entry as a feed has it."""

    id: str
    title: str
    published: str
    updated: str
    url: str
    summary: str


@dataclass(frozen=True)
class RecordsFeed(View):
    """A whole feed; moments and addresses as they stand in it."""

    template: ClassVar[str] = "feeds/records.atom"
    id: str
    title: str
    author: str
    updated: str
    atom_url: str
    page_url: str
    entries: Sequence[RecordEntry]


def files(renderer: Renderer) -> dict[str, bytes]:
    """Every feed by path."""
    edition = renderer.edition
    site, city = edition.city.city.site_name, mid_sentence(edition.city.city.name)
    titles = {"": f"{site} {city}: mọi tin mới"}
    titles |= {section: f"{name}, {city}" for section, (_, name) in FEEDS.items()}
    for unit in edition.units:
        titles[unit_url(unit.unit_id)] = f"{unit.name}: nêu gương, phê bình, đính chính"
    newest = _newest(edition)
    return {
        f"{place}{ATOM}": _feed(renderer, place, title, newest.get(place, ()))
        for place, title in titles.items()
    }


def _newest(edition: Edition) -> dict[str, tuple[News, ...]]:
    """What is newest in each feed, the newest first; all the rest is let go at once."""
    heaps: dict[str, list[tuple[tuple[date, date, str, str], News]]] = {}
    for item in _news(edition):
        entry = ((item.updated, item.published, item.kind, item.key), item)
        for place in _places(item):
            heap = heaps.setdefault(place, [])
            if len(heap) < NEWEST:
                heappush(heap, entry)
            else:
                heappushpop(heap, entry)
    return {
        place: tuple(item for _, item in sorted(heap, reverse=True))
        for place, heap in heaps.items()
    }


def _places(item: News) -> Iterator[str]:
    """The feeds an item is in."""
    yield ""
    yield from (section for section, (kind, _) in FEEDS.items() if kind == item.kind)
    if item.unit_id:
        yield unit_url(item.unit_id)


def _feed(renderer: Renderer, place: str, title: str, news: tuple[News, ...]) -> bytes:
    edition = renderer.edition
    city, sample = edition.city.city, edition.city.sample
    view = RecordsFeed(
        id=feed_id(city.name, f"feed:{place}"),
        title=titled(title, sample, SAMPLE),
        author=city.authority,
        updated=edition.city.moment(
            max((item.updated for item in news), default=edition.as_of)
        ).isoformat(),
        atom_url=address(edition.city.site_url, f"{place}{ATOM}", place),
        page_url=address(edition.city.site_url, place, place),
        entries=[_entry(edition, item, place) for item in news],
    )
    return renderer.file(view, f"{place}{ATOM}")


def _entry(edition: Edition, item: News, place: str) -> RecordEntry:
    """An item in the feed of the page at `place`."""
    city = edition.city
    return RecordEntry(
        id=feed_id(city.city.name, f"{item.kind}:{item.key}"),
        title=titled(item.title, city.sample, SAMPLE),
        published=city.moment(item.published).isoformat(),
        updated=city.moment(item.updated).isoformat(),
        url=address(city.site_url, item.place, place),
        summary=item.summary,
    )


def _news(edition: Edition) -> Iterator[News]:
    """Everything that may be new."""
    records: tuple[PublicCommendation | PublicCriticism, ...] = (
        *edition.commendations,
        *edition.criticisms,
    )
    for record in records:
        yield _record_news(edition, record)
    for item in edition.records:
        yield from _correction_news(edition, item)
    yield from _contest_news(edition)
    yield from _bulletin_news(edition)


def _record_news(edition: Edition, record: PublicCommendation | PublicCriticism) -> News:
    kind = name_of(type(record))
    published = record.approved_on or edition.as_of
    days = [published, *(item.published_on for item in record.corrections)]
    days += [day for day in (record.ended_on,) if day]
    if isinstance(record, PublicCriticism):
        days += [day for day in (record.replied_on, record.remedied_on) if day]
        days += [day for item in record.points for day in (item.replied_on, item.judged_on) if day]
        days += [day for item in record.contests for day in days_of(item)]
    said = record.reason if isinstance(record, PublicCommendation) else record.violation
    ended = ending_words(record)
    return News(
        kind,
        record.record_id,
        record.unit_id,
        record_title(edition, record),
        ". ".join(part for part in (ended, said) if part) + ".",
        record_url(kind, record.record_id),
        published,
        max(day for day in days if day <= edition.as_of),
    )


def _correction_news(
    edition: Edition, record: PublicCommendation | PublicCriticism | PublicRecommendation
) -> Iterator[News]:
    url = record_url(edition.dataset_of[record.record_id], record.record_id)
    for number, item in enumerate(record.corrections, 1):
        yield News(
            name_of(Correction),
            f"{record.record_id}:{number}",
            record.unit_id,
            _correction_title(edition, item, record),
            f"{item.reason}. {item.text}.",
            url,
            item.published_on,
            item.published_on,
        )


def _contest_news(edition: Edition) -> Iterator[News]:
    """Each contest, told anew when it has ended; the list of criticisms tells of it."""
    for line in listed_contests(edition):
        item = line.contest
        yield News(
            name_of(Contest),
            f"{item.record_id}:{item.kind}:{item.opened_on.isoformat()}",
            edition.record(item.record_id).unit_id,
            f"{edition.contract.label(Contest, 'kind', item.kind)}: {line.record_words}",
            f"{line.told}.",
            conduct.CRITICISMS,
            item.opened_on,
            max(days_of(item)),
        )


def _correction_title(edition: Edition, item: Correction, record: PublicRecord) -> str:
    kind = edition.contract.label(Correction, "kind", item.kind)
    what = f"{item.record_id}, {case_words(edition, record)}"
    return f"Đính chính: {mid_sentence(kind)} {what}"


def _bulletin_news(edition: Edition) -> Iterator[News]:
    for offer in offers(edition):
        day = min(offer.bulletin.air_on, edition.as_of)
        yield News(
            "bulletins",
            offer.bulletin.bulletin_id,
            None,
            offer.script.title,
            f"Phát sóng ngày {vn_date(offer.bulletin.air_on)}: {offer.news}.",
            offer.url,
            day,
            max(day, offer.bulletin.void_since or day),
        )
