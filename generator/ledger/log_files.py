"""The ledger as a read-only transparency log (C2SP tlog-tiles), which the field's tools audit."""

from collections.abc import Mapping

from generator.ledger.chain import Chain
from generator.tlog.note import Note
from generator.tlog.tiles import CHECKPOINT_FILE, tile_files


def log_files(chain: Chain, prefix: str) -> Mapping[str, bytes]:
    """Every file of the log, by its path behind the prefix: the checkpoint, tiles, entries."""
    tiles = tile_files([line.entry for line in chain.lines], chain.tree)
    note = Note(chain.checkpoint.text)
    files = {CHECKPOINT_FILE: str(note).encode(), **dict(tiles)}
    return {f"{prefix}{path}": content for path, content in files.items()}
