"""The method page: every step of the SQL in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.edition.page import Page
from generator.model.counts import MethodStep
from generator.opendata.bundle import BUNDLE
from generator.opendata.recompute import COMMAND, SCRIPT
from generator.pages.renderer import Renderer
from generator.pages.section import Section
from generator.pages.view import View

ADDRESS = "phuong-phap/"


@dataclass(frozen=True)
class ShownStep:
    """One step: its place in the order, and its text cut into comments (True) and statements."""

    number: str
    name: str
    title: str
    pieces: Sequence[tuple[bool, str]]


@dataclass(frozen=True)
class MethodView(View):
    """Every step in full, those that need dossiers (`private`) apart from the others."""

    template: ClassVar[str] = "pages/method.html"
    private: Sequence[ShownStep]
    public: Sequence[ShownStep]
    command: str
    bundle: str
    script: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The method page."""
    method = renderer.edition.method
    view = MethodView(
        private=[_step(step) for step in method if step.is_private],
        public=[_step(step) for step in method if not step.is_private],
        command=COMMAND,
        bundle=BUNDLE,
        script=SCRIPT,
    )
    yield renderer.page(
        view,
        ADDRESS,
        "Phương pháp và căn cứ",
        "Từng con số trên trang được đếm như thế nào, căn cứ pháp lý của việc công khai, và những"
        " điều số liệu không chứng minh được.",
    )


def _step(step: MethodStep) -> ShownStep:
    return ShownStep(step.name.partition("_")[0], step.name, step.title, _pieces(step.text))


def _pieces(text: str) -> list[tuple[bool, str]]:
    """A text cut into comments (True) and statements (False), none of it lost."""
    cut = groupby(text.splitlines(keepends=True), key=lambda line: line.startswith("--"))
    return [(is_comment, "".join(part)) for is_comment, part in cut]


SECTION = Section(ADDRESS, "Phương pháp", (pages,))
