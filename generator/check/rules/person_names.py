"""Civil Code 2015, article 38, and Law on Protection of Personal Data 2025: nobody else is named.

Whatever is published is searched, every text of every dataset: mostly it is a citizen who is named,
who may never be. An official is named in his own record and its corrections alone: elsewhere the
name would stay when its time is over, so only his office is written there.
"""

from collections.abc import Collection, Iterator, Mapping

from generator.check.context import CheckContext
from generator.check.open_texts import OpenText, open_texts
from generator.check.private.known import KnownNames
from generator.check.private.persons import Name, persons_in
from generator.check.rule import Rule
from generator.model.anonymise import inseparable
from generator.model.datasets import NAMING, name_of
from generator.model.people.look import seen
from generator.model.people.own import is_own
from generator.model.people.syllables import Syllables
from generator.model.people.words import phrases
from generator.model.problem import Problem
from generator.model.public import person_of
from generator.model.record import Record
from generator.model.records import Correction, Unit

CONDUCT = tuple(dataset.name for dataset in NAMING)
"""Where a record names its subject."""
CORRECTIONS = name_of(Correction)
"""Where the subject is that of another record."""
SUBJECT = "subject_name"


@Rule
def person_named(context: CheckContext) -> Iterator[Problem]:
    """Somebody named who is not the record's subject.

    Nothing is said while units or subjects cannot be read: a ward called after a person would be
    taken for one, and a subject for somebody else.
    """
    needed: tuple[type[Record], ...] = (Unit, *(dataset.record for dataset in NAMING))
    if not all(context.is_readable(kind) for kind in needed):
        return
    places = _places(context)
    people = tuple(person_of(record) for record in context.world.conduct)
    known = KnownNames.of(people, places)
    subjects = {record.record_id: record.subject_name for record in context.world.conduct}
    found = context.memo.reuse(
        "whom texts name", lambda: (people, tuple(sorted(places))), dict[str, tuple[Name, ...]]
    )
    for told in open_texts(context):
        names = found.get(told.text)
        if names is None:
            syllables = Syllables.of(seen(told.text))
            names = (*persons_in(syllables, places), *known.named(syllables))
            found[told.text] = names
        own = _subject(told, subjects) if names else ""
        if name := next((name for name in names if not is_own(name, own)), None):
            yield told.found("person-named", f"{name[0]} ***")


@Rule
def name_inseparable(context: CheckContext) -> Iterator[Problem]:
    """A name that could not be taken out of its record again when naming ends."""
    people = {r.record_id: name for r in context.world.conduct if (name := person_of(r))}
    if not people:
        return
    for told in open_texts(context, (*CONDUCT, CORRECTIONS)):
        name = people.get(told.beside.get("record_id", ""), "")
        if not name or told.column == SUBJECT:
            continue
        if words := inseparable(told.text, name):
            yield told.found("name-inseparable", words)


def _subject(told: OpenText, subjects: Mapping[str, str]) -> str:
    """Who may be named in a text."""
    if told.dataset.name in CONDUCT:
        return told.beside.get(SUBJECT, "")
    if told.dataset.name == CORRECTIONS:
        return subjects.get(told.beside.get("record_id", ""), "")
    return ""


def _places(context: CheckContext) -> Collection[str]:
    """The names of the city's wards and communes, in small letters, without what they are."""
    names = (Syllables.of(seen(unit.name)).low for unit in context.world.units if unit.name)
    kinds = ((name, phrases("unit").at(name, 0)) for name in names)
    return frozenset(" ".join(name[kind:]) for name, kind in kinds if 0 < kind < len(name) - 1)
