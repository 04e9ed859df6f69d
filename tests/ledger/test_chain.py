"""A line of the ledger is written in one way, and written otherwise it is none."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.ledger.chain import LedgerBroken, parse_chain
from worlds.paths import DATA

LINES = (DATA / "ledger.jsonl").read_bytes().splitlines(keepends=True)
Values = dict[str, Any]
OTHERWISE: dict[str, Callable[[Values], Values]] = {
    "a column that it does not have": lambda line: line | {"number": 1},
    "no record": lambda line: line | {"record": ""},
    "nothing for a record": lambda line: line | {"record": None},
    "no digest": lambda line: line | {"digest": ""},
    "no change": lambda line: line | {"changed": {}},
    "nothing for a change": lambda line: line | {"changed": None},
    "no facts": lambda line: line | {"facts": {}},
    "nothing for facts": lambda line: line | {"facts": None},
    "its columns in another order": lambda line: dict(reversed(line.items())),
    "a moment for its day": lambda line: line | {"on": f"{line['on']}T00:00:00"},
    "a number for its day": lambda line: line | {"on": 0},
}


def test_what_was_read_is_what_is_written() -> None:
    chain = parse_chain(b"".join(LINES))
    assert chain.content == b"".join(LINES)
    assert [chain.lines[size - 1] for size in chain.sizes.values()] == list(chain.editions)
    told = {record: [line.record for line in chain.lines_of(record)] for record in chain.numbers}
    assert told == {record: [record] * len(numbers) for record, numbers in chain.numbers.items()}


@pytest.mark.parametrize("otherwise", OTHERWISE)
@pytest.mark.parametrize("event", ["published", "supplemented", "closed"])
def test_a_line_written_otherwise_is_none(event: str, otherwise: str) -> None:
    place = next(n for n, line in enumerate(LINES) if f'"event":"{event}"'.encode() in line)
    told = OTHERWISE[otherwise](json.loads(LINES[place]))
    written = f"{json.dumps(told, ensure_ascii=False, separators=(',', ':'))}\n".encode()
    assert written != LINES[place]
    with pytest.raises(LedgerBroken) as broken:
        parse_chain(b"".join((*LINES[:place], written, *LINES[place + 1 :])))
    assert broken.value.row == place + 1


@pytest.mark.parametrize("other", [b" ", b"\t", b"\r"])
def test_a_blank_is_no_part_of_a_line(other: bytes) -> None:
    with pytest.raises(LedgerBroken):
        parse_chain(b"".join((*LINES[:2], LINES[2].replace(b"\n", other + b"\n"), *LINES[3:])))
