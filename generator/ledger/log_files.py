"""The ledger as a read-only transparency log (C2SP tlog-tiles), which the field's tools audit."""

from collections.abc import Iterator, Mapping, Sequence

from generator.ledger.chain import Chain
from generator.tlog.note import Note, Signature
from generator.tlog.proof import EXTENSION, HEADER, EntryProof
from generator.tlog.tiles import CHECKPOINT_FILE, TILE_LEVELS, WIDTH, tile_files

PROOFS = "chung-minh/"
"""Where the proofs of records lie, behind the log's prefix."""

SHAPE: Mapping[str, str | int] = {
    "checkpoint": CHECKPOINT_FILE,
    "proofs": PROOFS,
    "proof_ending": EXTENSION,
    "proof_header": HEADER,
    "width": WIDTH,
    "tile_levels": TILE_LEVELS,
}
"""All that a script must know to make the log's files of the ledger's lines."""


def log_files(chain: Chain, signatures: Sequence[Signature], prefix: str) -> Mapping[str, bytes]:
    """Every file of the log, by its path behind the prefix: the checkpoint, tiles, entries, and a
    proof of each record's last line."""
    note = Note(chain.checkpoint.text, tuple(signatures))
    files = {
        CHECKPOINT_FILE: str(note).encode(),
        **dict(tile_files(chain.entries, chain.tree)),
        **dict(_proofs(chain, note)),
    }
    return {f"{prefix}{path}": content for path, content in files.items()}


def proof_path(record: str) -> str:
    """Where the proof of a record's last line lies, behind the log's prefix."""
    return f"{PROOFS}{record}{EXTENSION}"


def _proofs(chain: Chain, note: Note) -> Iterator[tuple[str, bytes]]:
    """Each proof holds its own entry beside the hashes, so that it needs no other file."""
    size = len(chain.lines)
    for record, numbers in chain.numbers.items():
        place = numbers[-1] - 1
        hashes = chain.tree.inclusion_proof(place, size)
        proof = EntryProof(place, hashes, note, chain.entries[place])
        yield proof_path(record), str(proof).encode()
