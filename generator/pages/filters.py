"""What a list can be filtered by: the choices a page offers beside its rows, in words.

The rows say what they are in `data-*` attributes of the same names; `assets/js/lists.js` joins
both.
"""

from collections.abc import Iterable
from typing import TypedDict

from generator.edition.edition import Edition
from generator.model.obligations import Obligation
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.text import collation_key, vn_quarter
from generator.pages.clauses import Pointing, clause_words

CLAUSE = "diem"
"""The name of the choice by clause in the address."""
STANDINGS = {
    "in_force": ("dang-neu-ten", "Đang nêu tên"),
    "suspended": ("tam-dung", "Đang tạm dừng nêu tên"),
    "expired": ("thoi-neu-ten", "Đã thôi nêu tên"),
    "withdrawn": ("rut-lai", "Đã rút lại"),
    "revoked": ("thu-hoi", "Đã thu hồi"),
}
"""A record's standing: its value in the address and its words."""
STATES = {
    "overdue": ("qua-han", "Đang quá hạn"),
    "open": ("chua-den-han", "Chưa đến hạn"),
    "done_on_time": ("xong-dung-han", "Xong đúng hạn"),
    "done_late": ("xong-muon", "Xong muộn"),
    "undated": ("thuong-xuyen", "Thường xuyên"),
}
"""How an obligation stands, likewise."""
REMEDIES = {
    "overdue": ("qua-han-khac-phuc", "Quá hạn khắc phục"),
    "open": ("dang-khac-phuc", "Đang khắc phục, còn hạn"),
    "done": ("da-khac-phuc", "Đã khắc phục"),
}
"""What became of a criticism's remedy, likewise."""


class Filter(TypedDict):
    """One choice: its name in the address, its label, and its values with their words."""

    name: str
    label: str
    values: tuple[tuple[str, str], ...]


def useful(*filters: Filter) -> tuple[Filter, ...]:
    """The filters that leave a choice."""
    return tuple(item for item in filters if len(item["values"]) > 1)


def unit_filter(edition: Edition, unit_ids: Iterable[str]) -> Filter:
    """Units in dictionary order."""
    units = [(unit_id, edition.unit(unit_id).name) for unit_id in set(unit_ids)]
    units.sort(key=lambda item: collation_key(item[1]))
    return Filter(name="don-vi", label="Đơn vị", values=tuple(units))


def quarter_filter(quarters: Iterable[str]) -> Filter:
    """Quarters, newest first."""
    ordered = sorted(set(quarters), reverse=True)
    values = tuple((item, vn_quarter(item).removeprefix("quý ")) for item in ordered)
    return Filter(name="quy", label="Quý", values=values)


def clause_filter(edition: Edition, records: Iterable[Pointing]) -> Filter:
    """The clauses that records cite."""
    values = tuple(clause_words(edition, records).items())
    return Filter(name=CLAUSE, label="Điểm của văn bản", values=values)


def words_filter(
    name: str, label: str, words: Iterable[tuple[str, str]], used: Iterable[str]
) -> Filter:
    """The values that are used, in the order of `words`."""
    chosen = set(" ".join(used).split())
    return Filter(name=name, label=label, values=tuple(item for item in words if item[0] in chosen))


def state_filter(used: Iterable[str], words: Iterable[tuple[str, str]] = ()) -> Filter:
    """The states that are used, of obligations unless other words are given."""
    return words_filter("trang-thai", "Tình trạng", words or STATES.values(), used)


def record_state(
    record: PublicCommendation | PublicCriticism, remedy: Obligation | None = None
) -> str:
    """A record's values of the filter by state, parted by blanks."""
    standing = STANDINGS[record.standing][0]
    if not isinstance(record, PublicCriticism) or record.taken_back:
        return standing
    state = "done" if record.remedied_on else remedy.state if remedy else ""
    return f"{standing} {REMEDIES[state][0]}" if state in REMEDIES else standing


def obligation_state(obligation: Obligation | None) -> str:
    """An obligation's value of the filter by state."""
    return STATES[obligation.state if obligation else "undated"][0]
