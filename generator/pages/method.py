"""The method page's SQL, the same SQL as files, and all one needs to run it in one download."""

from collections.abc import Iterator
from itertools import groupby

from generator.edition.page import Page
from generator.formats.zip import packed
from generator.model.content import whole
from generator.model.counts import Step
from generator.opendata.recompute import BUNDLE, COMMAND, REMADE, SCRIPT, script
from generator.pages.opendata.page import SECTION as DATA_SECTION
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


def files(renderer: Renderer) -> dict[str, bytes]:
    """Each step, the script, and the download of everything the script reads, by path."""
    wanted = [f"{table.name}.parquet" for table in renderer.tables if table.in_parquet]
    wanted += [f"{name}.csv" for name in REMADE]
    remake = {SCRIPT: script(renderer.edition, renderer.tables).encode("utf-8")}
    steps = {f"sql/{step.name}.sql": step.text.encode("utf-8") for step in renderer.edition.method}
    bundle = packed(remake | {name: whole(renderer.table_files[name]) for name in wanted})
    own = steps | remake | {BUNDLE: bundle}
    return {f"{DATA_SECTION}/{name}": content for name, content in own.items()}
