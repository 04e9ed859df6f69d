"""What is known of a place before it has a project: its kind, its name, its units, its day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.laws import VIETNAM, Jurisdiction
from generator.model.own_yaml import own_yaml
from generator.model.text import slug

KINDS: Mapping[str, Mapping[str, Any]] = own_yaml(Path(__file__).with_name("place_kinds.yaml"))
"""The kinds of place by the word that asks for them."""
_LOCAL = {"Phường ": "ward", "Xã ": "commune", "Thị trấn ": "commune", "Đặc khu ": "commune"}
_SERVING = ("Trung tâm ", "Trường ", "Bệnh viện ", "Đài ", "Ban quản lý ")
_SUPERVISING = ("Ủy ban Mặt trận ", "Hội ", "Đoàn ", "Liên đoàn ")


@dataclass(frozen=True)
class Place:
    """The answers of whoever begins a project; `units` are names, each once."""

    kind: str
    name: str
    as_of: date
    units: Sequence[str] = ()
    station: str = ""
    directive: Mapping[str, Any] | None = None
    email: str = ""
    phone: str = ""
    address: str = ""

    @property
    def jurisdiction(self) -> Jurisdiction:
        """Whose law holds there: Vietnam's, but for a place of no kind that Vietnam has."""
        return "vn" if KINDS[self.kind]["legal_basis"] else "other"

    @property
    def words(self) -> str:
        """What kind of place it is, in small letters."""
        return str(KINDS[self.kind]["place"])

    @property
    def authority(self) -> str:
        """The body that answers for the publication."""
        name = self.name[:1].lower() + self.name[1:] if self.is_named_by_kind else self.name
        return f"Ủy ban nhân dân {name}" if self.kind != "khac" else self.name

    @property
    def is_named_by_kind(self) -> bool:
        """True of "Phường Hoa Sen": the name begins with the kind."""
        return self.name.lower().startswith(f"{self.words} ")

    def unit_rows(self) -> list[list[str]]:
        """A row of `units.csv` for each unit: the usual divisions of the kind, where none is named.

        What the usual ones rest on is the decree of the kind; it is to be confirmed.
        """
        named = list(dict.fromkeys(name.strip() for name in self.units if name.strip()))
        known = KINDS[self.kind]
        matter = "" if named else known["legal_basis"]
        basis = VIETNAM.cited(matter, None) if matter else ""
        names, taken = named or known["divisions"], set[str]()
        return [
            [_free(slug(name), taken), name, _kind(name), "", "", "", basis, "false", ""]
            for name in names
        ]


def _kind(name: str) -> str:
    """The kind of a unit, as its name begins."""
    for beginning, kind in _LOCAL.items():
        if name.startswith(beginning):
            return kind
    if name.startswith(_SUPERVISING):
        return "supervisor"
    return "public_service" if name.startswith(_SERVING) else "division"


def _free(unit_id: str, taken: set[str]) -> str:
    """The id, with a number where another unit has it."""
    ids: Iterable[str] = (unit_id, *(f"{unit_id}-{number}" for number in range(2, 10_000)))
    found = next(one for one in ids if one not in taken)
    taken.add(found)
    return found
