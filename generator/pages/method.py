"""The method page: every step of the SQL in full, and deadlines counted for examples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from typing import ClassVar

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.capitals import mid_sentence
from generator.model.counts import MethodStep
from generator.model.policy_settings import Policy
from generator.model.site_paths import SectionFolder
from generator.model.text import vn_date, vn_number, vn_percent, vn_weekday
from generator.model.unit_groups import SIZES, UnitGroup, size_words
from generator.model.worked_deadline import WorkedDeadline
from generator.opendata.bundle import BUNDLE
from generator.opendata.recompute import COMMAND, SCRIPT
from generator.pages.charts.scale import CLEAR_POINTS
from generator.pages.conduct.page import measure_label
from generator.pages.procedures.limits import limit_text
from generator.pages.renderer import Renderer
from generator.pages.section import Section
from generator.pages.view import View

ADDRESS = f"{SectionFolder.METHOD}/"


@dataclass(frozen=True)
class ShownStep:
    """One step: its place in the order, and its text cut into comments (True) and statements."""

    number: str
    name: str
    title: str
    pieces: Sequence[tuple[bool, str]]


@dataclass(frozen=True)
class ShownDeadline:
    """What was asked of the clock, and its answer line by line."""

    question: str
    due: str
    lines: Sequence[str]


@dataclass(frozen=True)
class MethodView(View):
    """Every step in full, those that need dossiers (`private`) apart from the others.

    `deadlines` are examples, beside the office hours and the units that never close.
    """

    template: ClassVar[str] = "pages/method.html"
    private: Sequence[ShownStep]
    public: Sequence[ShownStep]
    command: str
    bundle: str
    script: str
    deadlines: Sequence[ShownDeadline]
    hours: str
    never_closed: Sequence[str]
    policy: Sequence[tuple[str, str]]
    """Each number that the city has decided, by what it is."""
    sizes: Sequence[str]
    """The sizes by which units are compared."""
    clear_points: str
    few_below: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The method page."""
    edition = renderer.edition
    method, service = edition.method, edition.city.service
    view = MethodView(
        private=[_step(step) for step in method if step.is_private],
        public=[_step(step) for step in method if not step.is_private],
        command=COMMAND,
        bundle=BUNDLE,
        script=SCRIPT,
        deadlines=[_deadline(worked) for worked in edition.worked],
        hours=", ".join(f"{x.opens:%H:%M}–{x.closes:%H:%M}" for x in service.office_hours),
        never_closed=[
            unit.name for unit in edition.units if unit.unit_id in service.around_the_clock
        ],
        policy=[*_decided(edition.city.policy), *_periods(edition)],
        sizes=[size_words(UnitGroup(f"-{least}")) for least in SIZES],
        clear_points=vn_number(CLEAR_POINTS, 0),
        few_below=vn_number(edition.city.policy.percentile_min_count),
    )
    yield renderer.page(
        view,
        ADDRESS,
        "Phương pháp và căn cứ",
        "Từng con số trên trang được đếm như thế nào, căn cứ pháp lý của việc công khai, và những"
        " điều số liệu không chứng minh được.",
    )


def _deadline(worked: WorkedDeadline) -> ShownDeadline:
    day = worked.received.date()
    received = f"{vn_weekday(day)} {vn_date(day)} lúc {worked.received:%H:%M}"
    question = f"Nhận {received}, thời hạn {limit_text(worked.value, worked.unit)}"
    *lines, due = worked.lines
    return ShownDeadline(question, due, lines)


def _step(step: MethodStep) -> ShownStep:
    return ShownStep(step.name.partition("_")[0], step.name, step.title, _pieces(step.text))


def _pieces(text: str) -> list[tuple[bool, str]]:
    """A text cut into comments (True) and statements (False), none of it lost."""
    cut = groupby(text.splitlines(keepends=True), key=lambda line: line.startswith("--"))
    return [(is_comment, "".join(part)) for is_comment, part in cut]


SECTION = Section(ADDRESS, "Phương pháp", (pages,))


def _decided(policy: Policy) -> Iterator[tuple[str, str]]:
    """Each number of a policy by its title in the settings; one that is not set is left out."""
    for name, field in type(policy).model_fields.items():
        value = getattr(policy, name)
        if value is not None and not isinstance(value, tuple):
            yield str(field.title), _written(value)


def _periods(edition: Edition) -> Iterator[tuple[str, str]]:
    """How long each measure is named, with its ground, where the city tells measures apart."""
    whom = {"person": "cá nhân", "unit": "tập thể", "any": "cá nhân và tập thể"}
    for period in edition.city.policy.naming_periods:
        measure = mid_sentence(measure_label(edition, period.measure))
        title = f"số tháng nêu tên, {measure}, {whom[period.of]} ({mid_sentence(period.ground)})"
        yield title, vn_number(period.months)


def _written(value: date | time | float) -> str:
    """A day, a time, a share (a float) or a whole number as people write it."""
    if isinstance(value, date):
        return vn_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return vn_percent(value) if isinstance(value, float) else vn_number(value)
