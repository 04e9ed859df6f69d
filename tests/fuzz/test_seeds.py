"""What the fuzz once found stays mended, and every command that reads a folder is fuzzed."""

from pathlib import Path

import pytest

from fuzz.damages import NASTY, OTHERS, damaged
from fuzz.limits import ENDS, SECONDS
from fuzz.seeds import kept
from fuzz.targets import LEFT_OUT, WORDS, Case, lay_base
from growth.measure import limited
from worlds.commands import commands
from worlds.once import Once

SEEDS = dict(kept())


@pytest.fixture(scope="module")
def base(once: Once) -> Path:
    with_site = any(case.command == "verify" for case in SEEDS.values())
    made = once.made("fuzz", lambda folder: lay_base(folder, with_site=with_site))
    (city,) = made.iterdir()
    return city


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in SEEDS.items()])
def test_what_was_found_stays_mended(case: Case, base: Path, tmp_path: Path) -> None:
    with limited(SECONDS):
        assert case.run(base, tmp_path / "city").status in ENDS


def test_every_command_that_reads_a_folder_is_fuzzed() -> None:
    assert WORDS.keys() | LEFT_OUT.keys() == commands().keys()
    assert not WORDS.keys() & LEFT_OUT.keys()


@pytest.mark.parametrize("kind", OTHERS)
def test_a_file_of_another_kind_is_other_bytes(kind: str) -> None:
    assert damaged(b"a,b\n1,2\n", [("other", kind)]) != b"a,b\n1,2\n"


def test_damages_follow_one_another() -> None:
    how = [("columns", 0, 1), ("cell", 0.9, 0, "x"), ("put", 0.0, "é"), ("cut", 0.9)]
    assert damaged(b"a,b\n1,2\n", how) == "éb,a\nx,1".encode()
    assert all(damaged(b"ab", [("put", 0.5, piece)]) for piece in NASTY)
