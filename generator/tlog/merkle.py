"""Merkle trees of RFC 6962, section 2.1: hashes, inclusion proofs, consistency proofs.

A hash is 32 bytes of SHA-256; a leaf's and a node's never meet, as each begins with a byte of its
own. A proof is the hashes that whoever holds one of them needs to reach the root.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256().digest()
"""The root of a tree without leaves."""
Proof = tuple[bytes, ...]
Level = tuple[bytes, ...]
"""The nodes of one height that are above whole pairs, from the left."""


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf that holds `data`."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node above two others."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree over leaf hashes in their order; `size` is their number."""

    def __init__(self, leaves: Iterable[bytes], before: "Tree | None" = None) -> None:
        """`leaves` are hashes of leaves, behind those of a tree `before`; every node above whole
        pairs is hashed here, once, but for those of that tree."""
        first, *above = before._levels if before else [()]
        self._levels: list[Level] = _levels((*first, *leaves), above)
        self.size = len(self._levels[0])

    def node(self, level: int, index: int) -> bytes:
        """The hash above the 2^level leaves from index × 2^level on, all of which there are."""
        return self._levels[level][index]

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` leaves; of all of them when no size is given."""
        return self._root(0, self.size if size is None else size)

    def inclusion_proof(self, index: int, size: int) -> Proof:
        """That leaf `index`, counted from 0, is one of the first `size` (section 2.1.1)."""
        if not 0 <= index < size <= self.size:
            raise IndexError(index)
        return tuple(self._path(index, 0, size))

    def consistency_proof(self, old: int, size: int) -> Proof:
        """That the first `old` leaves begin the first `size` (section 2.1.2)."""
        if not 0 <= old <= size <= self.size:
            raise IndexError(old)
        return tuple(self._subproof(old, 0, size, is_known=True)) if 0 < old < size else ()

    def _root(self, start: int, end: int) -> bytes:
        size = end - start
        if size == 0:
            return EMPTY_ROOT
        if size & (size - 1) == 0:
            return self.node(size.bit_length() - 1, start // size)
        middle = start + _split(size)
        return node_hash(self._root(start, middle), self._root(middle, end))

    def _path(self, index: int, start: int, end: int) -> Iterator[bytes]:
        if end - start == 1:
            return
        middle = start + _split(end - start)
        if index < middle:
            yield from self._path(index, start, middle)
            yield self._root(middle, end)
        else:
            yield from self._path(index, middle, end)
            yield self._root(start, middle)

    def _subproof(self, old: int, start: int, end: int, *, is_known: bool) -> Iterator[bytes]:
        """`is_known`: whoever verifies holds the root of the leaves from `start` to `old`."""
        if old == end:
            if not is_known:
                yield self._root(start, end)
            return
        middle = start + _split(end - start)
        if old <= middle:
            yield from self._subproof(old, start, middle, is_known=is_known)
            yield self._root(middle, end)
        else:
            yield from self._subproof(old, middle, end, is_known=False)
            yield self._root(start, middle)


def _levels(leaves: Level, known: Sequence[Level]) -> list[Level]:
    """Every level of a tree from the leaves up; `known` begin those above the leaves."""
    levels = [leaves]
    while len(levels[-1]) > 1:
        height = len(levels) - 1
        begun = known[height] if height < len(known) else ()
        left = levels[-1][2 * len(begun) :: 2]
        right = levels[-1][2 * len(begun) + 1 :: 2]
        levels.append((*begun, *map(node_hash, left, right)))
    return levels


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1
