"""What is new as Atom: everything, each kind of record, corrections, and one feed a unit.

An entry says what its page says: a name only while the record is in force, and of a record that
was taken back no more than that. An entry is updated on the last day something became of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.contract.edition import Edition
from generator.contract.public import PublicCommendation, PublicCriticism
from generator.contract.records import Correction
from generator.publish.bulletins import offers
from generator.publish.conduct_page import ending_words, record_title
from generator.publish.environment import Renderer, record_url, unit_url
from generator.publish.feed_words import feed_id, moment, titled
from generator.publish.structured import SECTIONS, address
from generator.text import lower_first, vn_date

ATOM = "atom.xml"
NEWEST = 50
"""Entries in a feed."""
SAMPLE = "DỮ LIỆU MẪU"
FEEDS = {
    "neu-guong/": "commendations",
    "phe-binh/": "criticisms",
    "dinh-chinh/": "corrections",
}
"""Sections with a feed of their own, and what is in it."""


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


def files(renderer: Renderer) -> dict[str, bytes]:
    """Every feed by path."""
    edition = renderer.edition
    news = _news(edition)
    site, city = edition.city.city.site_name, edition.city.city.name
    feeds = {"": (f"{site} {lower_first(city)}: mọi tin mới", news)}
    for section, kind in FEEDS.items():
        mine = tuple(item for item in news if item.kind == kind)
        feeds[section] = (f"{SECTIONS[section]}, {lower_first(city)}", mine)
    for unit in edition.units:
        mine = tuple(item for item in news if item.unit_id == unit.unit_id)
        feeds[unit_url(unit.unit_id)] = (f"{unit.name}: nêu gương, phê bình, đính chính", mine)
    return {
        f"{place}{ATOM}": _feed(renderer, place, title, items)
        for place, (title, items) in feeds.items()
    }


def _feed(renderer: Renderer, place: str, title: str, news: tuple[News, ...]) -> bytes:
    edition = renderer.edition
    city, sample = edition.city.city, edition.city.sample
    newest = news[:NEWEST]
    text = renderer.environment.get_template("feeds/records.atom").render(
        id=feed_id(city.name, f"feed:{place}"),
        title=titled(title, sample, SAMPLE),
        author=city.authority,
        updated=moment(max((item.updated for item in newest), default=edition.as_of)),
        address=lambda path: address(edition.city.site_url, path, place),
        place=place,
        atom=f"{place}{ATOM}",
        entries=newest,
        entry_id=lambda item: feed_id(city.name, f"{item.kind}:{item.key}"),
        entry_title=lambda item: titled(item.title, sample, SAMPLE),
        moment=moment,
    )
    return text.encode()


def _news(edition: Edition) -> tuple[News, ...]:
    """Everything new, the newest first."""
    records: tuple[PublicCommendation | PublicCriticism, ...] = (
        *edition.commendations,
        *edition.criticisms,
    )
    found = [
        *(_record_news(edition, record) for record in records),
        *_correction_news(edition, records),
        *_bulletin_news(edition),
    ]
    return tuple(sorted(found, key=lambda n: (n.updated, n.published, n.kind, n.key))[::-1])


def _record_news(edition: Edition, record: PublicCommendation | PublicCriticism) -> News:
    is_praise = isinstance(record, PublicCommendation)
    kind = "commendations" if is_praise else "criticisms"
    published = record.approved_on or edition.as_of
    days = [published, *(item.published_on for item in record.corrections)]
    days += [day for day in (record.ended_on,) if day]
    if isinstance(record, PublicCriticism):
        days += [day for day in (record.replied_on, record.remedied_on) if day]
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
    edition: Edition, records: Iterable[PublicCommendation | PublicCriticism]
) -> Iterable[News]:
    for record in records:
        praise = isinstance(record, PublicCommendation)
        url = record_url("commendations" if praise else "criticisms", record.record_id)
        for number, item in enumerate(record.corrections, 1):
            yield News(
                "corrections",
                f"{record.record_id}:{number}",
                record.unit_id,
                _correction_title(edition, item),
                f"{item.reason}. {item.text}.",
                url,
                item.published_on,
                item.published_on,
            )


def _correction_title(edition: Edition, item: Correction) -> str:
    kind = edition.contract.label("corrections", "kind", item.kind)
    return f"Đính chính: {lower_first(kind)} {item.record_id}"


def _bulletin_news(edition: Edition) -> Iterable[News]:
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
