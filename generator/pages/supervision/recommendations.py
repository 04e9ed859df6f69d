"""The Front's recommendations as threads: sent, due, answered, their outcome, their end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.ledger.chain import LedgerLine
from generator.ledger.openings import public_form
from generator.ledger.words import edition_url
from generator.model.capitals import mid_sentence
from generator.model.datasets import DATASETS, name_of
from generator.model.figures import ReplyCount
from generator.model.obligations import Obligation
from generator.model.recommendations import PublicRecommendation
from generator.model.records import Correction, Recommendation
from generator.model.text import collation_key, vn_date
from generator.pages.addresses import record_url
from generator.pages.filters import STANDINGS, STATES, obligation_state
from generator.pages.record_history import Entered, entered
from generator.pages.renderer import Renderer
from generator.pages.stages import Stage
from generator.pages.view import View

DATASET = name_of(Recommendation)
WITHDRAWN = STANDINGS["withdrawn"]
STATE_WORDS = (*STATES.values(), WITHDRAWN)
"""What threads can be filtered by."""


@dataclass(frozen=True)
class Closing:
    """What closed a recommendation: in words, its page, and the day it became public."""

    words: str
    url: str
    day: date | None


@dataclass(frozen=True)
class Thread:
    """A recommendation and all that became of it.

    `outcome` is the line of the ledger in which its outcome came; None while there is no outcome,
    or the edition that will hold it is not closed yet.
    """

    ask: PublicRecommendation
    obligation: Obligation | None
    outcome: LedgerLine | None
    closing: Closing | None
    entered: tuple[Entered, ...]

    @property
    def url(self) -> str:
        """Address of its page."""
        return record_url(DATASET, self.ask.record_id)

    @property
    def state(self) -> str:
        """Its value of the filter by state."""
        if self.ask.standing == "withdrawn":
            return WITHDRAWN[0]
        return obligation_state(self.obligation)

    @property
    def outcome_url(self) -> str:
        """Address of the edition in which the outcome came."""
        return edition_url(self.outcome.edition) if self.outcome else ""

    @property
    def has_outcome(self) -> bool:
        """True once it was accepted or refused."""
        return self.ask.outcome != "pending"


@dataclass(frozen=True)
class RecommendationView(View):
    """One recommendation; `outcome` in words, `steps` what became of it by stage."""

    template: ClassVar[str] = "pages/recommendation.html"
    thread: Thread
    outcome: str
    steps: Sequence[Stage]


def threads(edition: Edition) -> list[Thread]:
    """Recommendations: those overdue first, then newest first."""
    owed = {o.key: o for o in edition.figures.obligations if o.dataset == DATASET}
    found = [_thread(edition, ask, owed.get(ask.record_id)) for ask in edition.recommendations]
    return sorted(found, key=lambda t: t.obligation is None or t.obligation.state != "overdue")


def _thread(edition: Edition, ask: PublicRecommendation, owed: Obligation | None) -> Thread:
    return Thread(
        ask,
        owed,
        outcome_line(edition, ask),
        closing(edition, ask.closed_by),
        entered(edition, DATASET, ask.record_id),
    )


def outcome_line(edition: Edition, ask: PublicRecommendation) -> LedgerLine | None:
    """The line of the ledger that first held the outcome as it stands now."""
    form = public_form(ask)
    opening = edition.ledger.openings.get(form.record)
    if ask.outcome == "pending" or opening is None or "outcome" in opening.changed(form):
        return None
    lines = edition.ledger.chain.lines_of(form.record)
    return [line for line in lines if line.event == "published" or "outcome" in line.fields][-1]


def closing(edition: Edition, key: str | None) -> Closing | None:
    """What a key of `closed_by` leads to: a record, or one of its corrections."""
    if not key:
        return None
    record_id, _, rest = key.partition("/")
    dataset = edition.dataset_of[record_id]
    url = record_url(dataset, record_id)
    if rest:
        day = date.fromisoformat(rest.partition("/")[0])
        kind = edition.contract.label(Correction, "kind", rest.partition("/")[2])
        return Closing(
            f"{mid_sentence(kind)} {record_id} ngày {vn_date(day)}", f"{url}#dinh-chinh", day
        )
    public_on = {item.record_id: item.approved_on for item in edition.commendations}
    public_on |= {item.record_id: item.approved_on for item in edition.criticisms}
    return Closing(f"trường hợp {DATASETS[dataset].noun} {record_id}", url, public_on[record_id])


def stages(thread: Thread, outcome_words: str) -> tuple[Stage, ...]:
    """Sent, answered or due, outcome, closed; only what can still come is left open."""
    ask = thread.ask
    sent = Stage("Gửi kiến nghị", ask.sent_on, "done", column="sent_on")
    if ask.standing == "withdrawn":
        ended = next(c.published_on for c in ask.corrections if c.kind == "withdrawn")
        return (sent, Stage("Rút lại", ended, "done"))
    late = thread.obligation is not None and thread.obligation.state == "overdue"
    if ask.reply:
        answer = Stage("Trả lời", ask.replied_on, "done", column="replied_on")
    else:
        state: Literal["overdue", "open"] = "overdue" if late else "open"
        answer = Stage("Trả lời", ask.due_on, state, is_due=True, column="due_on")
    outcome = Stage("Kết quả", None, "open")
    if thread.has_outcome:
        outcome = Stage(f"Kết quả: {mid_sentence(outcome_words)}", None, "done")
    closed = (Stage("Kết thúc", thread.closing.day, "done"),) if thread.closing else ()
    return (sent, answer, outcome, *closed)


def pages(renderer: Renderer) -> Iterator[Page]:
    """A page a recommendation."""
    edition = renderer.edition
    for thread in threads(edition):
        ask = thread.ask
        unit = edition.unit(ask.unit_id).name
        outcome = edition.contract.label(Recommendation, "outcome", ask.outcome)
        yield renderer.page(
            RecommendationView(thread, outcome, stages(thread, outcome)),
            thread.url,
            f"Kiến nghị: {mid_sentence(ask.about)}",
            f"{ask.body} kiến nghị {mid_sentence(unit)} ngày {vn_date(ask.sent_on)}: {ask.text}.",
            frame=DATASETS[DATASET].section,
            search_text=". ".join((ask.body, unit, ask.text, ask.record_id)),
        )


def reply_counts(edition: Edition, dataset: str) -> tuple[ReplyCount, ...]:
    """How each unit answered, units in the order of a dictionary."""
    rows = [row for row in edition.figures.reply_counts if row.dataset == dataset and row.unit_id]
    names = {unit.unit_id: unit.name for unit in edition.units}
    return tuple(sorted(rows, key=lambda row: collation_key(names[str(row.unit_id)])))


def all_replies(edition: Edition, dataset: str) -> ReplyCount | None:
    """How all units together answered; None when nothing was asked."""
    rows = edition.figures.reply_counts
    return next((row for row in rows if row.dataset == dataset and not row.unit_id), None)
