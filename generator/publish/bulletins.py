"""The radio bulletins: an archive, a page for each script, and the files the station pulls."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.contract.bulletin import Bulletin
from generator.contract.publication import Page
from generator.publish.environment import Renderer, record_url
from generator.publish.lookups import grouped
from generator.text import slug, vn_date

SECTION = "phat-thanh"
FORMS: Mapping[str, str] = {"txt": "Văn bản", "json": "JSON"}
"""Forms of a script, with their names."""
KINDS: Mapping[str, str] = {
    "greeting": "Mở đầu",
    "lead_in": "Giới thiệu",
    "correction": "Đính chính",
    "praise": "Nêu gương",
    "criticism": "Phê bình",
    "follow_up": "Thông tin thêm",
    "timing": "Giải quyết hồ sơ",
    "deadline": "Việc đến hạn",
    "closing": "Kết thúc",
}
"""What an item is, in words."""


@dataclass(frozen=True)
class Offer:
    """A bulletin in the archive."""

    bulletin: Bulletin
    url: str
    title: str
    length: str
    news: str


def bulletin_url(bulletin_id: str) -> str:
    """Address of a bulletin's page: `phat-thanh/2018-w40/`."""
    return f"{SECTION}/{slug(bulletin_id)}/"


def week_title(bulletin_id: str) -> str:
    """2018-W40 in words: "Bản tin tuần 40, năm 2018"."""
    return f"Bản tin tuần {int(bulletin_id[-2:])}, năm {bulletin_id[:4]}"


def length_words(seconds: float) -> str:
    """292 seconds as people say them: "4 phút 52 giây"."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [f"{minutes} phút" if minutes else "", f"{rest} giây" if rest else ""]
    return " ".join(part for part in parts if part) or "0 giây"


def _news(bulletin: Bulletin) -> str:
    """How many items of each kind of news: "2 nêu gương, 1 phê bình"."""
    counted = ("correction", "praise", "criticism", "follow_up")
    kinds = [str(item.kind) for item in bulletin.items]
    parts = [f"{kinds.count(kind)} {KINDS[kind].lower()}" for kind in counted if kind in kinds]
    return ", ".join(parts) or "không có tin mới"


def _offer(bulletin: Bulletin) -> Offer:
    return Offer(
        bulletin,
        bulletin_url(bulletin.bulletin_id),
        week_title(bulletin.bulletin_id),
        length_words(bulletin.seconds),
        _news(bulletin),
    )


def files(renderer: Renderer) -> dict[str, bytes]:
    """Every script in every form, and the newest one under an address that stays."""
    edition = renderer.edition
    found = {
        f"{bulletin_url(item.bulletin_id)}ban-tin.{form}": text.encode("utf-8")
        for item in edition.bulletins
        for form, text in edition.scripts.get(item.bulletin_id, {}).items()
    }
    if edition.bulletins:
        newest = edition.scripts.get(edition.bulletins[-1].bulletin_id, {})
        found |= {f"{SECTION}/moi-nhat.{form}": text.encode() for form, text in newest.items()}
    return found


def pages(renderer: Renderer) -> Iterator[Page]:
    """The archive and every bulletin's page."""
    offers = [_offer(bulletin) for bulletin in renderer.edition.bulletins[::-1]]
    yield renderer.page(
        "pages/bulletins.html",
        f"{SECTION}/",
        "Phát thanh",
        "Kịch bản phát thanh hằng tuần về kỷ luật, kỷ cương hành chính, viết sẵn thành lời đọc.",
        newest=offers[0] if offers else None,
        months=grouped(offers, lambda offer: _month(offer.bulletin.air_on)),
        forms=FORMS,
    )
    yield from (_bulletin_page(renderer, offer) for offer in offers)


def _month(day: date) -> str:
    return f"Tháng {day.month}/{day.year}"


def _bulletin_page(renderer: Renderer, offer: Offer) -> Page:
    edition, bulletin = renderer.edition, offer.bulletin
    praised = {record.record_id for record in edition.commendations}
    spoken = dict.fromkeys(key for item in bulletin.items for key in item.record_ids)
    records = [
        (key, record_url("commendations" if key in praised else "criticisms", key))
        for key in spoken
    ]
    aired = [row.aired_at for row in edition.broadcasts if row.bulletin_id == bulletin.bulletin_id]
    return renderer.page(
        "pages/bulletin.html",
        offer.url,
        offer.title,
        f"Kịch bản phát sóng ngày {vn_date(bulletin.air_on)}, dài {offer.length}.",
        frame=SECTION,
        search_text=f"Phát sóng ngày {vn_date(bulletin.air_on)}: {offer.news}",
        offer=offer,
        bulletin=bulletin,
        slot=length_words(bulletin.slot_seconds),
        kinds=KINDS,
        records=records,
        aired=[date.fromisoformat(moment[:10]) for moment in aired],
        forms=FORMS,
    )
