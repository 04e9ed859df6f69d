"""The method page: every step of the SQL in full."""

from collections.abc import Iterator
from itertools import groupby

from generator.edition.page import Page
from generator.model.counts import Step
from generator.opendata.bundle import BUNDLE
from generator.opendata.recompute import COMMAND, SCRIPT
from generator.pages.renderer import Renderer

SECTION = "phuong-phap"


def pages(renderer: Renderer) -> Iterator[Page]:
    """The method page: every step in full, those that need dossiers apart from the others."""
    method = renderer.edition.method
    yield renderer.page(
        "pages/method.html",
        f"{SECTION}/",
        "Phương pháp và căn cứ",
        "Từng con số trên trang được đếm như thế nào, căn cứ pháp lý của việc công khai, và những"
        " điều số liệu không chứng minh được.",
        private=[step for step in method if step.is_private],
        public=[step for step in method if not step.is_private],
        pieces=pieces,
        number=lambda step: step.name.partition("_")[0],
        command=COMMAND,
        bundle=BUNDLE,
        script=SCRIPT,
    )


def pieces(step: Step) -> list[tuple[bool, str]]:
    """The step's text cut into comments (True) and statements (False), none of it lost."""
    lines = step.text.splitlines(keepends=True)
    cut = groupby(lines, key=lambda line: line.startswith("--"))
    return [(is_comment, "".join(part)) for is_comment, part in cut]
