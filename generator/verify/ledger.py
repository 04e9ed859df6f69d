"""The ledger: its lines, its head, its files as a log, and an older copy of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.ledger.chain import Chain, LedgerBroken, parse_chain
from generator.ledger.checksums import FILE, parse_sums
from generator.ledger.log_files import log_files
from generator.ledger.sense import faults
from generator.model.site_paths import CHECKPOINT, HOME, LEDGER, LOG
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.tlog.checkpoint import Checkpoint, parse_checkpoint, parse_kept_checkpoint
from generator.tlog.note import Signature
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.site import Site


def read_chain(site: Site) -> Chain | LedgerBroken:
    """The site's ledger, or where it is broken."""
    try:
        return parse_chain(site.read(LEDGER))
    except LedgerBroken as broken:
        return broken


def check_chain(site: Site, chain: Chain | LedgerBroken) -> StepResult:
    """The root over all lines is the head that the site shows, and the log's files are of them."""
    title = TITLES["ledger"]
    if isinstance(chain, LedgerBroken):
        place = f"{LEDGER}, dòng {chain.row}"
        return looked_at(title, "", [Finding(place, said(chain.code))])
    if not chain.lines:
        if parse_sums(site.read(FILE))[1]:
            return looked_at(title, "", [Finding(LEDGER, said("ledger-missing"))])
        return StepResult(title, "unknown", "Trang này chưa đóng kỳ công bố nào, nên chưa có sổ.")
    right = said("ledger-right", count=vn_number(len(chain.lines)))
    made = log_files(chain, shown_signatures(site), LOG)
    found = [*_sense(chain), *_heads(site, chain), *_log_faults(site, made)]
    return looked_at(title, right, found, (LEDGER, FILE, *made))


def _sense(chain: Chain) -> Iterator[Finding]:
    for fault in faults(chain):
        yield Finding(f"{LEDGER}, dòng {fault.number}", said(fault.code))


def _heads(site: Site, chain: Chain) -> Iterator[Finding]:
    shown = parse_sums(site.read(FILE))[1]
    if shown != chain.head:
        yield Finding(FILE, said("sums-head"))
    if chain.head.encode() not in site.read(HOME):
        yield Finding(HOME, said("home-head"))


def _log_faults(site: Site, made: Mapping[str, bytes]) -> Iterator[Finding]:
    """The log's files that are not the ones made of its lines."""
    shown_files = {path: site.read(path) for path in site.paths if path.startswith(LOG)}
    for path in sorted({*made, *shown_files}):
        if made.get(path) != shown_files.get(path):
            yield Finding(path, said("log-file-other"))


def shown_signatures(site: Site) -> tuple[Signature, ...]:
    """The signatures under the checkpoint that the site shows; none when it is no checkpoint."""
    try:
        return parse_checkpoint(site.read(CHECKPOINT))[1].signatures
    except ValueError:
        return ()


def check_since(site: Site, old: bytes) -> StepResult:
    """What was kept earlier, a copy of the ledger or a checkpoint of it, is its beginning."""
    title = TITLES["since"]
    new = site.read(LEDGER)
    if (checkpoint := _checkpoint(old)) is not None:
        return _since_checkpoint(site, checkpoint)
    if new.startswith(old) and (not old or old.endswith(b"\n")):
        count = vn_number(old.count(b"\n"))
        return StepResult(title, "right", said("since-right", count=count))
    return looked_at(title, "", [_difference(old.split(b"\n"), new.split(b"\n"))])


def _checkpoint(old: bytes) -> Checkpoint | None:
    try:
        return parse_kept_checkpoint(old)[0]
    except ValueError:
        return None


def _since_checkpoint(site: Site, old: Checkpoint) -> StepResult:
    title = TITLES["since"]
    other = beside(site, old, said("since-forked", count=vn_number(old.size)))
    if other.missing:
        lost = said("since-older", count=vn_number(other.missing))
        return looked_at(title, "", [Finding(LEDGER, lost)])
    return looked_at(title, said("since-checkpoint", count=vn_number(old.size)), other.wrong)


class Beside(NamedTuple):
    """What a checkpoint from elsewhere shows of a ledger: what is wrong, and how many lines that
    the checkpoint is of the ledger does not have."""

    wrong: tuple[Finding, ...] = ()
    missing: int = 0


def beside(site: Site, other: Checkpoint, forked: str) -> Beside:
    """A site's ledger beside a checkpoint from elsewhere; `forked` is what to say of ledgers that
    differ in the lines that both have.
    """
    chain = read_chain(site)
    if isinstance(chain, LedgerBroken):
        return Beside((Finding(LEDGER, said(chain.code)),))
    if other.origin != chain.origin:
        return Beside((Finding(LEDGER, said("since-other", origin=other.origin)),))
    if other.size > len(chain.lines):
        return Beside(missing=other.size - len(chain.lines))
    if chain.tree.root(other.size) != other.root:
        return Beside((Finding(LEDGER, forked),))
    return Beside()


def _difference(old: Sequence[bytes], new: Sequence[bytes]) -> Finding:
    """The first line that differs, and what was done to it."""
    kept = [line for line in new if line]
    had = [line for line in old if line]
    if len(kept) < len(had) and had[: len(kept)] == kept:
        return Finding(LEDGER, said("since-older", count=vn_number(len(had) - len(kept))))
    row = next(
        (place for place, (one, two) in enumerate(zip(had, kept, strict=False)) if one != two),
        min(len(had), len(kept)),
    )
    place = f"{LEDGER}, dòng {row + 1}"
    was, now = had[row : row + 1], kept[row : row + 1]
    was_moved = bool(was) and was[0] in kept[row:]
    now_moved = bool(now) and now[0] in had[row:]
    if was_moved and now_moved:
        return Finding(place, said("since-moved"))
    if was_moved:
        return Finding(place, said("since-added"))
    if now_moved:
        return Finding(place, said("since-missing"))
    return Finding(place, said("since-rewritten"))
