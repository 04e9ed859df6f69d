"""The files of a log, by the worked example of C2SP tlog-tiles."""

import pytest

from generator.tlog.merkle import Tree, leaf_hash
from generator.tlog.tiles import LONGEST_ENTRY, bundle_paths, entries_in, tile_files


def _files(entries: list[bytes]) -> dict[str, bytes]:
    return dict(tile_files(entries, Tree(map(leaf_hash, entries))))


def test_the_tiles_of_seventy_thousand_entries() -> None:
    files = _files([str(number).encode() for number in range(70_000)])
    at = {level: [path for path in files if path.startswith(f"tile/{level}/")] for level in "0123"}
    assert [len(paths) for paths in at.values()] == [274, 2, 1, 0]
    assert sorted(path for path in files if ".p/" in path) == [
        "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1", "tile/entries/273.p/112",
    ]  # fmt: skip
    assert {len(files[path]) for path in at["0"] if ".p/" not in path} == {8192}


def test_a_whole_tile_stands_above_itself() -> None:
    files = _files([b"x"] * 256)
    assert set(files) == {"tile/0/000", "tile/1/000.p/1", "tile/entries/000"}
    assert files["tile/1/000.p/1"] == Tree([leaf_hash(b"x")] * 256).root()


def test_the_number_of_a_far_tile() -> None:
    assert bundle_paths(1_000 * 256 + 1)[-1] == "tile/entries/x001/000.p/1"


def test_the_entries_come_back_as_they_were() -> None:
    entries = [b"", "Đúng hạn".encode(), b"x" * LONGEST_ENTRY, b"\n"]
    files = _files(entries)
    (path,) = bundle_paths(len(entries))
    assert list(entries_in(files[path])) == entries
    for end in (1, 3, len(files[path]) - 1):
        with pytest.raises(ValueError):
            list(entries_in(files[path][:end]))


def test_an_entry_that_no_bundle_can_hold() -> None:
    with pytest.raises(ValueError):
        _files([b"x" * (LONGEST_ENTRY + 1)])
