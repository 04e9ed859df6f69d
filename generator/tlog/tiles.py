"""The files of a read-only log on a plain web server (C2SP tlog-tiles): tiles and entry bundles.

A tile is up to 256 hashes of one level of the tree, a bundle up to 256 entries. Only what the
tree of the last checkpoint needs is made.
"""

from collections.abc import Iterator, Sequence

from generator.tlog.merkle import Tree

WIDTH = 256
"""Hashes of a whole tile, entries of a whole bundle."""
TILE_LEVELS = 8
"""Levels of the tree that one level of tiles spans."""
LONGEST_ENTRY = (1 << 16) - 1
"""Bytes of the longest entry that a bundle can hold."""
CHECKPOINT_FILE = "checkpoint"
"""Where a log's checkpoint lies, relative to its prefix."""


def tile_files(entries: Sequence[bytes], tree: Tree) -> Iterator[tuple[str, bytes]]:
    """Every file of the log but its checkpoint: (path relative to the log's prefix, content).

    `tree` is over the entries. Raises ValueError for an entry that is too long.
    """
    for path, start, end in _tiles("entries", len(entries)):
        yield path, b"".join(map(_prefixed, entries[start:end]))
    level, size = 0, tree.size
    while size:
        for path, start, end in _tiles(str(level), size):
            yield path, b"".join(tree.node(level * TILE_LEVELS, i) for i in range(start, end))
        level, size = level + 1, size // WIDTH


def entries_in(bundle: bytes) -> Iterator[bytes]:
    """The entries of a bundle. Raises ValueError when it is cut short."""
    place = 0
    while place < len(bundle):
        start = place + 2
        place = start + int.from_bytes(bundle[place:start], "big")
        if place > len(bundle) or start > len(bundle):
            raise ValueError(place)
        yield bundle[start:place]


def bundle_paths(size: int) -> list[str]:
    """The paths of the bundles of a log of so many entries, in their order."""
    return [path for path, _, _ in _tiles("entries", size)]


def _tiles(level: str, size: int) -> Iterator[tuple[str, int, int]]:
    """(path, first, end) of each tile that `size` hashes fill."""
    for number, start in enumerate(range(0, size, WIDTH)):
        end = min(start + WIDTH, size)
        part = f".p/{end - start}" if end - start < WIDTH else ""
        yield f"tile/{level}/{_tile_number(number)}{part}", start, end


def _tile_number(number: int) -> str:
    """A tile's number in elements of three digits: 1234067 is x001/x234/067."""
    digits = str(number)
    padded = digits.zfill(-(-len(digits) // 3) * 3)
    parts = [padded[place : place + 3] for place in range(0, len(padded), 3)]
    return "/".join((*(f"x{part}" for part in parts[:-1]), parts[-1]))


def _prefixed(entry: bytes) -> bytes:
    if len(entry) > LONGEST_ENTRY:
        raise ValueError(len(entry))
    return len(entry).to_bytes(2, "big") + entry
