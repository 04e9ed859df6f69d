"""The choices of a city: its units, procedures, points of documents, forms of discipline."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.datafolder.world import World
from generator.entry.choices import DASH, Choice, Choices
from generator.entry.words import bare
from generator.model.columns import Vocabulary
from generator.model.datasets import dataset_of
from generator.model.directives import Directive
from generator.model.record import Record
from generator.model.records import CRITICISM, Procedure, Unit
from generator.model.settings import City
from generator.model.text import vn_date

YES = (*"xv1✓✔√☑", "đúng", "rồi", "đã", "đã có", "yes")
NO = ("sai", "chưa", "không có", "chưa có", "0", "no")
OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "Đã duyệt": ("duyệt", "đã phê duyệt", "phê duyệt"),
    "Dự thảo": ("nháp", "bản nháp", "chưa duyệt", "chờ duyệt"),
    "Cá nhân": ("người", "một người", "1 người"),
}
"""What people write for a label of the contract."""
UNIT_HEADS = frozenset(
    ("don vi", "ma don vi", "bo phan mot cua", "bo phan tiep nhan va tra ket qua")
)
PROCEDURE_HEADS = frozenset(
    (
        *("thu tuc", "ma thu tuc", "ten thu tuc", "tthc", "ma tthc", "ten tthc", "ma", "ma so"),
        *("thu tuc hanh chinh", "ma so tthc", "ma so thu tuc"),
    )
)
CLAUSE_HEADS = frozenset(("diem", "muc", "khoan", "diem so", "tai diem"))
DIRECTIVE_HEADS = frozenset(("theo", "can cu"))
"""What people write before a name and what says no more, without accents."""
NO_DISCIPLINE = Choice(CRITICISM, "Phê bình")
MOST_LETTERS = 90
"""A longer text beside a code is cut: a drop-down is narrow."""
KIND_WORDS: Mapping[str, tuple[str, ...]] = {
    "phường": ("p", "p."),
    "xã": ("x", "x."),
    "thị trấn": ("tt", "tt."),
    "phòng": ("p", "p."),
    "ủy ban nhân dân": ("ubnd",),
}
"""How people shorten the first words of a unit's name."""
BODY = "ủy ban nhân dân"
PLACE_WORDS = {"thanh pho": "tp", "thi xa": "tx", "quan": "q", "huyen": "h"}
"""How people shorten the first words of a place's name, without accents."""


def yes_no(title: str) -> Choices:
    """Yes and no, also in the words of a column's title: "Đã xác nhận", "Chưa xác nhận"."""
    plain = title.lower()
    what = plain.removeprefix("đã ")
    denied = (f"{word} {what}" for word in ("chưa", "không"))
    return Choices((Choice("true", "Có", (*YES, plain)), Choice("false", "Không", (*NO, *denied))))


def labels(named: Mapping[str, str]) -> Choices:
    """The allowed values of a column by their Vietnamese names."""
    return Choices(
        tuple(Choice(code, label, OTHER_WORDS.get(label, ())) for code, label in named.items())
    )


def keys(values: Iterable[str]) -> Choices:
    """Keys of another dataset that nothing names."""
    return Choices(tuple(Choice(value, value) for value in values))


def units(world: World, day: date, only: str | None = None, place: str = "") -> Choices:
    """Units by the names that people call them; those in force on a day are offered.

    With `only`, that one unit alone is offered. `place` is the name of what they are part of, which
    people write behind a unit's.
    """
    standing = [unit.name for unit in world.units if unit.stands_on(day)]
    found = tuple(_unit(unit, day, standing, only) for unit in world.units)
    return Choices(found, tuple(_tails(place)), UNIT_HEADS)


def _tails(place: str) -> Iterator[str]:
    """A place as it stands behind a unit's name: "thanh pho mau", "tp mau", "thanh pho", "tp"."""
    if name := bare(place):
        yield name
        for word, short in PLACE_WORDS.items():
            if name.startswith(f"{word} "):
                yield from (f"{short}{name.removeprefix(word)}", word, short)


def _unit(unit: Unit, day: date, standing: list[str], only: str | None) -> Choice:
    here = unit.stands_on(day)
    is_plain = here and standing.count(unit.name) == 1
    shown = unit.name if is_plain else f"{unit.name} ({unit.unit_id})"
    offered = here and only in (None, unit.unit_id)
    first, last = unit.valid_from or date.min, unit.valid_to or date.max
    names, codes = tuple(unit_names(unit.name)), (unit.gso_code,) if unit.gso_code else ()
    return Choice(unit.unit_id, shown, names, offered, first, last, codes)


def unit_names(name: str) -> Iterator[str]:
    """What a unit may be called: "Phường Đông Thọ", "P. Đông Thọ", "UBND phường Đông Thọ"."""
    yield name
    lower = name.lower()
    for word, short_forms in KIND_WORDS.items():
        if lower.startswith(f"{word} "):
            rest = name[len(word) + 1 :]
            forms = (name, *(f"{short} {rest}" for short in short_forms))
            yield from forms
            if word in ("phường", "xã", "thị trấn"):
                yield rest
                yield from (f"{body} {form}" for form in forms for body in (BODY, "ubnd"))


def procedures(world: World) -> Choices:
    """Procedures by code and name."""
    return Choices(tuple(map(_procedure, world.procedures)), heads=PROCEDURE_HEADS)


def _procedure(item: Procedure) -> Choice:
    code = item.procedure_id
    return Choice(code, _beside(code, item.short_name), (item.short_name, item.name))


def _beside(code: str, words: str) -> str:
    cut = words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1]}…"
    return f"{code}{DASH}{cut}" if cut else code


def references(kind: type[Record], world: World, city: City, only: str | None) -> Choices:
    """What a reference to a dataset may name."""
    if kind is Unit:
        return units(world, city.as_of, only, city.city.name)
    if kind is Procedure:
        return procedures(world)
    dataset = dataset_of(kind)
    key = next(iter(kind.model_fields))
    return keys(str(getattr(record, key)) for record in getattr(world, dataset.name))


def from_settings(vocabulary: Vocabulary, city: City) -> Choices | None:
    """What the settings let one choose from; None where they say nothing of it."""
    if vocabulary == "directives":
        return _some(map(_directive, city.directives), heads=DIRECTIVE_HEADS)
    if vocabulary == "clauses":
        return _some(_clauses(city), tuple(_clause_tails(city)), CLAUSE_HEADS)
    if vocabulary == "indicators":
        return _some(_indicators(city))
    return _some((NO_DISCIPLINE, *_measures(city)))


def _some(
    found: Iterable[Choice], tails: tuple[str, ...] = (), heads: frozenset[str] = frozenset()
) -> Choices | None:
    choices = Choices(tuple(found), tails, heads)
    return choices if choices.all else None


def _directive(item: Directive) -> Choice:
    return Choice(item.id, _beside(item.id, item.cited), tuple(_directive_names(item)))


def _directive_names(item: Directive) -> Iterator[str]:
    """What a document may be called: its number alone or behind its kind, its day behind that."""
    number, day = item.document_no.partition("/")[0], item.issued_on
    short = "".join(word[0] for word in item.kind.split())
    kinds = ("", *(f"{kind}{so}" for kind in (item.kind, short) for so in (" ", " số ")))
    bodies = [f"{kind}{no}" for kind in kinds for no in (item.document_no, number)]
    days = (
        vn_date(day),
        f"{day.day:02d}/{day.month}/{day.year}",
        f"{day.day}/{day.month}/{day.year}",
    )
    yield from bodies
    yield from (f"{body} ngày {said}" for body in bodies for said in dict.fromkeys(days))


def _clause_tails(city: City) -> Iterator[str]:
    """The names of the one document that a city has, as they stand behind a point of it."""
    if len(city.directives) == 1:
        for name in map(bare, _directive_names(city.directives[0])):
            yield from (f"cua {name}", name)


def _clauses(city: City) -> Iterator[Choice]:
    """The points of all documents; what a point is about is shown where one document has it."""
    said: dict[str, list[str]] = {}
    for directive in city.directives:
        for item in directive.clauses:
            said.setdefault(item.clause, []).append(item.about or "")
    for clause, about in said.items():
        yield Choice(clause, _beside(clause, about[0] if len(about) == 1 else ""))


def _indicators(city: City) -> Iterator[Choice]:
    """What reports tell; what only documents out of force ask for is not offered."""
    today = {item.id for directive in city.in_force for item in directive.indicators}
    for code, item in city.indicators.items():
        shown = f"{item.title} (điểm {item.clause})"
        yield Choice(code, shown, (item.title,), offered=code in today)


def _measures(city: City) -> Iterator[Choice]:
    names = {measure.code: measure.label for measure in reversed(city.disciplinary_measures)}
    for code in dict.fromkeys(measure.code for measure in city.disciplinary_measures):
        yield Choice(code, names[code])
