"""What lies in a data folder may be anything: it is checked, and it never stops the program."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.datafolder.table import read_table
from generator.model.problem import Problem
from generator.model.problems import render_github, render_json, render_text
from worlds.broken import findings, spliced
from worlds.small import SMALL

FILES = sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*.*"))
TABLES = [file for file in FILES if file.endswith(".csv")]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "city")


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems}


def tellable(problems: list[Problem]) -> bool:
    """True when every form of the report can be written, in both languages."""
    for lang in ("vi", "en"):
        assert "\0" not in render_text(problems, lang)
        assert len(json.loads(render_json(problems, lang))) == len(problems)
        assert all(line.startswith("::") for line in render_github(problems, lang).splitlines())
    return True


def test_byte_order_mark_and_windows_line_ends_are_fine(city: Path) -> None:
    for file in TABLES:
        data = (city / file).read_bytes().replace(b"\n", b"\r\n")
        (city / file).write_bytes(b"\xef\xbb\xbf" + data)
    assert findings(city) == []


def test_a_header_alone_is_fine(city: Path) -> None:
    for name in ("corrections", "broadcasts", "inspections"):
        file = city / f"{name}.csv"
        file.write_bytes(file.read_bytes().splitlines(keepends=True)[0])
    assert codes(findings(city)) == set()


def test_the_first_row_is_the_header_however_short_the_others_are(city: Path) -> None:
    file = city / "inspections.csv"
    file.write_text(file.read_text("utf-8").splitlines()[0] + "\n" + "kt-1\n" * 20, "utf-8")
    problems = findings(city)
    assert codes(problems) == {"cell-missing"}
    assert {problem.row for problem in problems} == set(range(2, 22))


def test_rows_are_numbered_as_excel_numbers_them(city: Path) -> None:
    """A line break inside a cell does not begin a new row."""
    file = city / "corrections.csv"
    header, row = file.read_text("utf-8").splitlines()
    broken = row.replace("Ghi nhầm số văn bản", '"Ghi nhầm\nsố\nvăn bản"')
    file.write_text(f"{header}\n{broken}\n{row.replace('2018-06-01', '2018-06-31')}\n", "utf-8")
    [problem] = findings(city)
    assert (problem.code, problem.row, problem.field) == ("date-unreal", 3, "published_on")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258", "utf-32"])
def test_other_encodings_are_told(city: Path, encoding: str) -> None:
    file = city / "corrections.csv"
    file.write_bytes(file.read_text("utf-8").encode(encoding, errors="replace"))
    assert codes(findings(city)) <= {"encoding", "nul-byte"}


def test_a_cell_of_a_million_letters(city: Path) -> None:
    file = city / "corrections.csv"
    text = file.read_text("utf-8").replace("Ghi nhầm số văn bản", "nhầm " * 200_000 + "số")
    file.write_text(text, "utf-8")
    problems = findings(city)
    assert codes(problems) == {"text-too-long"}
    assert max(len(line) for line in render_text(problems).splitlines()) < 500


def test_ten_thousand_columns(city: Path) -> None:
    file = city / "corrections.csv"
    header, row = file.read_text("utf-8").splitlines()
    more = ",".join(f"cot_{number}" for number in range(10_000))
    file.write_text(f"{header},{more}\n{row}{',x' * 10_000}\n", "utf-8")
    problems = findings(city)
    assert codes(problems) == {"label-extra"}
    assert len(render_text(problems).splitlines()) == 4


@pytest.mark.parametrize("file", ["city.yaml", "datapackage.yaml"])
@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{" * 5_000, "a: &a [x]\nb: [*a, *a]\n", "!!python/object:os.system {}", "- 1"],
    ids=["brackets", "braces", "alias", "python tag", "a list"],
)
def test_settings_of_any_shape(city: Path, file: str, text: str) -> None:
    (city / file).write_text(text, "utf-8")
    assert codes(findings(city)) <= {"yaml-syntax", "yaml-alias", "yaml-tag", "yaml-no-settings"}
    assert findings(city)


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    assert codes(findings(tmp_path)) == {"file-missing"}
    assert tellable(findings(tmp_path))


def test_paths_stay_inside_the_data_folder(city: Path) -> None:
    for path in ("/etc/passwd", "../city.yaml", "a/../../b", "https://example.org/a.csv", "..\\a"):
        fault = read_table(city, path).fault
        assert fault is not None and fault.code == "path-outside", path


def test_a_name_that_no_disk_takes(city: Path) -> None:
    for path in ("a\0b.csv", "x" * 5_000):
        fault = read_table(city, path).fault
        assert fault is not None and fault.code == "file-unreadable"


def test_the_same_folder_gives_the_same_findings(city: Path) -> None:
    for file in TABLES:
        text = (city / file).read_text("utf-8")
        (city / file).write_text(
            text.replace("2018-0", "2018-9").replace("p-hoa", "p hoa"), "utf-8"
        )
    problems = findings(city)
    assert len(problems) > 50
    assert problems == findings(city)


LAW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
PIECES = st.sampled_from(
    [
        *(b'"', b",", b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b" ", b"2018-02-30", b"-1"),
        *("\u200b".encode(), "\u0300".encode(), b"{}", b"%s", b"::error::", b"a@b.vn", b"99:99"),
    ]
)


@LAW
@given(file=st.sampled_from(FILES), data=st.binary(max_size=200))
def test_any_bytes_are_filtered(city: Path, file: str, data: bytes) -> None:
    before = (city / file).read_bytes()
    (city / file).write_bytes(data)
    assert tellable(findings(city))
    (city / file).write_bytes(before)


@LAW
@given(
    file=st.sampled_from(TABLES),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), min_size=1, max_size=6),
)
def test_any_change_of_a_file_is_filtered(
    city: Path, file: str, cuts: list[tuple[float, int, bytes]]
) -> None:
    before = (city / file).read_bytes()
    (city / file).write_bytes(spliced(before, cuts))
    assert tellable(findings(city))
    (city / file).write_bytes(before)


STRAY = (
    *("Hồ sơ quý 4.xlsx", "ho-so.xls", "~$ho-so.xlsx", ".~lock.units.csv#", "so-theo-doi.ods"),
    *("units.csv.bak", "Copy of units.csv", "units (1).csv", "cu/ho-so.zip", "giay-hen.docx"),
)


@pytest.mark.parametrize("name", STRAY)
def test_a_file_that_nothing_lists_is_named(city: Path, name: str) -> None:
    (city / name).parent.mkdir(exist_ok=True)
    (city / name).write_bytes(b"x")
    [problem] = findings(city)
    assert (problem.code, problem.severity) == ("file-stray", "warning")
    assert name.startswith(problem.file)


@pytest.mark.parametrize("name", ["README.md", ".gitattributes", ".git/config"])
def test_what_a_repository_keeps_is_not_stray(city: Path, name: str) -> None:
    (city / name).parent.mkdir(exist_ok=True)
    (city / name).write_bytes(b"x")
    assert findings(city) == []
