"""The checkpoint of a site: who signed it, and whether others were shown the same ledger."""

from collections.abc import Iterator, Sequence

from generator.ledger.chain import LedgerBroken
from generator.model.site_paths import CHECKPOINT, LEDGER
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.tlog.checkpoint import is_signed_by, parse_kept_checkpoint
from generator.tlog.keys import VerifierKey
from generator.tlog.note import Note
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.ledger import beside, read_chain, shown_signatures
from generator.verify.site import Site


def check_signers(site: Site, keys: Sequence[VerifierKey]) -> StepResult:
    """Every given key, the city's or a witness's, has signed the checkpoint of this ledger."""
    chain = read_chain(site)
    if isinstance(chain, LedgerBroken):
        return looked_at(TITLES["signers"], "", [Finding(LEDGER, said(chain.code))])
    note = Note(chain.checkpoint.text, shown_signatures(site))
    right = said("signers-right", count=vn_number(len(keys)))
    return looked_at(TITLES["signers"], right, _unsigned(note, keys))


def _unsigned(note: Note, keys: Sequence[VerifierKey]) -> Iterator[Finding]:
    for key in keys:
        if not is_signed_by(note, key):
            yield Finding(CHECKPOINT, said("signers-missing", name=key.name))


def check_against(site: Site, other: bytes) -> StepResult:
    """The checkpoint that somebody else was shown is of this ledger, too."""
    title = TITLES["against"]
    try:
        shown, _ = parse_kept_checkpoint(other)
    except ValueError:
        return StepResult(title, "unknown", said("against-unread"))
    mine = beside(site, shown, said("against-split", count=vn_number(shown.size)))
    if mine.missing:
        return StepResult(title, "unknown", said("against-longer", count=vn_number(mine.missing)))
    return looked_at(title, said("against-right"), mine.wrong)
