"""What is kept from one build to the next, and when it is not given again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output.memo import FRESH, WATCHED, Kept, Very, alike, made_from, watch
from generator.output.restaging import Restaging, Shelf
from generator.output.staging import Staging

FIELDS = ("one", "other", "empty")


@dataclass(frozen=True)
class Inner:
    rows: tuple[int, ...] = ()
    quarters: tuple[int, ...] = ()
    by_row: dict[int, int] = field(default_factory=dict, compare=False, metadata=made_from("rows"))


@dataclass(frozen=True)
class Whole:
    one: int = 1
    other: tuple[int, ...] = ()
    empty: str | None = None
    inner: Inner = field(default_factory=Inner, metadata=WATCHED)

    @cached_property
    def doubled(self) -> int:
        return self.one * 2


class Maker:
    """Makes numbers, each once."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, *_: object) -> int:
        self.count += 1
        return self.count


def built(kept: Kept, ask: Callable[[], object]) -> object:
    kept.begin()
    value = ask()
    kept.finish()
    return value


@given(
    st.sets(st.sampled_from(FIELDS)),
    st.tuples(*[st.integers(0, 1)] * 3),
    st.tuples(*[st.integers(0, 1)] * 3),
)
def test_it_is_made_anew_if_and_only_if_a_field_that_was_read_has_changed(
    read: set[str], first: tuple[int, ...], second: tuple[int, ...]
) -> None:
    kept, made = Kept(), Maker()

    def make(whole: Whole) -> int:
        for name in read:
            getattr(whole, name)
        return made()

    def whole(values: tuple[int, ...]) -> Whole:
        return Whole(values[0], (values[1],), str(values[2]) if values[2] else None)

    for values in (first, second):
        built(kept, lambda v=values: kept.read_from("place", (whole(v),), None, make))  # type: ignore[misc]
    changed = {name for name, a, b in zip(FIELDS, first, second, strict=True) if a != b}
    assert made.count == (2 if changed & read else 1)


def test_what_is_computed_or_lies_within_counts_as_what_it_is_made_of() -> None:
    watched, reads = watch(Whole(3, inner=Inner((1,), (2,), {1: 1})))
    assert watched.doubled == 6
    assert watched.inner.by_row == {1: 1}
    assert reads.hold(Whole(3, (9,), "x", Inner((1,), (7,), {1: 1})))
    assert not reads.hold(Whole(4, inner=Inner((1,), (2,))))
    assert not reads.hold(Whole(3, inner=Inner((2,), (2,))))


def test_equal_settings_are_not_the_same_settings() -> None:
    first, second = {"a": 1, "b": 2}, {"b": 2, "a": 1}
    assert first == second
    assert not alike(first, second)
    assert alike((Very(first), "x"), (Very(first), "x"))
    assert not alike((Very(first),), (Very(dict(first)),))
    assert not alike(1, True)
    kept = Kept()
    assert built(kept, lambda: kept.same("place", first)) is first
    assert built(kept, lambda: kept.same("place", dict(first))) is first
    assert built(kept, lambda: kept.same("place", second)) is second


def test_a_file_that_changes_during_a_build_leaves_nothing_behind(tmp_path: Path) -> None:
    kept, made, file = Kept(), Maker(), tmp_path / "a.csv"

    def ask(then: str = "") -> int:
        value = kept.again("place", lambda: kept.digest(file), made)
        if then:
            file.write_text(then)
        return value

    file.write_text("1")
    assert built(kept, lambda: ask("2")) == 1
    file.write_text("1")
    assert [built(kept, ask) for _ in range(2)] == [2, 2]


def test_a_link_to_another_place_is_another_file(tmp_path: Path) -> None:
    file, elsewhere = tmp_path / "a.csv", tmp_path / "b.csv"
    file.write_text("1")
    elsewhere.write_text("1")
    before = Kept().digest(file)
    assert Kept().digest(file) == before
    file.unlink()
    assert Kept().digest(file) != before
    file.symlink_to(elsewhere)
    assert Kept().digest(file) != before


def test_a_build_that_fails_keeps_what_was_and_a_place_not_asked_for_is_forgotten() -> None:
    kept, made = Kept(), Maker()

    def ask() -> int:
        return kept.again("place", lambda: "same", made)

    assert built(kept, ask) == 1
    kept.begin()
    assert kept.again("place", lambda: "other", made) == 2
    assert built(kept, ask) == 1
    built(kept, lambda: None)
    assert built(kept, ask) == 3


def test_a_single_build_keeps_nothing(tmp_path: Path) -> None:
    made = Maker()
    for _ in range(2):
        FRESH.again("place", lambda: "same", made)
        FRESH.read_from("place", (Whole(),), None, made)
    assert (made.count, FRESH.digest(tmp_path), FRESH.same("place", 1)) == (4, "", 1)


Files = dict[str, str]


def put(site: Path, shelf: Shelf, files: Files) -> None:
    staging = Restaging(site, shelf)
    for path, content in files.items():
        staging.write(path, (content.encode(),))
    assert sorted(staging.paths()) == sorted(files)
    staging.replace()


def lying(site: Path) -> Files:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text() for path in files}


MARKS = {"404.html": "", "sitemap.xml": ""}
SITES = st.dictionaries(
    st.sampled_from(("a", "a/b", "a/b/c", "d/e", "d/f")), st.sampled_from("xy"), max_size=4
).filter(lambda files: not any(f"{one}/" in other for one in files for other in files))


@given(st.lists(SITES, max_size=6))
def test_the_site_holds_what_was_written_last_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, sites: list[Files]
) -> None:
    site, shelf = tmp_path_factory.mktemp("sites") / "site", Shelf()
    for files in sites:
        put(site, shelf, MARKS | files)
        assert lying(site) == MARKS | files


def test_a_reader_keeps_the_file_he_has_open(tmp_path: Path) -> None:
    site, shelf = tmp_path / "site", Shelf()
    put(site, shelf, MARKS | {"a": "one", "b": "same"})
    with (site / "a").open() as one, (site / "b").open() as same:
        for content in ("two", "three", "four"):
            put(site, shelf, MARKS | {"a": content, "b": "same"})
        assert (one.read(), same.read()) == ("one", "same")


def test_another_build_of_the_site_is_noticed(tmp_path: Path) -> None:
    site, shelf = tmp_path / "site", Shelf()
    put(site, shelf, MARKS | {"a": "one"})
    other = Staging(site)
    for path in (*MARKS, "a"):
        other.write(path, (b"other",))
    other.replace()
    put(site, shelf, MARKS | {"a": "one"})
    assert lying(site) == MARKS | {"a": "one"}


def test_a_build_that_fails_leaves_the_site_and_no_folder(tmp_path: Path) -> None:
    site, shelf = tmp_path / "site", Shelf()
    for content in ("one", "two"):
        put(site, shelf, MARKS | {"a": content})
    staging = Restaging(site, shelf)
    staging.write("a", (b"three",))
    staging.discard()
    assert lying(site) == MARKS | {"a": "two"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    put(site, shelf, MARKS | {"a": "four"})
    assert lying(site) == MARKS | {"a": "four"}
