"""The page of one commendation or criticism: who, what, on which grounds, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.edition.case_words import subject
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.capitals import mid_sentence
from generator.model.datasets import dataset_of
from generator.model.directives import Directive
from generator.model.made_files import ENDED, NAMING_ENDED, NAMING_SUSPENDED
from generator.model.obligations import Obligation
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.text import vn_date
from generator.pages.addresses import record_url
from generator.pages.clauses import cited
from generator.pages.conduct.clearing import Clearing, clearing_of
from generator.pages.conduct.contests import ContestRow, contest_rows
from generator.pages.conduct.gate import fair
from generator.pages.conduct.points import PointRow, point_rows
from generator.pages.conduct.rights import Rights, rights_of
from generator.pages.record_history import Entered, SavedLine, entered, saved_lines
from generator.pages.renderer import Renderer
from generator.pages.stages import Stage, life, praise_stages
from generator.pages.view import View

CRITICISM = "Phê bình (không phải hình thức kỷ luật)"


@dataclass(frozen=True)
class CommendationView(View):
    """One commendation; `ending` says what became of one no longer in force."""

    template: ClassVar[str] = "pages/commendation.html"
    is_macro: ClassVar[bool] = True
    record: PublicCommendation
    subject: str
    ending: str
    directive: Directive | None
    entered: Sequence[Entered]
    saved: Sequence[SavedLine]
    steps: Sequence[Stage]


@dataclass(frozen=True)
class CriticismView(View):
    """One criticism, likewise; `sanction` is its measure inside a sentence."""

    template: ClassVar[str] = "pages/criticism.html"
    is_macro: ClassVar[bool] = True
    record: PublicCriticism
    subject: str
    ending: str
    directive: Directive | None
    entered: Sequence[Entered]
    saved: Sequence[SavedLine]
    steps: Sequence[Stage]
    measure: str
    sanction: str
    remedy: Obligation | None
    points: Sequence[PointRow]
    contests: Sequence[ContestRow]
    rights: Rights
    clearing: Clearing | None


def commendation_page(renderer: Renderer, record: PublicCommendation) -> Page:
    """The page of a commendation."""
    edition, dataset = renderer.edition, dataset_of(type(record))
    view = CommendationView(
        record=record,
        subject=subject(edition, record),
        ending=ending_words(record),
        directive=cited(edition, record),
        entered=entered(edition, dataset.name, record.record_id),
        saved=saved_lines(edition, dataset.name, record.record_id),
        steps=praise_stages(record),
    )
    return renderer.page(
        view,
        record_url(dataset.name, record.record_id),
        record_title(edition, record),
        record.reason or view.ending,
        frame=dataset.section,
        search_text=_search_text(edition, record, record.reason),
    )


def criticism_page(renderer: Renderer, record: PublicCriticism) -> Page:
    """The page of a criticism, with the unit's reply at equal prominence. Raises NamedUnfairly."""
    edition, dataset = renderer.edition, dataset_of(type(record))
    owed = (o for o in edition.figures.obligations if o.dataset == dataset.name)
    remedy = next((item for item in owed if item.key == record.record_id), None)
    measure = measure_label(edition, record.measure)
    view = CriticismView(
        record=record,
        subject=subject(edition, record),
        ending=ending_words(record),
        directive=cited(edition, record),
        entered=entered(edition, dataset.name, record.record_id),
        saved=saved_lines(edition, dataset.name, record.record_id),
        measure=measure,
        sanction="phê bình" if measure == CRITICISM else mid_sentence(measure),
        remedy=remedy,
        steps=life(record, remedy),
        points=point_rows(edition, record),
        contests=contest_rows(edition, record),
        rights=rights_of(edition, record),
        clearing=clearing_of(edition, record),
    )
    page = renderer.page(
        view,
        record_url(dataset.name, record.record_id),
        record_title(edition, record),
        record.violation or view.ending,
        frame=dataset.section,
        search_text=_search_text(edition, record, record.violation),
    )
    return fair(page, record)


def measure_label(edition: Edition, code: str) -> str:
    """The measure in words. Criticism is no disciplinary form, and the words say so."""
    labels = {item.code: item.label for item in edition.city.disciplinary_measures}
    return f"Kỷ luật {mid_sentence(labels[code])}" if code in labels else CRITICISM


def _title(
    kind: str, noun: str, edition: Edition, record: PublicCommendation | PublicCriticism
) -> str:
    if record.named:
        return f"{kind}: {subject(edition, record)}"
    return f"Trường hợp {noun} {record.record_id}"


def record_title(edition: Edition, record: PublicCommendation | PublicCriticism) -> str:
    """The title of a record's page."""
    if isinstance(record, PublicCommendation):
        return _title("Nêu gương", "nêu gương", edition, record)
    return _title("Phê bình", "phê bình", edition, record)


def ending_words(record: PublicCommendation | PublicCriticism) -> str:
    """What became of a record that is no longer in force; empty while it is."""
    ends: dict[str, date] = {c.kind: c.published_on for c in record.corrections}
    if record.standing in ENDED:
        return ENDED[record.standing].format(day=vn_date(ends[record.standing]))
    if record.suspended_on:
        return NAMING_SUSPENDED[record.subject_kind].format(day=vn_date(record.suspended_on))
    if record.standing == "expired" and record.ended_on:
        return NAMING_ENDED[record.subject_kind].format(day=vn_date(record.ended_on))
    return ""


def _search_text(edition: Edition, record: PublicCommendation | PublicCriticism, text: str) -> str:
    unit = edition.unit(record.unit_id).name
    parts = (record.position, unit, text, record.decision_no, record.record_id)
    return ". ".join(part for part in parts if part)
