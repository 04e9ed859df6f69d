"""What is remembered from one build to the next, and when it is not used again."""

import os
from collections import OrderedDict
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any
from weakref import ref

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import BaseModel, ConfigDict

from generator.output.memo import NO_MEMO, Likeness, Memo, RebuildMemo
from generator.output.restaging import PreviousOutput, Restaging
from generator.output.staging import Staging

equal = Likeness().equal


class Maker:
    """Makes numbers, each once."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, *_: object) -> int:
        self.count += 1
        return self.count


def built(memo: RebuildMemo, ask: Callable[[], object]) -> object:
    memo.begin()
    value = ask()
    memo.finish()
    return value


INPUTS = st.tuples(st.integers(0, 1), st.sampled_from(("", "a")), st.sampled_from(((), (1,))))


@given(INPUTS, INPUTS)
def test_it_is_made_anew_if_and_only_if_an_input_has_changed(
    first: tuple[object, ...], second: tuple[object, ...]
) -> None:
    memo, made = RebuildMemo(), Maker()
    for inputs in (first, second):
        built(memo, lambda inputs=inputs: memo.reuse("part", lambda: inputs, made))  # type: ignore[misc]
    assert made.count == (1 if first == second else 2)


@dataclass(frozen=True)
class Row:
    name: str
    held: Any = None


class Shaped(BaseModel):
    model_config = ConfigDict(frozen=True)
    name: str
    held: Any = None


@dataclass
class Changing:
    name: str = ""


NUMBERS = (None, False, 0, 1, True, 0.0, -0.0, 1.0, Decimal("1"), Decimal("1.0"))
WORDS = ("", "a", Markup("a"), b"a", Path("a"), PurePosixPath("a"))
DAYS = (date(2018, 3, 6), datetime(2018, 3, 6, tzinfo=UTC), time(8))
PLAIN = st.sampled_from((*NUMBERS, *WORDS, *DAYS))
NAMES = st.sampled_from("ab")


def holding(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = st.lists(values, max_size=2)
    rows = (st.builds(kind, name=NAMES, held=values) for kind in (Row, Shaped))
    pairs = st.lists(st.tuples(NAMES, values), max_size=2)
    return st.one_of(some, some.map(tuple), pairs.map(dict), pairs.map(OrderedDict), *rows)


VALUES = st.recursive(PLAIN, holding, max_leaves=4)


def shape(value: Any) -> Any:
    """All that can show of a value, and that of what it holds, in order."""
    if isinstance(value, dict):
        return type(value), [(shape(key), shape(part)) for key, part in value.items()]
    if isinstance(value, tuple | list):
        return type(value), [*map(shape, value)]
    if isinstance(value, Row | Shaped):
        return type(value), value.name, shape(value.held)
    return type(value), repr(value)


@given(VALUES, VALUES)
@example((1,), (True,))
@example({"a": 1, "b": 2}, {"b": 2, "a": 1})
@example(Row("a", Shaped(name="a")), Row("a", Shaped(name="a")))
@example(Row("a"), Shaped(name="a"))
def test_values_are_equal_if_and_only_if_nothing_of_them_shows_otherwise(
    one: object, other: object
) -> None:
    assert equal(one, other) == (shape(one) == shape(other))
    assert equal(one, deepcopy(one))


@pytest.mark.parametrize("make", [Changing, set, object, lambda: iter(())])
def test_what_may_change_or_is_not_known_is_itself_alone(make: Callable[[], object]) -> None:
    one, other = make(), make()
    assert equal((one,), (one,))
    assert not equal((one,), (other,))


def test_a_value_that_is_alike_is_the_one_of_the_last_build() -> None:
    memo, first = RebuildMemo(), Row("a", [1])
    assert built(memo, lambda: memo.same("row", first)) is first
    assert built(memo, lambda: memo.same("row", Row("a", [1]))) is first
    other = Row("a", [2])
    assert built(memo, lambda: memo.same("row", other)) is other
    assert NO_MEMO.same("row", first) is first


def test_what_the_last_build_read_is_let_go() -> None:
    memo = RebuildMemo()
    read = [Row("a"), Row("a")]
    left = ref(read[0])
    for _ in range(2):
        built(memo, lambda: memo.reuse("part", lambda: read[0], lambda: "made"))
        del read[0]
    assert left() is None


def test_a_file_that_changes_during_a_build_leaves_nothing_behind(tmp_path: Path) -> None:
    memo, made, file = RebuildMemo(), Maker(), tmp_path / "a.csv"

    def ask(then: str = "") -> int:
        value = memo.reuse("part", lambda: memo.digest(file), made)
        if then:
            file.write_text(then)
        return value

    file.write_text("1")
    assert built(memo, lambda: ask("2")) == 1
    file.write_text("1")
    assert [built(memo, ask) for _ in range(2)] == [2, 2]


def test_a_link_to_another_place_is_another_file(tmp_path: Path) -> None:
    file, elsewhere = tmp_path / "a.csv", tmp_path / "b.csv"
    file.write_text("1")
    elsewhere.write_text("1")
    before = RebuildMemo().digest(file)
    assert RebuildMemo().digest(file) == before
    file.unlink()
    assert RebuildMemo().digest(file) != before
    file.symlink_to(elsewhere)
    assert RebuildMemo().digest(file) != before


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "units.csv")
    assert RebuildMemo().digest(tmp_path / "units.csv") == "none"


def test_a_build_that_fails_leaves_what_was_and_a_part_not_asked_for_is_forgotten() -> None:
    memo, made = RebuildMemo(), Maker()

    def ask() -> int:
        return memo.reuse("part", lambda: "same", made)

    assert built(memo, ask) == 1
    memo.begin()
    assert memo.reuse("part", lambda: "other", made) == 2
    assert built(memo, ask) == 1
    built(memo, lambda: None)
    assert built(memo, ask) == 3


def test_what_a_part_asked_for_is_remembered_while_it_is_used_again_itself() -> None:
    memo, inner, innermost = RebuildMemo(), Maker(), Maker()

    def ask_inner() -> object:
        return inner(), memo.reuse("innermost", lambda: "same", innermost)

    def ask(read: str) -> object:
        def make() -> object:
            return memo.reuse("inner", lambda: "same", ask_inner)

        return built(memo, lambda: memo.reuse("outer", lambda: read, make))

    for read in ("a", "a", "a", "b"):
        ask(read)
    assert (inner.count, innermost.count) == (1, 1)


@pytest.mark.parametrize(("memo", "held"), [(NO_MEMO, 0), (RebuildMemo(), 2)])
def test_only_what_is_remembered_is_held_at_once(memo: Memo, held: int) -> None:
    made = Maker()
    values = memo.reuse_each("parts", lambda: "same", lambda: (made() for _ in range(2)))
    assert made.count == held
    assert [*values] == [1, 2]


def test_a_single_build_remembers_nothing(tmp_path: Path) -> None:
    made = Maker()
    for _ in range(2):
        NO_MEMO.reuse("part", lambda: "same", made)
    assert (made.count, NO_MEMO.digest(tmp_path)) == (2, "")


Files = dict[str, str]


def put(site: Path, previous: PreviousOutput, files: Files) -> None:
    staging = Restaging(site, previous)
    for path, content in files.items():
        staging.write(path, (content.encode(),))
    assert sorted(staging.paths()) == sorted(files)
    staging.replace()


def lying(site: Path) -> Files:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text() for path in files}


MARKS = {"404.html": "", "SHA256SUMS": ""}
SITES = st.dictionaries(
    st.sampled_from(("a", "a/b", "a/b/c", "d/e", "d/f")), st.sampled_from("xy"), max_size=4
).filter(lambda files: not any(f"{one}/" in other for one in files for other in files))


@given(st.lists(SITES, max_size=6))
def test_the_site_holds_what_was_written_last_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, sites: list[Files]
) -> None:
    site, previous = tmp_path_factory.mktemp("sites") / "site", PreviousOutput()
    for files in sites:
        put(site, previous, MARKS | files)
        assert lying(site) == MARKS | files


def test_a_reader_keeps_the_file_he_has_open(tmp_path: Path) -> None:
    site, previous = tmp_path / "site", PreviousOutput()
    put(site, previous, MARKS | {"a": "one", "b": "same"})
    with (site / "a").open() as one, (site / "b").open() as same:
        for content in ("two", "three", "four"):
            put(site, previous, MARKS | {"a": content, "b": "same"})
        assert (one.read(), same.read()) == ("one", "same")


def test_another_build_of_the_site_is_noticed(tmp_path: Path) -> None:
    site, previous = tmp_path / "site", PreviousOutput()
    put(site, previous, MARKS | {"a": "one"})
    other = Staging(site)
    for path in (*MARKS, "a"):
        other.write(path, (b"other",))
    other.replace()
    put(site, previous, MARKS | {"a": "one"})
    assert lying(site) == MARKS | {"a": "one"}


def test_a_build_that_fails_leaves_the_site_and_no_folder(tmp_path: Path) -> None:
    site, previous = tmp_path / "site", PreviousOutput()
    for content in ("one", "two"):
        put(site, previous, MARKS | {"a": content})
    staging = Restaging(site, previous)
    staging.write("a", (b"three",))
    staging.discard()
    assert lying(site) == MARKS | {"a": "two"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    put(site, previous, MARKS | {"a": "four"})
    assert lying(site) == MARKS | {"a": "four"}
