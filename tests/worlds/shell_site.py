"""A project with a hand-made publication, for the tests of the shell; also run as a program.

In the folder of the tests, `python -m worlds.shell_site CONFIG OUT MARK` builds the project's site
with MARK on its pages;
`python -m worlds.shell_site serve CONFIG PORT ENGINE` serves it with the text of data/mark.txt.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator import mkdocs_plugin
from generator.app import publication as issuing
from generator.app.sources import Refused
from generator.cli.serving import serve_site
from generator.edition.edition import Edition
from generator.edition.page import Page, Publication
from generator.model.problem import Problem
from worlds.editions import empty_edition
from worlds.paths import ROOT

Build = Callable[..., object]
PROGRAM = (sys.executable, "-u", "-m", "worlds.shell_site")
RECORD_FRAMES = ("neu-guong", "phe-binh", "thu-tuc", "don-vi", "phat-thanh")
HOSTILE = "<p>__body__ __title__ &lt;script&gt;alert(1)&lt;/script&gt;</p>"


def copy_project(target: Path) -> Path:
    """mkdocs.yml, content/ and site_templates/ in another folder; returns the new mkdocs.yml."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("content", "site_templates"):
        shutil.copytree(ROOT / name, target / name)
    return Path(shutil.copy(ROOT / "mkdocs.yml", target))


def section_urls() -> list[str]:
    """Addresses of the hand-written pages that wait for a body."""
    content = ROOT / "content"
    pages = [path for path in content.rglob("*.md") if path.stem != "__slug__"]
    with_body = [path for path in pages if "__body__" in path.read_text("utf-8")]
    paths = [path.relative_to(content).with_suffix("").as_posix() for path in sorted(with_body)]
    (letter,) = empty_edition().city.directives
    laid = [path.replace("__directive__", letter.section) for path in paths]
    return [f"{path}/".removesuffix("index/") for path in laid]


@dataclass(frozen=True)
class HandMade:
    """What the face asks of a published edition; the edition behind it is an empty one."""

    publication: Publication
    sample: bool
    ledger_head: str = "ab" * 32
    unattested: str = ""
    site_name: str = "Công khai <kỷ cương>"
    city_name: str = "Thành phố Mẫu"
    site_url: str | None = None
    as_of: date = date(2018, 12, 31)
    edition_id: str = "2018-Q4"
    commit: str | None = None
    problems: tuple[Problem, ...] = ()
    row_count: int = 12
    untold: str = ""
    dossiers_until: date | None = None
    edition: Edition = field(default_factory=empty_edition)


def published(mark: str, *, sample: bool = True) -> HandMade:
    """A small edition: every section page, one record page a frame, one file."""
    sections = [Page(url, url, url, f"<p>{mark}</p>", None, "mục") for url in section_urls()]
    records = [
        Page(f"{frame}/mot/", "Phường <Một>", "Mô tả", HOSTILE, frame, f"tìm {mark} <i>")
        for frame in RECORD_FRAMES
    ]
    files = {"du-lieu/figures.csv": f"a\n{mark}\n".encode()}
    return HandMade(Publication((*sections, *records), files), sample)


@contextmanager
def publishing(publish: Callable[..., HandMade]) -> Iterator[None]:
    """Lets the face publish hand-made editions."""
    run, issuing.publish = issuing.publish, publish
    try:
        yield
    finally:
        issuing.publish = run


def build_by_hand(
    config: Path, out: Path, mark: str, *, sample: bool = True, build: Build = mkdocs_plugin.build
) -> None:
    """Builds the site of `published(mark)` by an engine."""
    with publishing(lambda *_: published(mark, sample=sample)):
        build(config, out=out)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def publish_mark(data: Path, *_: object) -> HandMade:
    """The small edition with the text of data/mark.txt; "hỏng" is a mistake in the data."""
    mark = (data / "mark.txt").read_text("utf-8")
    if mark == "hỏng":
        raise Refused([Problem("file-missing", "error", "units", "units.csv")])
    return published(mark)


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        issuing.publish = publish_mark
        serve_site(Path(sys.argv[2]), port=int(sys.argv[3]), engine=sys.argv[4])
    else:
        build_by_hand(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
