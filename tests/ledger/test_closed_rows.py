"""The rows of closed quarters of a table, however the file is written."""

from hashlib import sha256

import pytest

from generator.ledger.closed_rows import closed_rows_digest

TABLE = b'unit_id,quarter,note,count\np-a,2018-Q1,"x, y",5\np-a,2018-Q2,z,6\n,2018-Q1,,7\n'
CLOSED = b'unit_id,quarter,note,count\np-a,2018-Q1,"x, y",5\n,2018-Q1,,7\n'


def test_rows_of_other_quarters_are_left_out() -> None:
    assert closed_rows_digest(TABLE, {"2018-Q1"}) == sha256(CLOSED).hexdigest()
    more = TABLE + b"p-b,2019-Q1,,1\n"
    assert closed_rows_digest(more, {"2018-Q1"}) == sha256(CLOSED).hexdigest()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b",5\n", b",6\n"), (b",2018-Q1,,7\n", b""), (b",2018-Q1,,7\n", b",2018-Q1,,7\n" * 2),
        (b"unit_id", b"unit"), (b"2018-Q1,,7", b"2018-Q2,,7"), (b"2018-Q2,z", b"2018-Q1,z"),
        # the true row inside a cell of an open quarter, and a forged one in its place
        (b",2018-Q1,,7\n", b'p-z,2019-Q1,"\n,2018-Q1,,7\n",1\n,2018-Q1,,9\n'),
    ],
)  # fmt: skip
def test_a_closed_row_changed_dropped_doubled_or_moved_gives_another(
    old: bytes, new: bytes
) -> None:
    assert TABLE.count(old) == 1
    before = closed_rows_digest(TABLE, {"2018-Q1"})
    assert closed_rows_digest(TABLE.replace(old, new), {"2018-Q1"}) != before


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"\xff", b"quarter\r2018-Q1\r", b'quarter\n"']
)
def test_what_is_no_such_table_has_no_digest_of_one(content: bytes) -> None:
    whole = sha256(b"quarter\n2018-Q1\n").hexdigest()
    assert closed_rows_digest(content, {"2018-Q1"}) != whole
