"""The quick look never passes a table that frictionless rejects, and stops no table it takes."""

import frictionless
from frictionless.resources import TableResource
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.screen import is_sound

DESCRIPTOR = {
    "fields": [
        {"name": "id", "type": "string", "constraints": {"pattern": "[a-z]{1,2}"}},
        {"name": "day", "type": "date", "constraints": {"required": True}},
        {"name": "count", "type": "integer", "constraints": {"minimum": 0}},
        {"name": "kind", "type": "string", "constraints": {"enum": ["x", "y"]}},
        {"name": "sure", "type": "boolean"},
    ],
    "primaryKey": ["id", "count"],
}
HEADER = [field["name"] for field in DESCRIPTOR["fields"]]
GOOD = st.tuples(
    st.sampled_from(["a", "b", "c", "d", "ab"]),
    st.sampled_from(["2018-02-28", "2018-2-3", "2018-12-31"]),
    st.sampled_from(["0", "1", "01", "7", ""]),
    st.sampled_from(["x", "y", ""]),
    st.sampled_from(["true", "false", ""]),
).map(list)
CELL = st.sampled_from(["", "a", "2018-02-30", "2018-02-28", "-1", "1", " 1", "x", "true", "Ạ"])
ROWS = st.lists(st.one_of(GOOD, GOOD, GOOD, st.lists(CELL, max_size=6)), max_size=5)


def schema() -> frictionless.Schema:
    return frictionless.Schema.from_descriptor(DESCRIPTOR)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rows=ROWS)
def test_it_says_what_frictionless_says(rows: list[list[str]]) -> None:
    first_row = frictionless.Dialect(header=True, header_rows=[1])
    table = TableResource(name="table", data=[HEADER, *rows], schema=schema(), dialect=first_row)
    with table:
        valid = not any(row.errors for row in table.row_stream)
    assert is_sound(schema(), rows, {}) == valid


def test_a_reference_must_be_known() -> None:
    row = ["a", "2018-02-28", "1", "x", "true"]
    assert is_sound(schema(), [row], {"kind": {"x"}})
    assert not is_sound(schema(), [row], {"kind": {"y"}})
    row[3] = ""
    assert is_sound(schema(), [row], {"kind": {"y"}})


def test_a_unique_column_is_left_to_frictionless() -> None:
    wanted = {"fields": [{"name": "id", "type": "string", "constraints": {"unique": True}}]}
    assert not is_sound(frictionless.Schema.from_descriptor(wanted), [["a"]], {})
