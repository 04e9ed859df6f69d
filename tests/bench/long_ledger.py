"""A ledger of many lines, and what is done with one: each task is run as a process of its own.

    python tests/bench/long_ledger.py make FOLDER 100000     # once
    python tests/bench/long_ledger.py start FOLDER 100000    # what every other task begins with
    python tests/bench/long_ledger.py records FOLDER 100000  # the records made up again, unused
    python tests/bench/long_ledger.py read FOLDER 100000     # every line and opening, checked
    python tests/bench/long_ledger.py close FOLDER 100000    # an edition closed, files written
    python tests/bench/long_ledger.py prove FOLDER 100000    # its lines read, and records proved

Each line but those that close the forty editions is another record, one in ten of a person. To
`close`, the records are made up again, which is no cost of the ledger: a command has them.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from types import MappingProxyType

from generator.history import closed
from generator.ledger.entries import Entry
from generator.ledger.ledger import Ledger, load_ledger, load_lines, with_openings
from generator.ledger.openings import key_of
from generator.ledger.seals import sealed_editions
from generator.model.public import PublicCriticism
from generator.model.records import Criticism
from generator.model.text import quarter_end, quarter_of

FACTS = {"origin": "so-cong-khai/thanh-pho-mau"}
EDITIONS = 40
NEW = 100
"""How many records the closing that is measured publishes; it also tells of one reply."""
REPLY = {"reply": "Đã rút kinh nghiệm", "replied_on": "2018-04-20"}
PROOFS = 1_000
SYLLABLES = ["Quách", "Khổng", "Doãn", "Tống", "Tăng", "Hứa", "Khuê", "Đặng", "Bùi", "Giản"]
ROW = {
    "position": "Chuyên viên", "person_kind": "civil_servant",
    "unit_id": "phong-noi-vu", "violation": "Vắng mặt trong giờ làm việc không có lý do",
    "clause": "3.4", "found_by": "Đoàn kiểm tra công vụ số 1", "found_on": "2018-03-20",
    "measure": "criticism", "decision_no": "09/TB-MAU", "decision_on": "2018-04-02",
    "issued_by": "Chủ tịch Ủy ban nhân dân thành phố", "status": "approved",
    "approved_by": "Chủ tịch Ủy ban nhân dân thành phố", "approved_on": "2018-04-03",
}  # fmt: skip


def _name(number: int) -> str:
    digits = (number // 1000 % 10, number // 100 % 10, number // 10 % 10, number % 10)
    return " ".join(SYLLABLES[digit] for digit in digits)


def _entry(number: int, more: Mapping[str, str] = MappingProxyType({})) -> Entry:
    """A record and how it is shown; one that is in force is shown as it is."""
    is_person = number % 10 == 0
    own = {
        "record_id": f"pb-2018-{number:06}",
        "subject_kind": "person" if is_person else "unit",
        "subject_name": _name(number) if is_person else "Phòng Nội vụ",
    }
    record = Criticism.model_validate({**ROW, **own, **more})
    shown = PublicCriticism.model_construct(
        **vars(record), standing="in_force", named_until=None, corrections=()
    )
    return Entry(record, "in_force", public=shown)


def _by_key(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    return {key_of(entry.record): entry for entry in entries}


def _in_each(size: int) -> int:
    """The records of each edition."""
    return size // EDITIONS - 1


def _salts() -> Callable[[], str]:
    return (f"{number:032x}" for number in count()).__next__


def _editions() -> Iterator[tuple[str, date]]:
    day = date(2018, 12, 31)
    while True:
        yield quarter_of(day), day
        day = quarter_end(quarter_of(day + timedelta(days=1)))


def _write(folder: Path, ledger: Ledger) -> None:
    for name, content in ledger.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def make(folder: Path, size: int) -> None:
    """Lays a ledger of so many lines into a folder, each edition closed on the one before."""
    each, ledger, salts = _in_each(size), Ledger(), _salts()
    for turn, (edition, day) in enumerate(islice(_editions(), EDITIONS)):
        entries = _by_key(map(_entry, range(turn * each, (turn + 1) * each)))
        ledger = closed(ledger, entries, edition, day, FACTS, salts)
        _write(folder, ledger)
        ledger = replace(ledger, openings={}, sealed=frozenset(ledger.chain.seals))


def start(folder: Path, size: int) -> None:
    """Nothing but the start of the process."""
    assert folder.is_dir() and size


def records(folder: Path, size: int) -> None:
    """Makes the records up again, and keeps none."""
    assert folder.is_dir()
    for entry in map(_entry, range(_in_each(size) * EDITIONS)):
        assert entry.public


def read(folder: Path, size: int) -> None:
    """Reads and checks it with all its openings."""
    ledger, problems = load_ledger(folder)
    assert ledger is not None and len(ledger.openings) == _in_each(size) * EDITIONS, problems


def close(folder: Path, size: int) -> None:
    """Closes another edition, with new records and a reply to one."""
    old = _in_each(size) * EDITIONS
    replied = old - _in_each(size)
    lines, problems = load_lines(folder)
    assert lines is not None, problems
    entries = (_entry(number, REPLY if number == replied else {}) for number in range(old))
    shown = (entry.public for entry in entries if entry.public)
    sealed = sealed_editions(folder, lines.chain, lines.seal_salts, shown)
    assert len(sealed) == EDITIONS - 1
    ledger, problems = with_openings(folder, lines, sealed)
    assert ledger is not None, problems
    looked_at = [_entry(replied, REPLY), *map(_entry, range(replied + 1, old + NEW))]
    edition, day = next(islice(_editions(), EDITIONS, None))
    after = closed(ledger, _by_key(looked_at), edition, day, FACTS, _salts())
    assert len(after.chain.lines) == size + 1 + NEW + 1
    _write(folder / "closed", after)


def prove(folder: Path, size: int) -> None:
    """Proves some of its records."""
    lines, problems = load_lines(folder)
    assert lines is not None, problems
    for place in range(PROOFS):
        lines.chain.tree.inclusion_proof(place, size)


TASKS = {task.__name__: task for task in (make, start, records, read, close, prove)}

if __name__ == "__main__":
    name, where, lines = sys.argv[1:]
    TASKS[name](Path(where), int(lines))
