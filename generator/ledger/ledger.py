"""The ledger and the openings of its digests, as they lie in a data folder."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.datafolder.safe_path import fault_inside
from generator.ledger import chain, openings, witnesses
from generator.ledger.chain import Chain, LedgerBroken, LedgerLine, parse_chain
from generator.ledger.openings import Opening, parse_openings, render_openings, root_of
from generator.ledger.salts import salt_faults
from generator.ledger.sense import faults
from generator.model.problem import Problem
from generator.tlog.checkpoint import parse_checkpoint
from generator.tlog.note import Note, Signature

FILES = (chain, openings, witnesses)
"""The modules that each name a file of the ledger, in the order in which they are read."""


@dataclass(frozen=True)
class Ledger:
    """Its lines, what opens the last digest of each record, and who signed its checkpoint."""

    chain: Chain = field(default_factory=Chain)
    openings: Mapping[str, Opening] = field(default_factory=dict)
    signatures: tuple[Signature, ...] = ()

    @property
    def checkpoint(self) -> Note:
        """The checkpoint of all lines with its signatures."""
        return Note(self.chain.checkpoint.text, self.signatures)

    @property
    def files(self) -> dict[str, bytes]:
        """Every file by name."""
        return {
            chain.FILE: self.chain.content,
            openings.FILE: render_openings(self.openings.values()),
            witnesses.FILE: str(self.checkpoint).encode() if self.chain.lines else b"",
        }

    def signed_by(self, signatures: Iterable[Signature]) -> "Ledger":
        """The ledger with more signatures under its checkpoint."""
        return replace(self, signatures=self.checkpoint.with_signatures(signatures).signatures)

    def uncommitted(self) -> str | None:
        """A record whose opening does not give every digest in the ledger, or has none."""
        for record, lines in self.chain.by_record.items():
            opening = self.openings.get(record)
            if opening is None or not gives_digests(opening, lines):
                return record
        return next(
            (record for record in self.openings if record not in self.chain.by_record), None
        )


def gives_digests(opening: Opening, lines: Sequence[LedgerLine]) -> bool:
    """True when the opening gives the digest of a record's last line, and, with each change taken
    back, that of every line before it."""
    leaves = dict(opening.leaves)
    for line in reversed(lines):
        if root_of(leaves) != line.digest:
            return False
        for name, (before, after) in line.changed.items():
            if leaves.pop(name, "") != after:
                return False
            leaves |= {name: before} if before else {}
    return True


def load_ledger(data_dir: Path) -> tuple[Ledger | None, list[Problem]]:
    """The ledger of a data folder; a city that has closed no edition yet has an empty one.

    None with the findings when the files are damaged or their lines make no sense together: then
    nobody can say what was published.
    """
    try:
        content, opened, signed = (_read(data_dir / file.FILE) for file in FILES)
        ledger = Ledger(parse_chain(content), parse_openings(opened))
    except LedgerBroken as broken:
        return None, [_problem(broken.code, chain.FILE, broken.row)]
    except OSError:
        return None, [_problem("file-unreadable", chain.FILE)]
    except (ValueError, TypeError, RecursionError):
        return None, [_problem("openings-damaged", openings.FILE)]
    for fault in faults(ledger.chain):
        return None, [_problem(fault.code, chain.FILE, fault.number)]
    if record := ledger.uncommitted():
        return None, [_problem("openings-wrong", openings.FILE, value=record)]
    for wrong in salt_faults(ledger.chain, ledger.openings):
        return None, [_problem(wrong.code, openings.FILE, value=wrong.record)]
    signatures = _signatures(ledger.chain, signed)
    if signatures is None:
        return None, [_problem("checkpoint-other", witnesses.FILE)]
    return replace(ledger, signatures=signatures), []


def _signatures(lines: Chain, content: bytes) -> tuple[Signature, ...] | None:
    """The signatures under the checkpoint of these lines; None when it is of others, or none."""
    if not content:
        return ()
    try:
        checkpoint, note = parse_checkpoint(content)
    except ValueError:
        return None
    return note.signatures if lines.lines and checkpoint == lines.checkpoint else None


def _read(path: Path) -> bytes:
    if not os.path.lexists(path):
        return b""
    if fault := fault_inside(path.parent, path.name):
        raise OSError(fault.code)
    return path.read_bytes()


def _problem(code: str, file: str, row: int | None = None, **values: str) -> Problem:
    return Problem(code, "error", "ledger", file, row, None, values)
