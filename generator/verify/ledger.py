"""The ledger: its chain, its head, and an older copy of it."""

from collections.abc import Iterator, Sequence

from generator.ledger.chain import Chain, LedgerBroken, parse_chain
from generator.ledger.checksums import FILE, parse_sums
from generator.ledger.words import spaced_code
from generator.model.site_paths import HOME, LEDGER
from generator.model.text import vn_number
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.site import Site

_BROKEN = {
    "ledger-line": "dòng này không đúng dạng của sổ.",
    "ledger-number": "số thứ tự không liền dòng trước: có dòng đã bị bớt, thêm hoặc đảo chỗ.",
    "ledger-chain": "không khớp với mã của dòng ngay trước: dòng trước đã bị sửa.",
}


def read_chain(site: Site) -> Chain | LedgerBroken:
    """The site's ledger, or where it is broken."""
    try:
        return parse_chain(site.read(LEDGER))
    except LedgerBroken as broken:
        return broken


def check_chain(site: Site, chain: Chain | LedgerBroken) -> StepResult:
    """Each line holds the hash of the one before, and the last is the head that the site shows."""
    title = "Sổ công khai"
    if isinstance(chain, LedgerBroken):
        place = f"{LEDGER}, dòng {chain.row}"
        return looked_at(title, "", [Finding(place, _BROKEN[chain.code])])
    if not chain.lines:
        if parse_sums(site.read(FILE))[1]:
            return looked_at(title, "", [Finding(LEDGER, "sổ đã bị bỏ khỏi trang.")])
        return StepResult(title, "unknown", "Trang này chưa đóng kỳ công bố nào, nên chưa có sổ.")
    code = spaced_code(chain.head)
    right = f"{vn_number(len(chain.lines))} dòng liền nhau, mã đối chiếu {code}."
    return looked_at(title, right, _heads(site, chain))


def _heads(site: Site, chain: Chain) -> Iterator[Finding]:
    shown = parse_sums(site.read(FILE))[1]
    if shown != chain.head:
        yield Finding(FILE, "mã cuối sổ ghi ở đây không phải là mã của dòng cuối.")
    if chain.head.encode() not in site.read(HOME):
        yield Finding(HOME, "mã cuối sổ ở chân trang không phải là mã của dòng cuối.")


def check_since(site: Site, old: bytes) -> StepResult:
    """The older copy is the beginning of the ledger."""
    title = "So với bản sổ cũ"
    new = site.read(LEDGER)
    if new.startswith(old) and (not old or old.endswith(b"\n")):
        lines = old.count(b"\n")
        return StepResult(
            title, "right", f"{vn_number(lines)} dòng của bản cũ còn nguyên ở đầu sổ mới."
        )
    return looked_at(title, "", [_difference(old.split(b"\n"), new.split(b"\n"))])


def _difference(old: Sequence[bytes], new: Sequence[bytes]) -> Finding:
    """The first line that differs, and what was done to it."""
    kept = [line for line in new if line]
    had = [line for line in old if line]
    if len(kept) < len(had) and had[: len(kept)] == kept:
        return Finding(
            LEDGER,
            f"sổ trên trang cũ hơn bản đưa ra so: thiếu {len(had) - len(kept)} dòng cuối.",
        )
    row = next(
        (place for place, (one, two) in enumerate(zip(had, kept, strict=False)) if one != two),
        min(len(had), len(kept)),
    )
    place = f"{LEDGER}, dòng {row + 1}"
    was, now = had[row : row + 1], kept[row : row + 1]
    was_moved = bool(was) and was[0] in kept[row:]
    now_moved = bool(now) and now[0] in had[row:]
    if was_moved and now_moved:
        return Finding(place, "các dòng đã bị đảo chỗ.")
    if was_moved:
        return Finding(place, "có dòng được chèn thêm vào giữa sổ.")
    if now_moved:
        return Finding(place, "dòng của bản cũ đã bị bỏ.")
    return Finding(place, "từ dòng này sổ đã bị viết lại.")
