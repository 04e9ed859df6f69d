"""What is remembered from one build to the next, and when it is not used again."""

import os
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output.memo import NO_MEMO, IdentityKey, RebuildMemo, equal
from generator.output.restaging import PreviousOutput, Restaging
from generator.output.staging import Staging
from generator.pages.charts.picture import Picture
from generator.pages.opendata.one_stop_report import OneStopReport
from generator.pages.pictures import Drawn
from generator.radio.items.kind import Candidates
from generator.radio.select.greetings import Announcements


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


def test_equal_settings_are_not_the_same_settings() -> None:
    first, second = {"a": 1, "b": 2}, {"b": 2, "a": 1}
    assert first == second
    assert not equal(first, second)
    assert equal((IdentityKey(first), "x"), (IdentityKey(first), "x"))
    assert not equal((IdentityKey(first),), (IdentityKey(dict(first)),))
    assert not equal(1, True)


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


LAST = (str, int, float, date, NoneType)
"""Types whose values hold no others."""


def held_by(kind: Any) -> Iterator[Any]:
    """The types of all that lies in a value of a type, itself too."""
    if get_origin(kind) in (Union, UnionType, tuple, Literal):
        for part in get_args(kind):
            yield from () if get_origin(kind) is Literal or part is ... else held_by(part)
        return
    yield kind
    if is_dataclass(kind) and getattr(kind, "__eq__", None) is not object.__eq__:
        assert getattr(kind, "__dataclass_params__").frozen, kind  # noqa: B009
    if (is_dataclass(kind) and kind.__eq__ is not object.__eq__) or hasattr(kind, "_fields"):
        for part in get_type_hints(kind).values():
            if get_origin(part) is not ClassVar:  # no value's own
                yield from held_by(part)


@pytest.mark.parametrize("kind", [Picture, Drawn, OneStopReport, Candidates, Announcements])
def test_equal_values_that_parts_are_made_of_are_the_same_in_everything(kind: type) -> None:
    """None of them holds a mapping, say: equal ones may lie in another order, which may show."""
    for part in held_by(kind):
        if is_dataclass(part) or hasattr(part, "_fields"):
            continue
        assert issubclass(part, LAST), f"{kind.__name__} holds {part}"
