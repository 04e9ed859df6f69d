"""The radio bulletins: an archive, a page for each script, and the files the station pulls."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.edition.bulletin import Bulletin
from generator.edition.bulletin_words import (
    air_day_words,
    approval_words,
    grounds_words,
    length_words,
    void_words,
)
from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.edition.script import Script, ScriptForm, ScriptRow, newest
from generator.model.content import Content
from generator.model.text import collation_key, quarter_of, slug, vn_date, vn_number
from generator.pages.addresses import url_of
from generator.pages.bulletins.feeds import ATOM, JSON_FEED, feed_files
from generator.pages.bulletins.files import (
    NEWEST,
    SECTION,
    SHORT,
    WHOLE,
    bulletin_url,
    newest_files,
    week_files,
)
from generator.pages.filters import Filter, quarter_filter, state_filter, useful, words_filter
from generator.pages.folds import Folded, folded
from generator.pages.lookups import grouped
from generator.pages.renderer import Renderer
from generator.pages.view import View

NAME = "Phát thanh"
SHOWN_QUARTERS = 2
"""Of a list of weeks: half a year stands open."""


@dataclass(frozen=True)
class BulletinOffer:
    """A bulletin in the archive."""

    bulletin: Bulletin
    script: Script
    url: str
    length: str
    news: str
    quarter: str
    is_over: bool
    """True once its day is over: nobody can air a void copy any more."""
    kinds: str
    """What it tells, as values of the filter, parted by blanks."""

    @property
    def void(self) -> str:
        """Since when copies of it are void, in words; empty while they are not."""
        return void_words(self.bulletin)

    @property
    def standing(self) -> str:
        """Its value of the filter by state."""
        if self.bulletin.is_draft:
            return "cho-duyet"
        return "huy" if self.void else "dung-duoc"

    @property
    def approval(self) -> str:
        """Who approved it, or what it waits for; empty where no approval is asked for."""
        return approval_words(self.bulletin)


@dataclass(frozen=True)
class BulletinsView(View):
    """The archive by month, and where the newest always lies."""

    template: ClassVar[str] = "pages/bulletins.html"
    newest: BulletinOffer | None
    is_waiting: bool
    months: Folded[tuple[str, Sequence[BulletinOffer]]]
    filters: Sequence[Filter]
    forms: Sequence[ScriptForm]
    names: Mapping[str, str]
    feeds: Mapping[str, str]


@dataclass(frozen=True)
class BulletinView(View):
    """One bulletin; `records` are the ids of what it tells and the addresses of their pages."""

    template: ClassVar[str] = "pages/bulletin.html"
    offer: BulletinOffer
    bulletin: Bulletin
    rows: Sequence[ScriptRow]
    air_on: str
    slot: str
    grounds: str
    short_length: str
    short_approval: str
    records: Sequence[tuple[str, str]]
    aired: Sequence[date]
    forms: Sequence[ScriptForm]
    whole: str
    short: str


def news_words(bulletin: Bulletin) -> str:
    """How many items of each kind of news: "2 nêu gương, 1 phê bình"."""
    parts = [f"{vn_number(count)} {title.lower()}" for title, count in _told(bulletin).items()]
    return ", ".join(parts) or "không có tin mới"


def _told(bulletin: Bulletin) -> Counter[str]:
    """The kinds of news that it tells, in words, in the order they are told, and how often."""
    return Counter(item.title for item in bulletin.items if item.is_news)


def _filters(offers: list[BulletinOffer]) -> tuple[Filter, ...]:
    told = {title for offer in offers for title in _told(offer.bulletin)}
    news = [(slug(title), title) for title in sorted(told, key=collation_key)]
    standing = (("dung-duoc", "Dùng được"), ("cho-duyet", "Chờ duyệt"), ("huy", "Đã hủy"))
    return useful(
        quarter_filter(offer.quarter for offer in offers),
        words_filter("noi-dung", "Có tin", news, (offer.kinds for offer in offers)),
        state_filter((offer.standing for offer in offers), standing),
    )


def _offer(script: Script, as_of: date) -> BulletinOffer:
    bulletin = script.bulletin
    url, length = bulletin_url(bulletin.bulletin_id), length_words(bulletin.seconds)
    kinds = " ".join(slug(title) for title in _told(bulletin))
    return BulletinOffer(
        bulletin,
        script,
        url,
        length,
        news_words(bulletin),
        quarter_of(bulletin.air_on),
        bulletin.air_on < as_of,
        kinds,
    )


def offers(edition: Edition) -> list[BulletinOffer]:
    """Every bulletin, the newest first."""
    return [_offer(script, edition.as_of) for script in [*edition.scripts.values()][::-1]]


def newest_bulletin(edition: Edition) -> Bulletin | None:
    """The bulletin that every page calls the newest: the last that may be aired."""
    script = newest(edition.scripts)
    return script.bulletin if script else None


def files(renderer: Renderer) -> dict[str, Content]:
    """Every script in every form, the newest under addresses that stay, and the feeds."""
    weeks = {week: week_files(renderer, week) for week in renderer.edition.scripts}
    found = [*(file for week in weeks.values() for file in week), *newest_files(renderer)]
    return {file.path: file.content for file in found} | feed_files(renderer, weeks)


def pages(renderer: Renderer) -> Iterator[Page]:
    """The archive and every bulletin's page."""
    found = offers(renderer.edition)
    ready = next((offer for offer in found if not offer.bulletin.is_draft), None)
    view = BulletinsView(
        newest=ready,
        is_waiting=bool(found) and found[0] is not ready,
        months=folded(
            grouped(found, lambda offer: _month(offer.bulletin.air_on)).items(),
            lambda line: line[1][0].quarter,
            SHOWN_QUARTERS,
            size=lambda line: len(line[1]),
        ),
        filters=_filters(found),
        forms=found[0].script.forms if found else (),
        names=NEWEST,
        feeds={"Atom": ATOM, "JSON Feed": JSON_FEED},
    )
    yield renderer.page(
        view,
        f"{SECTION}/",
        NAME,
        "Kịch bản phát thanh hằng tuần về kỷ luật, kỷ cương hành chính, viết sẵn thành lời đọc.",
    )
    yield from (_bulletin_page(renderer, offer) for offer in found)


def _month(day: date) -> str:
    return f"Tháng {day.month}/{day.year}"


def _search_text(edition: Edition, offer: BulletinOffer) -> str:
    bulletin = offer.bulletin
    told = f"Phát sóng ngày {vn_date(bulletin.air_on)}: {offer.news}. {bulletin.bulletin_id}"
    is_newest = bulletin is edition.bulletins[-1]
    return f"{told}. Bản tin mới nhất, bản tin tuần này" if is_newest else told


def _bulletin_page(renderer: Renderer, offer: BulletinOffer) -> Page:
    return renderer.page(
        _view(renderer.edition, offer),
        offer.url,
        offer.script.title,
        f"Kịch bản phát sóng ngày {vn_date(offer.bulletin.air_on)}, dài {offer.length}.",
        frame=SECTION,
        search_text=_search_text(renderer.edition, offer),
    )


def _view(edition: Edition, offer: BulletinOffer) -> BulletinView:
    bulletin = offer.bulletin
    told = [edition.record(record_id) for record_id in bulletin.record_ids]
    aired = [row.aired_on for row in edition.broadcasts if row.bulletin_id == bulletin.bulletin_id]
    short = edition.short_scripts.get(bulletin.bulletin_id)
    return BulletinView(
        offer=offer,
        bulletin=bulletin,
        rows=offer.script.rows,
        air_on=air_day_words(bulletin.air_on),
        slot=length_words(bulletin.slot_seconds),
        grounds=grounds_words(bulletin),
        short_length=length_words(short.bulletin.seconds) if short else "",
        short_approval=approval_words(short.bulletin) if short else "",
        records=[(case_words(edition, record), url_of(record)) for record in told],
        aired=[day for day in aired if day],
        forms=offer.script.forms,
        whole=WHOLE,
        short=SHORT,
    )
