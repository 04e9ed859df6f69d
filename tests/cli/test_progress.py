"""What a command shows of how far it has come: on a terminal, and nowhere else."""

import re
from pathlib import Path

import pytest

from generator.output.progress import doing, each, told_to
from worlds.command import congkhai
from worlds.paths import ROOT
from worlds.small import SMALL

CONFIG = ("--config", str(ROOT / "mkdocs.yml"))
READS = "Đọc và kiểm tra dữ liệu"
LONG = {
    "check": (READS,),
    "figures": (READS, "Tính số liệu"),
    "due list": (READS,),
    "build": (READS, "Tính số liệu", "Dựng khung các trang", "Tính mã kiểm tra của mọi tệp"),
    "bulletin": (READS, "Tính số liệu"),
    "report": (READS, "Viết báo cáo"),
    "today": (READS,),
    "template": ("Làm sổ nhập dữ liệu",),
}
"""Commands that may take more than a second, with what each does in turn."""
WORDS = {
    "build": ("--plain", *CONFIG, "--out", "{out}/site"),
    "bulletin": ("--week", "2018-W40"),
    "report": ("--quarter", "2018-Q4", "--no-pdf", "--out", "{out}"),
    "today": ("2019-01-05", "--dry-run"),
    "template": ("--out", "{out}.xlsx"),
}


def line(name: str, out: Path) -> list[str]:
    """What is typed for a command."""
    asked = (word.format(out=out) for word in WORDS.get(name, ()))
    return [*name.split(), *asked, "--data", str(SMALL)]


@pytest.mark.parametrize("name", LONG)
def test_a_terminal_shows_how_far_a_command_is(name: str, tmp_path: Path) -> None:
    done = congkhai(*line(name, tmp_path), on_terminal=True)
    assert done.status == 0, done.said
    places = [done.stderr.find(words) for words in LONG[name]]
    assert -1 not in places and places == sorted(places), done.stderr
    assert READS not in done.stdout


@pytest.mark.parametrize("name", LONG)
def test_elsewhere_and_when_silent_nothing_is_shown(name: str, tmp_path: Path) -> None:
    assert READS not in congkhai(*line(name, tmp_path / "a")).stderr
    silent = congkhai("--quiet", *line(name, tmp_path / "b"), on_terminal=True)
    assert silent.status == 0 and READS not in silent.stderr


def test_the_line_is_gone_before_anything_is_said(tmp_path: Path) -> None:
    """The last that the terminal is told of the line is to erase it."""
    done = congkhai(*line("check", tmp_path), on_terminal=True)
    shown = done.stderr.rindex(READS)
    assert re.search(r"\x1b\[2K|\x1b\[\?25h", done.stderr[shown:])


def test_what_is_laid_anew_is_checked_under_the_same_line(tmp_path: Path) -> None:
    done = congkhai("new", tmp_path / "mau", "--example", on_terminal=True)
    assert done.status == 0 and READS in done.stderr and READS not in done.stdout


def test_each_item_is_told_as_it_is_taken_and_none_is_lost() -> None:
    told: list[tuple[str, int, int]] = []
    with told_to(lambda *what: told.append(what)):
        assert list(each("Việc", "abc", 3)) == ["a", "b", "c"]
        doing("Xong")
    assert told == [("Việc", 0, 3), ("Việc", 1, 3), ("Việc", 2, 3), ("Xong", 0, 0)]
    doing("Không ai nghe")
    assert told[-1] == ("Xong", 0, 0)
