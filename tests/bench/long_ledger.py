"""A ledger of many lines, and what is done with one: run as a process of its own.

    python tests/bench/long_ledger.py make FOLDER 100000   # once
    python tests/bench/long_ledger.py read FOLDER          # parsed, every digest and sense checked
    python tests/bench/long_ledger.py close FOLDER         # and an edition closed, files written
    python tests/bench/long_ledger.py prove FOLDER         # and one record proved

Each line but the closing one is another record, of a person with a name of her own: nothing is
cheaper than in a city's ledger.
"""

import sys
from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path

from generator.history import closed
from generator.ledger.entries import Entry
from generator.ledger.ledger import Ledger, load_ledger
from generator.ledger.openings import public_form
from generator.model.records import Criticism

FACTS = {"origin": "so-cong-khai/thanh-pho-mau"}
SYLLABLES = ["Quách", "Khổng", "Doãn", "Tống", "Tăng", "Hứa", "Khuê", "Đặng", "Bùi", "Giản"]
ROW = {
    "subject_kind": "person", "position": "Chuyên viên", "person_kind": "civil_servant",
    "unit_id": "phong-noi-vu", "violation": "Vắng mặt trong giờ làm việc không có lý do",
    "clause": "3.4", "found_by": "Đoàn kiểm tra công vụ số 1", "found_on": "2018-03-20",
    "measure": "criticism", "decision_no": "09/TB-MAU", "decision_on": "2018-04-02",
    "issued_by": "Chủ tịch Ủy ban nhân dân thành phố", "status": "approved",
    "approved_by": "Chủ tịch Ủy ban nhân dân thành phố", "approved_on": "2018-04-03",
}  # fmt: skip


def _name(number: int) -> str:
    digits = (number // 1000 % 10, number // 100 % 10, number // 10 % 10, number % 10)
    return " ".join(SYLLABLES[digit] for digit in digits)


def _entries(size: int) -> Mapping[str, Entry]:
    forms = (
        public_form(
            Criticism.model_validate(
                {**ROW, "record_id": f"pb-2018-{number:06}", "subject_name": _name(number)}
            )
        )
        for number in range(size)
    )
    return {form.record: Entry(form, "in_force") for form in forms}


def _loaded(folder: Path) -> Ledger:
    ledger, problems = load_ledger(folder)
    assert ledger is not None, problems
    return ledger


def _write(folder: Path, ledger: Ledger) -> None:
    for name, content in ledger.files.items():
        (folder / name).write_bytes(content)


def make(folder: Path, size: int) -> None:
    """Lays a ledger of so many lines into a folder, and a new one for what is closed there."""
    salts = (f"{number:032x}" for number in count())
    folder.mkdir()
    (folder / "closed").mkdir()
    day = date(2018, 9, 30)
    _write(folder, closed(Ledger(), _entries(size - 1), "2018-Q3", day, FACTS, salts.__next__))


def read(folder: Path) -> None:
    """Reads and checks it."""
    _loaded(folder)


def close(folder: Path) -> None:
    """Closes another edition of it, in which every record is looked at and none has changed."""
    ledger, salts = _loaded(folder), (f"{number:032x}" for number in count())
    entries = _entries(len(ledger.openings))
    day = date(2018, 12, 31)
    _write(folder / "closed", closed(ledger, entries, "2018-Q4", day, FACTS, salts.__next__))


def prove(folder: Path) -> None:
    """Proves a thousand of its records."""
    chain = _loaded(folder).chain
    for place in range(1000):
        chain.tree.inclusion_proof(place, len(chain.lines))


if __name__ == "__main__":
    task, where, *sizes = sys.argv[1:]
    if task == "make":
        make(Path(where), int(sizes[0]))
    else:
        {"read": read, "close": close, "prove": prove}[task](Path(where))
