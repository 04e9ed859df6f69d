"""No pattern takes time that grows faster than its text.

Whatever the program looks for with a pattern, a text may be made to keep it looking: `\\s+x` tries
every blank of a thousand, and each time reads the rest of them. Every pattern of the program is
tried on texts that are made of the pattern itself.
"""

import pickle
import re
from pathlib import Path

import pytest

from growth.measure import LATE, TWICE, growth, seconds
from growth.patterns import Used, patterns
from growth.probes import Probe, probes
from worlds.broken import findings
from worlds.once import Once
from worlds.small import SMALL

LONGEST = 2_048
ONE_CELL = 140_000
SHARES = 32
"""In so many shares the workers try the patterns."""


@pytest.fixture(scope="module")
def every(once: Once) -> list[Used]:
    """The patterns of the program, looked for by the first worker that tries any."""

    def find(folder: Path) -> None:
        found = [*patterns(lambda: findings(SMALL)).values()]
        (folder / "used").write_bytes(pickle.dumps(found))

    kept = (once.made("patterns", find) / "used").read_bytes()
    used: list[Used] = pickle.loads(kept)  # our own, of this run
    return used


def test_patterns_are_found(every: list[Used]) -> None:
    """In modules, in tables of modules, in calls, and made of data."""
    places = {used.where.split(":")[0] for used in every}
    assert {"generator.check.rules.papers.PAPER", "generator.check.private.data.KINDS"} & places
    assert "generator/speech/reader/read.py" in places
    assert any(place.startswith("made by") for place in places)
    assert len(every) > 150


def test_no_group_is_kept_by_a_plus(every: list[Used]) -> None:
    """Pythons before 3.11.5, as Debian 12 has one, find nothing by `(?:ab)*+x`; by `(?>(?:ab)*)x`
    they do."""
    assert _keeps_a_group(r"(?:ab){2,3}+x") and not _keeps_a_group(r"(a\)++[)*+])+")
    assert [used.where for used in every if _keeps_a_group(used.pattern.pattern)] == []


def _keeps_a_group(pattern: str) -> bool:
    plain = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", pattern, flags=re.DOTALL)
    return bool(re.search(r"\)(?:[*+?]|\{\d+(?:,\d*)?\})\+", plain))


@pytest.mark.parametrize("share", range(SHARES))
def test_a_pattern_takes_twice_the_time_for_twice_the_text(share: int, every: list[Used]) -> None:
    slow = {used.where: found for used in every[share::SHARES] if (found := _slow(used))}
    assert not slow


def _slow(used: Used) -> dict[Probe, float]:
    """The texts for which a pattern takes more than twice the time, and by how much."""
    grown = {
        probe: growth(lambda length, probe=probe: _on(used, probe.text(length)), LONGEST)
        for probe in probes(used.pattern)
    }
    return {probe: found for probe, found in grown.items() if found > TWICE**2}


def _on(used: Used, text: str):
    return lambda: used.on(text)


def test_a_cell_of_many_letters_keeps_no_pattern_looking(every: list[Used]) -> None:
    """Called directly too, on more letters than any reader hands on."""
    for used in every:
        hardest = max(probes(used.pattern), key=lambda probe: seconds(_on(used, probe.text(256))))
        assert seconds(_on(used, hardest.text(ONE_CELL))) < LATE / 4, used
