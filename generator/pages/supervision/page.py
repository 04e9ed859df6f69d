"""Supervision: what is overdue as of the edition's day, how units answer, what to ask them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.bulletin import PendingCorrection
from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.ledger.spoken_code import SpokenCode
from generator.model.datasets import name_of
from generator.model.figures import Figure, ReplyCount
from generator.model.point_records import CriticismPoint
from generator.model.records import Criticism, Recommendation, Unit
from generator.model.site_paths import SectionFolder
from generator.model.text import quarter_of, slug
from generator.pages.addresses import url_of
from generator.pages.apologies import letters_words
from generator.pages.duties.ics import CITY_FILE
from generator.pages.duties.own import OwnDuty, own_duties
from generator.pages.duties.words import Duties, Duty, in_order
from generator.pages.filters import (
    Filter,
    quarter_filter,
    state_filter,
    unit_filter,
    useful,
    words_filter,
)
from generator.pages.folds import Folded, folded
from generator.pages.lookups import grouped, latest
from generator.pages.pictures import Drawn
from generator.pages.quarter_matters import unanswered_sentence
from generator.pages.renderer import Renderer
from generator.pages.supervision.ages import age_picture
from generator.pages.supervision.channels import Channel, channels
from generator.pages.supervision.closed_quarters import ClosedQuarters, closed_quarters
from generator.pages.supervision.contents import BRIEF, Door, Newest, contents, newest_edition
from generator.pages.supervision.indicators import Indicator, indicators
from generator.pages.supervision.question import Question
from generator.pages.supervision.recommendations import (
    STATE_WORDS,
    Thread,
    all_replies,
    reply_counts,
    threads,
)
from generator.pages.view import View

SECTION = SectionFolder.SUPERVISION
URL = f"{SECTION}/"
NAME = "Giám sát"
LIST = f"{SECTION}/#viec-qua-han"
"""Where this page lists what is overdue and stands on no board."""


@dataclass(frozen=True)
class KindCount:
    """Obligations of one kind: overdue now and for how long at most, and done but late.

    `url` is where those that are overdue are listed: on this page, or on the board of the document.
    """

    kind: str
    overdue_count: int
    longest_days: int
    done_late_count: int
    url: str


@dataclass(frozen=True)
class SupervisionView(View):
    """What is overdue, how units answer, what to ask them.

    `whole` are the city's figures of the quarter; the units' dossiers still open past their day are
    fewer than its own, because sensitive procedures and small groups are of the city only.
    `overdue_count` counts every obligation; `overdue` are those that the board does not list.
    """

    template: ClassVar[str] = "pages/supervision.html"
    doors: Sequence[Door]
    newest: Newest | None
    unanswered: str
    ages: Drawn | None
    overdue_count: int
    overdue: Sequence[Duty]
    kinds: Sequence[KindCount]
    overdue_filters: Sequence[Filter]
    thread_filters: Sequence[Filter]
    quarter: str | None
    whole: Figure | None
    open_overdue: Sequence[tuple[Unit, Figure]]
    open_overdue_named: int
    threads: Folded[Thread]
    asked: ReplyCount | None
    asked_units: Sequence[ReplyCount]
    heard: ReplyCount | None
    heard_points: ReplyCount | None
    channels: Folded[Channel]
    pending: Sequence[tuple[PendingCorrection, str, str]]
    indicators: Sequence[Indicator]
    own: Sequence[OwnDuty]
    closed: ClosedQuarters
    calendar_file: str


@dataclass(frozen=True)
class BriefView(View):
    """The same on a sheet for a meeting; `whole` are the city's figures of the quarter.

    `ledger_code` is None before the first edition is closed.
    """

    template: ClassVar[str] = "pages/brief.html"
    ledger_code: SpokenCode | None
    overdue: Sequence[Duty]
    kinds: Sequence[KindCount]
    quarter: str | None
    whole: Figure | None
    letters: str
    threads: Sequence[Thread]
    older_thread_count: int
    asked: ReplyCount | None
    asked_units: Sequence[ReplyCount]
    heard: ReplyCount | None
    heard_points: ReplyCount | None
    pending: Sequence[tuple[PendingCorrection, str, str]]
    questions: Sequence[Question]
    own: Sequence[OwnDuty]
    closed: ClosedQuarters


def pages(renderer: Renderer) -> Iterator[Page]:
    """The supervision page, and the brief of it for a meeting."""
    edition = renderer.edition
    whole = _supervision(renderer)
    yield renderer.page(
        whole,
        URL,
        NAME,
        f"Việc quá hạn, báo cáo còn thiếu, kiến nghị của {edition.city.law.supervisors.one} và việc"
        " trả lời.",
    )
    yield renderer.page(
        _brief(edition, whole),
        BRIEF,
        "Tóm tắt giám sát",
        "Một bản in cho cuộc họp: việc quá hạn, kiến nghị chưa trả lời, cải chính, điều cần hỏi.",
        frame=SECTION,
        search_text="Tóm tắt giám sát để in",
    )


def _supervision(renderer: Renderer) -> SupervisionView:
    edition = renderer.edition
    every = overdue_duties(edition)
    overdue = [duty for duty in every if not duty.late_list]
    ages = age_picture(edition, (duty.obligation for duty in every))
    newest, _ = latest(edition.figures.told_quarters("unit"))
    found, still_open = threads(edition), open_overdue(edition, newest)
    whole = edition.figures.one(quarter=newest) if newest else None
    asked, odd = all_replies(edition, name_of(Recommendation)), indicators(edition)
    return SupervisionView(
        doors=list(contents(edition, every, whole, asked, odd)),
        newest=newest_edition(edition),
        unanswered=unanswered_sentence(edition),
        ages=renderer.draw(ages, URL),
        overdue_count=len(every),
        overdue=overdue,
        kinds=kind_counts(edition),
        overdue_filters=overdue_filters(edition, overdue),
        thread_filters=thread_filters(edition, found),
        quarter=newest,
        whole=whole,
        open_overdue=still_open,
        open_overdue_named=sum(row.open_overdue_count for _, row in still_open),
        threads=folded_threads(found),
        asked=asked,
        asked_units=reply_counts(edition, name_of(Recommendation)),
        heard=all_replies(edition, name_of(Criticism)),
        heard_points=all_replies(edition, name_of(CriticismPoint)),
        channels=channels(edition),
        pending=pending_corrections(edition),
        indicators=odd,
        own=own_duties(edition.figures.obligations),
        closed=closed_quarters(edition),
        calendar_file=CITY_FILE,
    )


def _brief(edition: Edition, whole: SupervisionView) -> BriefView:
    """The sheet, from what the page shows."""
    line = edition.figures.letters(whole.quarter) if whole.quarter else None
    return BriefView(
        ledger_code=edition.ledger.chain.code,
        overdue=overdue_duties(edition),
        kinds=whole.kinds,
        quarter=whole.quarter,
        whole=whole.whole,
        letters=letters_words(line) if line else "",
        threads=whole.threads.shown,
        older_thread_count=sum(fold.count for fold in whole.threads.years),
        asked=whole.asked,
        asked_units=whole.asked_units,
        heard=whole.heard,
        heard_points=whole.heard_points,
        pending=whole.pending,
        questions=[
            indicator.question
            for indicator in whole.indicators
            if indicator.question.quarter == whole.quarter
        ],
        own=whole.own,
        closed=whole.closed,
    )


def folded_threads(found: Sequence[Thread]) -> Folded[Thread]:
    """The recommendations in order; those answered that older quarters sent are folded away."""
    ended = (thread for thread in found if thread.ask.reply or thread.ask.standing == "withdrawn")
    answered = folded(ended, lambda thread: quarter_of(thread.ask.sent_on))
    older = {thread.ask.record_id for fold in answered.years for thread in fold.parts}
    shown = (thread for thread in found if thread.ask.record_id not in older)
    return Folded(tuple(shown), answered.years)


def overdue_duties(edition: Edition) -> list[Duty]:
    """Everything overdue, the longest first."""
    duties = Duties(edition)
    overdue = [item for item in edition.figures.obligations if item.state == "overdue"]
    overdue.sort(key=lambda item: (-item.late_days, item.dataset, item.key))
    return [duties.duty(item) for item in overdue]


def overdue_filters(edition: Edition, overdue: list[Duty]) -> tuple[Filter, ...]:
    """What the overdue obligations can be filtered by."""
    kinds = {slug(duty.kind): duty.kind for duty in in_order(overdue)}
    return useful(
        unit_filter(edition, (duty.obligation.unit_id for duty in overdue)),
        words_filter("loai", "Loại việc", kinds.items(), (slug(duty.kind) for duty in overdue)),
    )


def thread_filters(edition: Edition, found: Sequence[Thread]) -> tuple[Filter, ...]:
    """What the recommendations can be filtered by."""
    return useful(
        unit_filter(edition, (thread.ask.unit_id for thread in found)),
        quarter_filter(quarter_of(thread.ask.sent_on) for thread in found),
        state_filter((thread.state for thread in found), STATE_WORDS),
    )


def kind_counts(edition: Edition) -> list[KindCount]:
    """Overdue and late by kind, kinds in a fixed order, without those that have neither."""
    duties = Duties(edition)
    faulty = [o for o in edition.figures.obligations if o.state in ("overdue", "done_late")]
    by_kind = grouped(in_order(map(duties.duty, faulty)), lambda duty: duty.kind)
    return [_kind_count(kind, some) for kind, some in by_kind.items()]


def _kind_count(kind: str, duties: Sequence[Duty]) -> KindCount:
    overdue = [duty.obligation for duty in duties if duty.obligation.state == "overdue"]
    return KindCount(
        kind,
        len(overdue),
        max((item.late_days for item in overdue), default=0),
        len(duties) - len(overdue),
        duties[0].late_list or LIST,
    )


def open_overdue(edition: Edition, quarter: str | None) -> list[tuple[Unit, Figure]]:
    """Units with dossiers still open past their day at the quarter's end, most first."""
    rows = [
        row
        for row in edition.figures.by("unit", "quarter")
        if row.quarter == quarter and row.open_overdue_count
    ]
    rows.sort(key=lambda row: (-row.open_overdue_count, str(row.unit_id)))
    return [(edition.unit(str(row.unit_id)), row) for row in rows]


def pending_corrections(edition: Edition) -> list[tuple[PendingCorrection, str, str]]:
    """Corrections that the station has not aired yet, the oldest first, with their records."""
    asked = (
        (item, edition.record(item.correction.record_id)) for item in edition.pending_corrections
    )
    return [(item, case_words(edition, record), url_of(record)) for item, record in asked]
