"""Whether a proof of a Merkle tree proves it (RFC 9162, sections 2.1.3.2 and 2.1.4.2)."""

from generator.tlog.merkle import EMPTY_ROOT, Proof, node_hash


def is_included(leaf: bytes, index: int, size: int, proof: Proof, root: bytes) -> bool:
    """True when the hash of a leaf stands at `index` of the tree of `size` leaves with that root.

    `index` counts from 0.
    """
    if not 0 <= index < size:
        return False
    here, last, found = index, size - 1, leaf
    for other in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            found = node_hash(other, found)
            here, last = _up_to_left(here, last)
        else:
            found = node_hash(found, other)
        here, last = here >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(old: int, size: int, proof: Proof, old_root: bytes, root: bytes) -> bool:
    """True when the tree of `old` leaves and its root begin that of `size` leaves."""
    if not 0 <= old <= size:
        return False
    if old in (0, size):
        return not proof and old_root == (root if old else EMPTY_ROOT)
    known = (old_root, *proof) if old & (old - 1) == 0 else proof
    if not known:
        return False
    here, last = _up_to_left(old - 1, size - 1, odd=True)
    before = after = known[0]
    for other in known[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            before, after = node_hash(other, before), node_hash(other, after)
            here, last = _up_to_left(here, last)
        else:
            after = node_hash(after, other)
        here, last = here >> 1, last >> 1
    return last == 0 and before == old_root and after == root


def _up_to_left(here: int, last: int, *, odd: bool = False) -> tuple[int, int]:
    """Both places, moved up while the first stands on the left; with `odd` while on the right."""
    while (here & 1) == odd and here:
        here, last = here >> 1, last >> 1
    return here, last
