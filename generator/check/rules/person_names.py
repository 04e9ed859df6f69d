"""Civil Code 2015, article 38, and Law on Protection of Personal Data 2025: nobody else is named.

Whatever is published is searched, every text of every dataset: mostly it is a citizen who is named,
who may never be. An official who is the subject of another record is refused too: there the name
would stay when its time is over.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from generator.check.context import CheckContext
from generator.check.open_texts import open_texts
from generator.check.rule import Rule
from generator.model.datasets import NAMING, name_of
from generator.model.problems import Problem
from generator.model.records import Commendation, Correction, Criticism

FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Trịnh|Mai|"
    "Trương|Lưu|Lương|Tạ|Cao|Hà|Chu|Châu|Thái|Tô|Vương|Quách|Tống|La|Đoàn|Nghiêm|Lại|Tăng|Phùng|"
    "Kiều|Từ|Hứa|Khổng|Thiều|Doãn|Viên"
)
"""Family names; a person is told by one after a word of address, or before Văn or Thị."""
_WORD = r"[A-ZĐÀ-ỸÂÊÔƠƯĂ][\wà-ỹ]*"
_ADDRESS = r"(?i:\b(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|công dân|đồng chí)) "
_ADDRESSED = re.compile("^" + _ADDRESS)
_STREETS = "".join(
    f"(?<!{word} )" for word in ("đường", "phố", "trường", "chợ", "Đường", "Phố", "Trường", "Chợ")
)
PERSON = re.compile(
    rf"{_ADDRESS}(?P<addressed>(?:{FAMILIES})(?: {_WORD}){{1,3}})"
    rf"|{_STREETS}(?<!\w)(?P<plain>(?:{FAMILIES}) (?:Văn|Thị)(?: {_WORD}){{1,2}})"
)
UNIT_CALLED_AFTER = re.compile(
    rf"(?:Phường|Xã|Thị trấn|Quận|Huyện|Thị xã) (?:{FAMILIES})(?: {_WORD})+"
)
"""A unit with a person's name: Phường Võ Thị Sáu."""
CONDUCT = tuple(dataset.name for dataset in NAMING)
"""Where a record names its subject."""
CORRECTIONS = name_of(Correction)
"""Where the subject is that of another record."""
Names = Mapping[str, Mapping[int, Set[tuple[str, ...]]]]
"""Names in their syllables, by the first of them and by how many there are."""


_SYLLABLES = re.compile(r"\w+")


@Rule
def person_named(context: CheckContext) -> Iterator[Problem]:
    """Somebody named who is not the record's subject."""
    subjects = {record.record_id: record.subject_name for record in context.world.conduct}
    units = tuple(u.name for u in context.world.units if UNIT_CALLED_AFTER.fullmatch(u.name))
    known = _known_names(context.world.conduct)
    for told in open_texts(context):
        own = ""
        if told.dataset.name in CONDUCT:
            own = told.beside.get("subject_name", "")
        elif told.dataset.name == CORRECTIONS:
            own = subjects.get(told.beside.get("record_id", ""), "")
        for name in _named(_without_units(told.text, units), known):
            if not _is_own(name, own):
                yield told.found("person-named", f"{name.split()[0]} ***")
                break


def _known_names(conduct: Iterable[Commendation | Criticism]) -> Names:
    """Every person who is the subject of a record."""
    persons = {tuple(r.subject_name.split()) for r in conduct if r.subject_kind == "person"}
    known: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for name in sorted(persons, key=len):
        if len(name) > 1:
            known.setdefault(name[0], {}).setdefault(len(name), set()).add(name)
    return known


def _without_units(text: str, units: Iterable[str]) -> str:
    for unit in units:
        text = text.replace(unit, "")
    return text


def _named(text: str, known: Names) -> Iterator[str]:
    """The names in a text; a single word is none."""
    if " " not in text:
        return
    for match in PERSON.finditer(text):
        yield match["addressed"] or match["plain"]
    words = _SYLLABLES.findall(text)
    for start, word in enumerate(words):
        for length, names in known.get(word, {}).items():
            if (name := tuple(words[start : start + length])) in names:
                yield " ".join(name)


def _is_own(name: str, subject: str) -> bool:
    own = _ADDRESSED.sub("", subject.strip())
    return bool(own) and (name.startswith(own) or own.startswith(name))
