"""The sections of a report: what is told in general, then point by point of each document."""

from collections.abc import Iterable, Iterator, Sequence

from generator.model.capitals import mid_sentence
from generator.model.datasets import name_of
from generator.model.directives import Clause, Directive, in_force
from generator.model.duty_records import Assignment
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.text import vn_number
from generator.pages.clauses import Pointing, cited
from generator.reports.document import Block, Gap, Heading, Paragraph
from generator.reports.people import named
from generator.reports.quarter import QuarterOf
from generator.reports.topics.registry import TOPICS, roman
from generator.reports.topics.reported import told_of_point
from generator.reports.topics.tasks import state_words
from generator.reports.topics.topic import Numbers, Topic
from generator.reports.words import items

NAMED = 3
"""Up to so many records of a point are named in its paragraph; of more, their number is."""


def in_general(about: QuarterOf, numbers: Numbers) -> Iterator[Block]:
    """What no document's point orders, each topic under its heading."""
    yield from _told(numbers, ((topic, some) for topic in TOPICS for some in _rest(about, topic)))


def _rest(about: QuarterOf, topic: Topic) -> Iterator[QuarterOf]:
    """What is not told of a topic at the point of a document that orders it."""
    if not is_placed(about, topic):
        yield about
    elif topic.is_by_document:
        every = about.edition.city.directives
        yield about.under(item for item in every if not _places(item, topic))


def told(about: QuarterOf, numbers: Numbers, topics: Iterable[Topic]) -> Iterator[Block]:
    """The topics that have something to say, numbered."""
    yield from _told(numbers, ((topic, about) for topic in topics))


def _told(numbers: Numbers, parts: Iterable[tuple[Topic, QuarterOf]]) -> Iterator[Block]:
    place = 0
    for topic, about in parts:
        blocks = topic.blocks(about, numbers)
        if blocks:
            place += 1
            title = topic.title.format(supervisors=about.edition.city.law.supervisors)
            yield Heading(f"{place}. {title}", 2)
            yield from blocks


def documents(about: QuarterOf) -> tuple[Directive, ...]:
    """The documents with points that were in force at the end of the quarter."""
    standing = in_force(about.edition.city.directives, about.last_day)
    return tuple(item for item in standing if item.clauses)


def is_placed(about: QuarterOf, topic: Topic) -> bool:
    """True of a topic that is told under the point that orders it."""
    return any(_places(item, topic) for item in documents(about))


def _places(directive: Directive, topic: Topic) -> bool:
    """True when a point of the document orders the topic."""
    return topic.duty is not None and directive.clause_of(topic.duty) in directive.clause_numbers


def by_document(about: QuarterOf, numbers: Numbers, first: int) -> Iterator[Block]:
    """A section for each document, its points in its order; `first` is the number of the first."""
    for place, directive in enumerate(documents(about), first):
        yield Heading(f"{roman(place)}. KẾT QUẢ THEO TỪNG NỘI DUNG CỦA {_named(directive)}")
        for number, clause in enumerate(directive.clauses, 1):
            about_it = f": {mid_sentence(clause.about)}" if clause.about else ""
            yield Heading(f"{number}. Điểm {clause.clause}{about_it}", 2)
            yield from _point(about, numbers, directive, clause)


def _named(directive: Directive) -> str:
    """The document in a heading; capital letters would change the symbol after its number."""
    return f"{directive.kind.upper()} {directive.document_no}"


def _point(
    about: QuarterOf, numbers: Numbers, directive: Directive, clause: Clause
) -> Iterator[Block]:
    """What the data tell of a point; a gap where they tell nothing."""
    blocks = [
        block
        for topic in TOPICS
        if topic.duty and directive.clause_of(topic.duty) == clause.clause
        for block in topic.blocks(_mine(about, directive, topic), numbers)
    ]
    blocks += told_of_point(about, directive, clause)
    blocks += _tasks(about, directive, clause)
    blocks += _records(about, directive, clause)
    yield from blocks
    if not blocks:
        yield Gap(f"kết quả thực hiện điểm {clause.clause}")


def _mine(about: QuarterOf, directive: Directive, topic: Topic) -> QuarterOf:
    """What is told at a point: of some topics only what its document orders."""
    return about.under((directive,)) if topic.is_by_document else about


def _cites(about: QuarterOf, record: Pointing, directive: Directive, clause: Clause) -> bool:
    return record.clause == clause.clause and cited(about.edition, record) is directive


def _tasks(about: QuarterOf, directive: Directive, clause: Clause) -> Iterator[Block]:
    """The tasks of the point that were due in the quarter or are left from before."""
    dataset = name_of(Assignment)
    tasks = {item.assignment_id: item for item in about.edition.assignments}
    yield from items(
        f"{tasks[owed.key].task} ({mid_sentence(about.edition.unit(owed.unit_id).name)}):"
        f" {state_words(owed)}"
        for owed in (*about.carried(dataset), *about.due(dataset))
        if _cites(about, tasks[owed.key], directive, clause)
    )


def _records(about: QuarterOf, directive: Directive, clause: Clause) -> Iterator[Block]:
    """The praise and criticism of the quarter that rest on the point."""
    for verb, records in (("Nêu gương", about.commendations), ("Phê bình", about.criticisms)):
        mine = [item for item in records if _cites(about, item, directive, clause)]
        if mine:
            yield Paragraph(f"{verb} {_named_first(about, mine)}.")


def _named_first(about: QuarterOf, records: Sequence[PublicCommendation | PublicCriticism]) -> str:
    """ "phường Đông Sơn, Bùi Văn Y (phường Điện Biên) và 2 trường hợp khác"."""
    names = [mid_sentence(named(about.edition, item)) for item in records[:NAMED]]
    more = len(records) - len(names)
    rest = [f"{vn_number(more)} trường hợp khác"] if more else []
    told = [*names, *rest]
    return " và ".join(part for part in (", ".join(told[:-1]), told[-1]) if part)
