"""How units, people, bodies and papers are named inside a sentence."""

from datetime import date

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.radio_settings import Dialect
from generator.model.records import Unit
from generator.radio.weeks import is_news
from generator.speech import time as spoken_time

ConductRecord = PublicCommendation | PublicCriticism
_PERSON = {
    "official": "một cán bộ",
    "civil_servant": "một công chức",
    "public_employee": "một viên chức",
}
_MIDDLE = {"Thị": "bà", "Văn": "ông"}
"""The middle names by which everybody knows a woman's name from a man's."""
_HONORIFICS = ("ông ", "bà ", "đồng chí ", "tập thể ")


def unit_name(unit: Unit) -> str:
    """Name the unit as an authority: wards and communes speak through their People's Committee."""
    if unit.kind in ("ward", "commune"):
        return f"Ủy ban nhân dân {mid_sentence(unit.name)}"
    return unit.name


def subject(record: ConductRecord, edition: Edition) -> str:
    """Say whom a record is about; out of force a person is only someone of that unit."""
    unit = edition.unit(record.unit_id)
    if record.subject_kind == "unit":
        name = record.subject_name or unit_name(unit)
        return unit_name(unit) if name == unit.name else mid_sentence(name)
    if not record.named or not record.subject_name:
        return f"{someone(record)} của {_plain_unit(unit)}"
    name = record.subject_name
    return f"{_called(name, record, edition)}, {_position(record, unit)}"


def someone(record: ConductRecord) -> str:
    """Say what kind of person a record is about, without a name: "một công chức"."""
    return _PERSON.get(getattr(record, "person_kind", None) or "", "một cá nhân")


def _position(record: ConductRecord, unit: Unit) -> str:
    """Name the position, with the unit unless the position names it already."""
    if not record.position:
        return _plain_unit(unit)
    position = mid_sentence(record.position)
    kind, _, core = unit.name.partition(" ")
    if core in position:
        return position
    if position.endswith(kind.lower()):  # "Phó Trưởng phòng" of "Phòng Nội vụ"
        return f"{position} {core}"
    return f"{position} {_plain_unit(unit)}"


def _plain_unit(unit: Unit) -> str:
    return mid_sentence(unit.name)


def speaker(record: ConductRecord, edition: Edition) -> str:
    """Say who answers for a record, once it is known whom it is about: "phòng", "đồng chí …"."""
    if record.subject_kind == "person":
        name = record.subject_name if record.named else ""
        return _called(name, record, edition) if name else "người này"
    kind = edition.unit(record.unit_id).kind
    if kind in ("ward", "commune"):
        return "phường" if kind == "ward" else "xã"
    return "phòng" if edition.unit(record.unit_id).name.startswith("Phòng ") else "đơn vị"


def _called(name: str, record: ConductRecord, edition: Edition) -> str:
    """Call a person as the city does: đồng chí, or ông and bà always or where one is criticised.

    A middle name tells which of the two; where it does not, nobody guesses.
    """
    if name.lower().startswith(_HONORIFICS):
        return name
    address = edition.radio.address
    is_plain = address == "comrade" or (
        address == "occasion" and isinstance(record, PublicCommendation)
    )
    middle = name.split()[1:-1]
    told = [title for word, title in _MIDDLE.items() if word in middle]
    return f"{told[0] if told and not is_plain else 'đồng chí'} {name}"


def when_decided(day: date | None, air_on: date, dialect: Dialect) -> str:
    """Say when a decision fell; those of the week need no date."""
    if day is None or is_news(day, air_on):
        return "trong tuần qua"
    return on_day(day, air_on, dialect)


def at_time(day: date, air_on: date, dialect: Dialect) -> str:
    """Say when something was, as one remembers it: "hồi tháng tám", or the day of this month."""
    if (day.year, day.month) == (air_on.year, air_on.month):
        return on_day(day, air_on, dialect)
    year = None if day.year == air_on.year else day.year
    return f"hồi {spoken_time.month(day.month, year, dialect)}"


def closed_by(words: str) -> str:
    """Close a name that holds a comma with one, so that the sentence can go on after it."""
    return f"{words}," if "," in words else words


def begin(words: str) -> str:
    """Give the words a capital, to begin a sentence."""
    return words[:1].upper() + words[1:]


def on_day(day: date, air_on: date, dialect: Dialect) -> str:
    """Say a day, with its year only when it is not the year of the broadcast."""
    return spoken_time.day(day, dialect, with_year=day.year != air_on.year)
