"""How findings are told: on a screen, to GitHub, in JSON; in Vietnamese and in English."""

import json

import pytest

from generator.model.problem import Problem
from generator.model.problems import (
    has_errors,
    message,
    render_github,
    render_json,
    render_text,
    visible,
)
from worlds.broken import build_world, findings
from worlds.paths import GOLDENS

UNTIDY = GOLDENS / "check" / "untidy"


@pytest.fixture(scope="module")
def untidy(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    return findings(build_world(UNTIDY, tmp_path_factory.mktemp("untidy")))


def golden(name: str) -> str:
    return (UNTIDY / name).read_text("utf-8").removesuffix("\n")


def test_the_report_of_an_untidy_city(untidy: list[Problem]) -> None:
    assert render_text(untidy) == golden("report.vi.txt")
    assert render_text(untidy, "en") == golden("report.en.txt")


def test_the_report_that_machines_read(untidy: list[Problem]) -> None:
    assert render_json(untidy) == golden("report.json")
    wanted = {"code", "severity", "dataset", "file", "row", "field", "message", "cause"}
    assert all(set(row) == wanted for row in json.loads(render_json(untidy)))


def test_the_report_that_github_shows(untidy: list[Problem]) -> None:
    assert render_github(untidy) == golden("report.github.txt")


def test_many_equal_findings_are_one_line_with_a_count_and_five_rows() -> None:
    many = [Problem("row-blank", "error", "units", "units.csv", row) for row in range(3, 1237)]
    line = render_text(many).splitlines()[1]
    assert line.endswith("(Có 1.234 chỗ như vậy, ở các dòng 3, 4, 5, 6, 7, ….) [row-blank]")
    assert "(The same in 1,234 places, in rows 3, 4, 5, 6, 7, ….)" in render_text(many, "en")
    assert len(json.loads(render_json(many))) == 1234


def test_nothing_found() -> None:
    assert render_text([]) == "Không có lỗi nào."
    assert render_text([], "en") == "No problems found."
    assert render_json([]) == "[]"
    assert render_github([]) == ""
    assert not has_errors([])


def test_github_commands_cannot_be_forged() -> None:
    forged = Problem(
        "enum",
        "error",
        "units",
        "a,line=9::x.csv",
        2,
        "kind",
        {"value": "50%\n::error::x", "allowed": "a\r\nb"},
    )
    [line] = render_github([forged]).splitlines()
    assert line.startswith("::error file=data/a%2Cline=9%3A%3Ax.csv,line=2,title=enum::")
    assert "50%25⟨U+000A⟩" in line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Phường Hoa Sen", "Phường Hoa Sen"),
        ("a\u200bb\x07\u00ad", "a⟨U+200B⟩b⟨U+0007⟩⟨U+00AD⟩"),
        ("x" * 61, "x" * 59 + "…"),
        ("số 038090001234", "số 038***"),
        ("120.000.000 đồng", "120.000.000 đồng"),
    ],
)
def test_a_value_is_short_visible_and_keeps_numbers_of_citizens_to_itself(
    text: str, shown: str
) -> None:
    assert visible(text) == shown


def test_days_are_told_as_each_language_writes_them() -> None:
    unreal = Problem("date-unreal", "error", "dossiers", "x.csv", 14, "a", {"value": "2018-02-30"})
    assert message(unreal).startswith("Dòng 14, cột a: ngày 30/02/2018 không có trong lịch.")
    assert message(unreal, "en").startswith("Row 14, column a: there is no day 2018-02-30.")
