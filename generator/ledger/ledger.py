"""The ledger and the openings of its digests, as they lie in a data folder."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.ledger import chain, witnesses
from generator.ledger.chain import Chain, LedgerBroken, LedgerLine, parse_chain
from generator.ledger.opening_files import (
    FOLDER,
    editions_there,
    opening_file,
    opening_files,
    read_inside,
)
from generator.ledger.openings import Opening, parse_openings, root_of, subject_id
from generator.ledger.salts import salt_faults
from generator.ledger.seals import SALTS_FILE, parse_salts, render_salts
from generator.ledger.sense import faults
from generator.model.problem import Problem
from generator.tlog.checkpoint import parse_checkpoint
from generator.tlog.note import Note, Signature

FILES = (chain.FILE, FOLDER, witnesses.FILE)
"""The names of the ledger's files, and of the folder of openings, in a data folder."""


@dataclass(frozen=True)
class Ledger:
    """Its lines, what opens the last digest of each record, and who signed its checkpoint.

    `sealed` are the editions whose records' openings were not read, as they still fit their seals;
    `seal_salts` are the salts of all seals, by edition.
    """

    chain: Chain = field(default_factory=Chain)
    openings: Mapping[str, Opening] = field(default_factory=dict)
    signatures: tuple[Signature, ...] = ()
    seal_salts: Mapping[str, str] = field(default_factory=dict)
    sealed: frozenset[str] = frozenset()

    @property
    def checkpoint(self) -> Note:
        """The checkpoint of all lines with its signatures."""
        return Note(self.chain.checkpoint.text, self.signatures)

    @property
    def files(self) -> dict[str, bytes]:
        """Every file by name, but the openings that were not read."""
        openings = opening_files(self.openings.values(), self.chain.first_editions)
        return {
            **openings,
            **({SALTS_FILE: render_salts(self.seal_salts)} if self.seal_salts else {}),
            chain.FILE: self.chain.content,
            witnesses.FILE: str(self.checkpoint).encode() if self.chain.lines else b"",
        }

    def signed_by(self, signatures: Iterable[Signature]) -> "Ledger":
        """The ledger with more signatures under its checkpoint."""
        return replace(self, signatures=self.checkpoint.with_signatures(signatures).signatures)

    def is_sealed(self, record: str) -> bool:
        """True of a record whose opening was not read."""
        return subject_id(record) in self._sealed_ids

    @cached_property
    def _sealed_ids(self) -> frozenset[str]:
        first = self.chain.first_editions.items()
        return frozenset(record_id for record_id, edition in first if edition in self.sealed)

    def uncommitted(self) -> str | None:
        """A record whose opening does not give every digest in the ledger, or has none."""
        for record in self.chain.numbers:
            opening = self.openings.get(record)
            if opening is None and self.is_sealed(record):
                continue
            if opening is None or not gives_digests(opening, self.chain.lines_of(record)):
                return record
        return next((record for record in self.openings if record not in self.chain.numbers), None)


def gives_digests(opening: Opening, lines: Sequence[LedgerLine]) -> bool:
    """True when the opening gives the digest of a record's last line, and, with each change taken
    back, that of every line before it."""
    leaves = dict(opening.leaves)
    for line in reversed(lines):
        if root_of(leaves) != line.digest:
            return False
        for name, (before, after) in (line.changed or {}).items():
            if leaves.pop(name, "") != after:
                return False
            leaves |= {name: before} if before else {}
    return True


def ledger_file_names(data_dir: Path) -> list[str]:
    """The names of the ledger's files in a data folder; those of openings, where they can be
    listed."""
    try:
        editions = editions_there(data_dir)
    except OSError:
        editions = []
    return [chain.FILE, witnesses.FILE, SALTS_FILE, *map(opening_file, editions)]


def load_ledger(data_dir: Path) -> tuple[Ledger | None, list[Problem]]:
    """The ledger of a data folder; a city that has closed no edition yet has an empty one.

    None with the findings when the files are damaged or their lines make no sense together: then
    nobody can say what was published.
    """
    ledger, problems = load_lines(data_dir)
    return (None, problems) if ledger is None else with_openings(data_dir, ledger)


def load_lines(data_dir: Path) -> tuple[Ledger | None, list[Problem]]:
    """The same without the openings, and without the signatures."""
    try:
        content, salts = (read_inside(data_dir, name) for name in (chain.FILE, SALTS_FILE))
        lines = parse_chain(content)
    except LedgerBroken as broken:
        return None, [_problem(broken.code, chain.FILE, broken.row)]
    except OSError:
        return None, [_problem("file-unreadable", chain.FILE)]
    for fault in faults(lines):
        return None, [_problem(fault.code, chain.FILE, fault.number)]
    return Ledger(lines, seal_salts=parse_salts(salts)), []


def with_openings(
    data_dir: Path, ledger: Ledger, sealed: frozenset[str] = frozenset()
) -> tuple[Ledger | None, list[Problem]]:
    """A ledger with its signatures, and its openings but for those of the `sealed` editions, both
    held to its lines.

    None with the findings when they cannot be read, or are not those of its lines.
    """
    openings, problems = _read_openings(data_dir, ledger.chain, sealed)
    if problems:
        return None, problems
    whole = replace(ledger, openings=openings, sealed=sealed)
    if record := whole.uncommitted():
        return None, [_problem("openings-wrong", _file_of(record, ledger.chain), value=record)]
    for wrong in salt_faults(ledger.chain, openings):
        file = _file_of(wrong.record, ledger.chain)
        return None, [_problem(wrong.code, file, value=wrong.record)]
    try:
        signatures = _signatures(ledger.chain, read_inside(data_dir, witnesses.FILE))
    except OSError:
        return None, [_problem("file-unreadable", witnesses.FILE)]
    if signatures is None:
        return None, [_problem("checkpoint-other", witnesses.FILE)]
    return replace(whole, signatures=signatures), []


def _read_openings(
    data_dir: Path, lines: Chain, sealed: Collection[str]
) -> tuple[Mapping[str, Opening], list[Problem]]:
    """The openings of every edition but the sealed ones, or what is wrong with a file of them."""
    found: dict[str, Opening] = {}
    try:
        editions = [item for item in editions_there(data_dir) if item not in sealed]
    except OSError:
        return {}, [_problem("file-unreadable", FOLDER)]
    for edition in editions:
        file = opening_file(edition)
        try:
            some = parse_openings(read_inside(data_dir, file))
        except OSError:
            return {}, [_problem("file-unreadable", file)]
        except (ValueError, TypeError, RecursionError):
            return {}, [_problem("openings-damaged", file)]
        if record := _misplaced(some, edition, lines):
            return {}, [_problem("openings-wrong", file, value=record)]
        found |= some
    return found, []


def _misplaced(records: Collection[str], edition: str, lines: Chain) -> str | None:
    """A record that another edition published first, or none."""
    first = lines.first_editions
    return next((r for r in records if first.get(subject_id(r)) != edition), None)


def _file_of(record: str, lines: Chain) -> str:
    return opening_file(lines.first_editions[subject_id(record)])


def _signatures(lines: Chain, content: bytes) -> tuple[Signature, ...] | None:
    """The signatures under the checkpoint of these lines; None when it is of others, or none."""
    if not content:
        return ()
    try:
        checkpoint, note = parse_checkpoint(content)
    except ValueError:
        return None
    return note.signatures if lines.lines and checkpoint == lines.checkpoint else None


def _problem(code: str, file: str, row: int | None = None, **values: str) -> Problem:
    return Problem(code, "error", "ledger", file, row, None, values)
