"""The ledger: its chain, its head, and an older copy of it."""

from collections.abc import Iterator, Sequence

from generator.ledger.chain import Chain, LedgerBroken, parse_chain
from generator.ledger.checksums import FILE, parse_sums
from generator.ledger.words import spaced_code
from generator.model.site_paths import HOME, LEDGER
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.site import Site


def read_chain(site: Site) -> Chain | LedgerBroken:
    """The site's ledger, or where it is broken."""
    try:
        return parse_chain(site.read(LEDGER))
    except LedgerBroken as broken:
        return broken


def check_chain(site: Site, chain: Chain | LedgerBroken) -> StepResult:
    """Each line holds the hash of the one before, and the last is the head that the site shows."""
    title = TITLES["ledger"]
    if isinstance(chain, LedgerBroken):
        place = f"{LEDGER}, dòng {chain.row}"
        return looked_at(title, "", [Finding(place, said(chain.code))])
    if not chain.lines:
        if parse_sums(site.read(FILE))[1]:
            return looked_at(title, "", [Finding(LEDGER, said("ledger-missing"))])
        return StepResult(title, "unknown", "Trang này chưa đóng kỳ công bố nào, nên chưa có sổ.")
    count = vn_number(len(chain.lines))
    right = said("ledger-right", count=count, code=spaced_code(chain.head))
    return looked_at(title, right, _heads(site, chain))


def _heads(site: Site, chain: Chain) -> Iterator[Finding]:
    shown = parse_sums(site.read(FILE))[1]
    if shown != chain.head:
        yield Finding(FILE, said("sums-head"))
    if chain.head.encode() not in site.read(HOME):
        yield Finding(HOME, said("home-head"))


def check_since(site: Site, old: bytes) -> StepResult:
    """The older copy is the beginning of the ledger."""
    title = TITLES["since"]
    new = site.read(LEDGER)
    if new.startswith(old) and (not old or old.endswith(b"\n")):
        count = vn_number(old.count(b"\n"))
        return StepResult(title, "right", said("since-right", count=count))
    return looked_at(title, "", [_difference(old.split(b"\n"), new.split(b"\n"))])


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
