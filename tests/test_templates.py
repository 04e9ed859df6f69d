"""What people write of the site's look: lines that a screen shows, names in English."""

import ast
import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path

from jinja2 import nodes

from generator.ledger.checksums import FILE, HEAD, SIGNATURE
from generator.model.counts import DOSSIER_COUNTS
from generator.model.datasets import DATASETS, DOSSIERS
from generator.model.figures import FIGURES, Figure
from generator.model.limit_units import LIMIT_UNITS
from generator.model.sample import SAMPLE
from generator.model.shares import PERCENTILES
from generator.model.site_paths import DESCRIPTOR, LEDGER, OPEN_DATA, OPENINGS, table_path
from generator.model.text import ALPHABET, slug
from generator.model.week import WEEKDAYS, WEEKEND_NAME
from worlds.paths import ROOT, TEMPLATES
from worlds.views import ENVIRONMENT

WRITTEN = (".html", ".css", ".js", ".atom", ".svg")
OWN = TEMPLATES / "theme" / "assets"
_UNREAD = re.compile(
    r"""/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`""", re.DOTALL
)
"""Comments and texts, in which any word may stand."""


FILES = sorted(file for file in TEMPLATES.rglob("*") if file.suffix in WRITTEN)


def in_each(files: Iterable[Path], faults_of: Callable[[Path], object]) -> dict[str, object]:
    """What is wrong in each file in which anything is."""
    found = {file.relative_to(ROOT).as_posix(): faults_of(file) for file in files}
    assert found, "no file was looked at"
    return {name: faults for name, faults in found.items() if faults}


def test_no_line_is_longer_than_a_screen_shows() -> None:
    def long(file: Path) -> list[tuple[int, int]]:
        lines = enumerate(file.read_text("utf-8").split("\n"), start=1)
        return [(number, len(line)) for number, line in lines if len(line) > 140]

    assert in_each(FILES, long) == {}


def test_no_file_is_long() -> None:
    assert in_each(FILES, lambda file: file.read_text("utf-8").splitlines()[300:]) == {}


def texts_of(file: Path) -> set[object]:
    """The texts that a script or a template holds in its code."""
    source = file.read_text("utf-8")
    if file.suffix != ".js":
        return {node.value for node in ENVIRONMENT.parse(source).find_all(nodes.Const)}
    return {text[1:-1] for text in re.findall(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", source)}


def test_no_dataset_is_named() -> None:
    files = (file for file in FILES if file.suffix != ".css")
    named = in_each(files, lambda file: texts_of(file) & {*DATASETS, DOSSIERS})
    assert named == {}, "let the view, or what the script is given, tell of these"


def declared() -> set[str]:
    """What the generator declares and hands over to the scripts that need it."""
    counts = {item.name for item in fields(Figure) if item.name.endswith(("_count", "_share"))}
    paths = {LEDGER, OPENINGS, DESCRIPTOR, OPEN_DATA, FILE, SIGNATURE, HEAD}
    tables = {path(table) for path in (table_path, str) for table in (FIGURES, DOSSIER_COUNTS)}
    names = {ALPHABET, SAMPLE, WEEKEND_NAME, *WEEKDAYS, *LIMIT_UNITS.values()}
    return counts | paths | tables | names | {percentile.column for percentile in PERCENTILES}


def test_no_script_says_again_what_the_generator_declares() -> None:
    known = declared()
    assert in_each(OWN.rglob("*.js"), lambda file: texts_of(file) & known) == {}


def vietnamese() -> frozenset[str]:
    """The words of the site's addresses, as somebody in haste would name a file by."""
    folders = (path.name for path in (ROOT / "content").rglob("*") if path.is_dir())
    words = {word for name in folders for word in slug(name).split("-")}
    return frozenset(word for word in words if word.isalpha() and len(word) > 2)


def named(file: Path) -> set[str]:
    """The words of a file's name, and of every name in it."""
    code = f"{file.stem} {_UNREAD.sub(' ', file.read_text('utf-8'))}"
    names = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", code)
    return {word.lower() for word in re.findall(r"[^\W\d_]+", names)}


def test_names_in_scripts_and_stylesheets_are_english() -> None:
    known = vietnamese()
    assert {"thu", "tuc", "giam", "sat", "phan", "anh"} <= known
    files = [file for file in FILES if {OWN / "css", OWN / "js"} & {*file.parents}]
    words = in_each(files, lambda file: {w for w in named(file) if not w.isascii() or w in known})
    assert words == {}


COUNTED = re.compile(r"(?:_|\b)(?:count|days|longest)$|\|\s*length$")
"""How an expression ends that gives a whole number as the program holds it: 2000, not 2.000."""
TEXTS = {"line.count", "count", "bar.short_days"}
"""What ends so and is written already."""


def test_a_number_that_people_read_is_written_as_people_write_it() -> None:
    def bare(file: Path) -> set[str]:
        read = re.sub(r'="[^"]*"', "", file.read_text("utf-8"))
        shown = (match[1].strip() for match in re.finditer(r"\{\{(.*?)\}\}", read, re.DOTALL))
        return {expression for expression in shown if COUNTED.search(expression)} - TEXTS

    assert in_each((file for file in FILES if file.suffix in (".html", ".atom")), bare) == {}


UNITS = (*LIMIT_UNITS.values(), "phút", "giây", "điểm phần trăm")
TORN = re.compile(
    rf"(?:number[^{{}}]*}}}}?(?:</\w+>)?|_(?:days|points) ~ \")\s+(?:{'|'.join(UNITS)})\b"
)
"""A number as people write it, and a unit of time or of shares that a line may tear from it."""


def test_a_number_keeps_its_unit() -> None:
    """`with_unit` joins the two."""
    templates = (file for file in FILES if file.suffix == ".html")
    files = (*templates, *(ROOT / "generator" / "pages").rglob("*.py"))
    torn = in_each(
        files, lambda file: [match[0] for match in TORN.finditer(file.read_text("utf-8"))]
    )
    assert torn == {}


def test_a_number_in_a_sentence_of_the_pages_is_written_so_too() -> None:
    for file in sorted((ROOT / "generator" / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FormattedValue):
                assert not COUNTED.search(ast.unparse(node.value)), (file.name, node.lineno)
