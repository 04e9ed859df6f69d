"""The home page: how fast, who is praised, who is criticised, what is on air, how to check us."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.edition.bulletin import Bulletin
from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.ledger.chain import LedgerLine
from generator.model.figures import Figure
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.records import Correction
from generator.model.reviews import UnitReview
from generator.model.text import collation_key, vn_quarter
from generator.pages.addresses import corrected_url
from generator.pages.bulletins.list import newest_bulletin, news_words
from generator.pages.charts.dots import DotRow
from generator.pages.charts.findings import quarter_finding
from generator.pages.charts.picture import Picture, lines_picture
from generator.pages.comparison import compare_units
from generator.pages.conduct.list import Followed, counts_of, followed
from generator.pages.home.quarter_news import fault_picture, praise_picture, quarter_news
from generator.pages.links import relative
from generator.pages.lookups import by_short_name, city_by_quarter, latest, quarter_chart
from generator.pages.pictures import Drawn
from generator.pages.procedures.source import ProcedureRow, Procedures
from generator.pages.quarter_matters import movers_sentence, unanswered_sentence
from generator.pages.renderer import Renderer
from generator.pages.schema_org import website
from generator.pages.stages import Stage, remedies, stages
from generator.pages.view import View

MOST_USED = 5
AT_EACH_END = 3
NEWEST = 1
CORRECTIONS = 1


@dataclass(frozen=True)
class CriticismCard:
    """The newest criticism with what has happened to it."""

    record: PublicCriticism
    steps: tuple[Stage, ...]


@dataclass(frozen=True)
class HomeView(View):
    """The home page; `quarter` and `now` are of the newest quarter that has dossiers.

    `case_of` are the names of records by id.
    """

    template: ClassVar[str] = "pages/home.html"
    quarter: str | None
    now: Figure | None
    finding: str
    chart: Drawn | None
    praise_chart: Drawn | None
    fault_chart: Drawn | None
    ranking: Drawn | None
    commendations: Sequence[PublicCommendation]
    commendation_count: int
    criticism: CriticismCard | None
    followed: Followed
    procedures: Sequence[ProcedureRow]
    limit_rows: Sequence[ProcedureRow]
    bulletin: Bulletin | None
    is_bulletin_waiting: bool
    bulletin_news: str
    opening: str
    movers: str
    unanswered: str
    news: UnitReview | None
    corrections: Sequence[tuple[Correction, str]]
    case_of: Mapping[str, str]
    closed: Sequence[LedgerLine]


def pages(renderer: Renderer) -> Iterator[Page]:
    """The home page."""
    edition = renderer.edition
    yield renderer.page(
        _view(renderer),
        "",
        edition.city.city.site_name,
        f"{edition.city.city.name}: thủ tục giải quyết nhanh hay chậm, ai được nêu gương, "
        "ai bị phê bình, và cách tự kiểm tra từng con số.",
        things=[website(edition)],
    )


def _view(renderer: Renderer) -> HomeView:
    edition, draw = renderer.edition, partial(renderer.draw, url="")
    newest, before = latest(edition.figures.quarters)
    quarters = city_by_quarter(edition.figures)
    finding = _finding(quarters, newest, before)
    bulletin, source = newest_bulletin(edition), Procedures(renderer)
    return HomeView(
        quarter=vn_quarter(newest) if newest else None,
        now=quarters.get(newest),
        finding=finding,
        chart=draw(_chart(edition, quarters, finding)),
        praise_chart=draw(praise_picture(edition)),
        fault_chart=draw(fault_picture(edition)),
        ranking=draw(_ranking(edition, latest(edition.figures.told_quarters("unit"))[0])),
        commendations=[record for record in edition.commendations if record.named][:NEWEST],
        commendation_count=counts_of(edition.commendations).total,
        criticism=_newest_criticism(edition),
        followed=followed(edition),
        procedures=most_used(source),
        limit_rows=[source.row(p) for p in by_short_name(edition.procedures)],
        bulletin=bulletin,
        is_bulletin_waiting=bulletin is None and bool(edition.scripts),
        bulletin_news=news_words(bulletin) if bulletin else "",
        opening=opening(bulletin) if bulletin else "",
        movers=movers_sentence(edition),
        unanswered=unanswered_sentence(edition),
        news=quarter_news(edition),
        corrections=_newest_corrections(edition),
        case_of={record.record_id: case_words(edition, record) for record in edition.records},
        closed=edition.ledger.chain.editions[-1:],
    )


def _newest_corrections(edition: Edition) -> list[tuple[Correction, str]]:
    """The newest corrections, each with the address of its record's page."""
    return [(item, corrected_url(edition, item)) for item in edition.corrections[:CORRECTIONS]]


def _finding(quarters: dict[str | None, Figure], newest: str | None, before: str | None) -> str:
    if newest is None:
        return "Chưa có hồ sơ nào trong kỳ số liệu"
    now = quarters.get(newest)
    busy = [key for key, row in quarters.items() if key and row.received_count + row.ended_count]
    if busy and max(busy) < newest:
        return (
            f"Số liệu hồ sơ chỉ có đến {vn_quarter(max(busy))}: từ đó đến hết {vn_quarter(newest)} "
            "chưa có hồ sơ nào được tiếp nhận hay trả"
        )
    return quarter_finding(now, quarters.get(before), newest)


def _chart(edition: Edition, quarters: dict[str | None, Figure], finding: str) -> Picture | None:
    chart = quarter_chart(edition, "dung-han", quarters)
    if chart is None:
        return None
    note = "Tỷ lệ hồ sơ đúng hạn; hàng dưới cùng là số hồ sơ được xét."
    desc = f"Đường nối tỷ lệ hồ sơ đúng hạn của toàn {edition.city.place} qua từng quý."
    return lines_picture(chart, finding, note, desc)


def _newest_criticism(edition: Edition) -> CriticismCard | None:
    """The newest criticism that stands: one withdrawn is not held up on the home page."""
    record = next((record for record in edition.criticisms if record.named), None)
    if record is None:
        return None
    owed = remedies(edition.figures)
    return CriticismCard(record, stages(record, owed.get(record.record_id)))


def _ranking(edition: Edition, quarter: str | None) -> Picture | None:
    """The highest and the lowest of the largest group of units alike, in the newest quarter."""
    comparison = next(iter(compare_units(edition, quarter, lambda to: relative("", to))), None)
    if comparison is None:
        return None
    lines = comparison.rows
    some = lines if len(lines) <= 2 * AT_EACH_END + 2 else both_ends(lines)
    return comparison.picture(some)


def both_ends(lines: tuple[DotRow, ...]) -> tuple[DotRow, ...]:
    """The highest and the lowest lines of a ranking."""
    return (*lines[:AT_EACH_END], *lines[-AT_EACH_END:])


def most_used(source: Procedures) -> list[ProcedureRow]:
    """The procedures that most dossiers were received for, with their limits."""
    rows = [source.row(procedure) for procedure in source.edition.procedures]
    used = [row for row in rows if row.figure and not row.procedure.sensitive]
    used.sort(key=lambda row: collation_key(row.procedure.short_name))
    used.sort(key=lambda row: row.figure.received_count if row.figure else 0, reverse=True)
    return used[:MOST_USED]


def opening(bulletin: Bulletin) -> str:
    """The first sentences of the script's first item after the greeting, or of the greeting."""
    (item,) = bulletin.items[1:2] or bulletin.items[:1]
    return " ".join(item.sentences[:2])
