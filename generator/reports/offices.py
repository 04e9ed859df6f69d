"""Who writes a report and who signs it, by the kind of office."""

import re

from generator.model.capitals import division_of
from generator.model.records import Unit
from generator.model.settings import City
from generator.model.unit_groups import LOCAL_KINDS
from generator.reports.document import Letterhead, Signature

COMMITTEE = "Ủy ban nhân dân"
HEADS = {
    "Văn phòng": "CHÁNH VĂN PHÒNG",
    "Thanh tra": "CHÁNH THANH TRA",
    "Phòng": "TRƯỞNG PHÒNG",
    "Ban": "TRƯỞNG BAN",
    "Đài": "TRƯỞNG ĐÀI",
    "Sở": "GIÁM ĐỐC",
    "Trung tâm": "GIÁM ĐỐC",
}
"""What the head of an office is called, by the words its name begins with."""
_OF_A_PLACE = re.compile(r" (?:thành phố|phường|xã|quận|huyện|thị xã|thị trấn|tỉnh|đặc khu) ")
ANY_HEAD = "THỦ TRƯỞNG ĐƠN VỊ"


def letterhead(city: City, unit: Unit | None) -> Letterhead:
    """The head of a unit's report; where no unit is given, of the office that people write to.

    A people's committee names no body above it (Decree 30/2020/NĐ-CP, annex I, part II, point 2).
    """
    if unit is None:
        return _of_the_city(city)
    if unit.kind in LOCAL_KINDS:
        return Letterhead("", committee_of(unit), "BC-UBND", place_name(unit.name))
    return Letterhead(
        city.city.authority, unit.name, f"BC-{initials(unit.name)}", place_name(city.city.name)
    )


def _of_the_city(city: City) -> Letterhead:
    place, office = place_name(city.city.name), city.city.contact_office
    if office and office != city.city.authority:
        return Letterhead(city.city.authority, office, f"BC-{initials(office)}", place)
    return Letterhead("", city.city.authority, "BC-UBND", place)


def signature(issuer: str) -> Signature:
    """Who signs: a committee's chairman in its name, or the head of the office."""
    if issuer.startswith(COMMITTEE):
        return Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
    found = (head for words, head in HEADS.items() if issuer.startswith(f"{words} "))
    return Signature((next(found, ANY_HEAD),))


def committee_of(unit: Unit) -> str:
    """ "Ủy ban nhân dân phường Đông Thọ"."""
    kind = division_of(unit.name)
    name = unit.name[0].lower() + unit.name[1:] if kind else unit.name
    return f"{COMMITTEE} {name}"


def place_name(name: str) -> str:
    """A place without its kind, as it stands before the day: "Thanh Hóa"; "Phường 15" stays."""
    kind = division_of(name)
    rest = name[len(kind) + 1 :] if kind else name
    return name if rest[:1].isdigit() else rest


def initials(name: str) -> str:
    """The letters of an office in a document's symbol: "PNV" of Phòng Nội vụ; "…" when unsure.

    The place that an office's name may end with is no part of it.
    """
    own = _OF_A_PLACE.split(name)[0]
    if not own.startswith("Phòng "):
        return "…"
    words = own.replace(",", " ").replace("-", " ").split()
    return "".join(word[0].upper() for word in words if word != "và")
