"""No pattern takes time that grows faster than its text.

Whatever the program looks for with a pattern, a text may be made to keep it looking: `\\s+x` tries
every blank of a thousand, and each time reads the rest of them. Every pattern of the program is
tried on texts that are made of the pattern itself.
"""

import pytest

from growth.measure import LATE, TWICE, growth, seconds
from growth.patterns import Used, patterns
from growth.probes import probes
from worlds.broken import findings
from worlds.small import SMALL

LONGEST = 2_048
ONE_CELL = 140_000
USED = patterns(lambda: findings(SMALL))


def test_patterns_are_found() -> None:
    """In modules, in tables of modules, in calls, and made of data."""
    places = {used.where.split(":")[0] for used in USED.values()}
    assert {"generator.check.rules.papers.PAPER", "generator.check.private.data.KINDS"} & places
    assert "generator/speech/reader/read.py" in places
    assert any(place.startswith("made by") for place in places)
    assert len(USED) > 150


@pytest.mark.parametrize("used", [pytest.param(used, id=used.where) for used in USED.values()])
def test_a_pattern_takes_twice_the_time_for_twice_the_text(used: Used) -> None:
    slow = {}
    for probe in probes(used.pattern):
        found = growth(lambda length, probe=probe: _on(used, probe.text(length)), LONGEST)
        if found > TWICE**2:
            slow[probe] = found
    assert not slow, used.pattern.pattern


def _on(used: Used, text: str):
    return lambda: used.on(text)


def test_a_cell_of_many_letters_keeps_no_pattern_looking() -> None:
    """Called directly too, on more letters than any reader hands on."""
    for used in USED.values():
        hardest = max(probes(used.pattern), key=lambda probe: seconds(_on(used, probe.text(256))))
        assert seconds(_on(used, hardest.text(ONE_CELL))) < LATE / 4, used
