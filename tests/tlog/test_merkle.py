"""Merkle trees against the definition of RFC 6962 and its test vectors, and proofs that lie."""

from hypothesis import given
from hypothesis import strategies as st

from generator.tlog.merkle import EMPTY_ROOT, Tree, leaf_hash, node_hash
from generator.tlog.merkle_verify import is_consistent, is_included

SIZES = range(40)
KNOWN = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
"""Leaves of the test vectors of Certificate Transparency, in hexadecimal digits."""
KNOWN_ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
}


def _leaves(size: int) -> list[bytes]:
    return [leaf_hash(bytes([number])) for number in range(size)]


def _defined(leaves: list[bytes]) -> bytes:
    """MTH(D[n]) of section 2.1, word for word."""
    if not leaves:
        return EMPTY_ROOT
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return node_hash(_defined(leaves[:half]), _defined(leaves[half:]))


def test_the_known_roots() -> None:
    tree = Tree(leaf_hash(bytes.fromhex(leaf)) for leaf in KNOWN)
    assert {size: tree.root(size).hex() for size in KNOWN_ROOTS} == KNOWN_ROOTS


def test_every_root_is_the_one_defined() -> None:
    leaves = _leaves(max(SIZES))
    tree = Tree(leaves)
    assert all(tree.root(size) == _defined(leaves[:size]) for size in SIZES)


def _defined_proof(old: int, leaves: list[bytes], *, is_known: bool = True) -> list[bytes]:
    """PROOF(m, D[n]) and SUBPROOF(m, D[n], b) of RFC 6962, section 2.1.2, word for word."""
    if old == len(leaves):
        return [] if is_known else [_defined(leaves)]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    if old <= half:
        return [*_defined_proof(old, leaves[:half], is_known=is_known), _defined(leaves[half:])]
    rest = _defined_proof(old - half, leaves[half:], is_known=False)
    return [*rest, _defined(leaves[:half])]


def _verifies(first: int, second: int, old_root: bytes, root: bytes, proof: list[bytes]) -> bool:
    """The steps of RFC 9162, section 2.1.4.2, for 0 < first < second, as they are numbered."""
    if not proof:  # 1
        return False
    path = [old_root, *proof] if first.bit_count() == 1 else proof  # 2
    fn, sn = first - 1, second - 1  # 3
    while fn & 1:  # 4
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]  # 5
    for c in path[1:]:  # 6
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == old_root and sr == root and sn == 0  # 7


def test_every_beginning_is_proved_as_the_two_standards_say() -> None:
    """By the definition of the one and the steps of the other, neither of which is our code.

    pymerkle has a format of its own: where a beginning ends with a left half it goes on down into
    the right one, where the standard stops, so its proofs of consistency hold other hashes.
    """
    leaves = _leaves(max(SIZES))
    tree = Tree(leaves)
    for size in SIZES:
        for old in range(1, size):
            proof = list(tree.consistency_proof(old, size))
            assert proof == _defined_proof(old, leaves[:size])
            assert _verifies(old, size, tree.root(old), tree.root(size), proof)
            assert not _verifies(old, size, tree.root(size), tree.root(size), proof)


def test_a_tree_that_goes_on_is_the_tree_of_all_its_leaves() -> None:
    leaves = _leaves(max(SIZES))
    for size in SIZES:
        for old in range(size + 1):
            tree = Tree(leaves[old:size], Tree(leaves[:old]))
            assert [tree.root(n) for n in range(size + 1)] == [
                Tree(leaves[:n]).root() for n in range(size + 1)
            ]


def test_every_leaf_is_proved_at_its_own_place_alone() -> None:
    leaves = _leaves(max(SIZES))
    tree = Tree(leaves)
    for size in SIZES:
        for index in range(size):
            proof, root = tree.inclusion_proof(index, size), tree.root(size)
            proved = [at for at in range(size) if is_included(leaves[index], at, size, proof, root)]
            assert proved == [index]


def test_every_beginning_is_proved_and_nothing_else() -> None:
    tree = Tree(_leaves(max(SIZES)))
    for size in SIZES:
        for old in range(1, size):
            proof, root = tree.consistency_proof(old, size), tree.root(size)
            proved = [
                at for at in range(1, size) if is_consistent(at, size, proof, tree.root(old), root)
            ]
            assert proved == [old]
            assert not is_consistent(old, size, proof, tree.root(old - 1), root)
            assert not is_consistent(old, size, proof, tree.root(old), tree.root(size - 1))


@given(st.data())
def test_a_proof_with_any_part_changed_proves_nothing(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 300))
    tree = Tree(_leaves_of(size))
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size - 1))
    root = tree.root()
    for proof, holds in (
        (tree.inclusion_proof(index, size),
         lambda p: is_included(tree.node(0, index), index, size, p, root)),
        (tree.consistency_proof(old, size),
         lambda p: is_consistent(old, size, p, tree.root(old), root)),
    ):  # fmt: skip
        place = data.draw(st.integers(0, len(proof) - 1))
        other = bytes([proof[place][0] ^ 1]) + proof[place][1:]
        assert holds(proof)
        assert not holds((*proof[:place], other, *proof[place + 1 :]))
        assert not holds((*proof[:place], *proof[place + 1 :]))
        assert not holds((*proof, other))


def _leaves_of(size: int) -> list[bytes]:
    return [leaf_hash(str(number).encode()) for number in range(size)]
