"""Every topic, in the order in which a report tells them and its appendices lie."""

from generator.reports.document import Appendix
from generator.reports.quarter import QuarterOf
from generator.reports.topics.broadcasts import BROADCASTS
from generator.reports.topics.conduct import COMMENDATIONS, CRITICISMS
from generator.reports.topics.cut import CUT
from generator.reports.topics.dossiers import DOSSIERS
from generator.reports.topics.inspections import INSPECTIONS
from generator.reports.topics.recommendations import RECOMMENDATIONS
from generator.reports.topics.reported import REPORTED, REPORTED_WORDS
from generator.reports.topics.tasks import TASKS
from generator.reports.topics.topic import Topic
from generator.reports.topics.unit_reports import UNIT_REPORTS

TOPICS: tuple[Topic, ...] = (
    DOSSIERS,
    TASKS,
    COMMENDATIONS,
    CRITICISMS,
    CUT,
    UNIT_REPORTS,
    REPORTED,
    REPORTED_WORDS,
    INSPECTIONS,
    BROADCASTS,
    RECOMMENDATIONS,
)
_TENS = ("", "X", "XX", "XXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def roman(number: int) -> str:
    """A number from 1 to 39 as documents number their sections: IV."""
    return _TENS[number // 10] + _ONES[number % 10]


def appendices(about: QuarterOf) -> dict[str, Appendix]:
    """The tables that there are, by topic, numbered in their order."""
    found: dict[str, Appendix] = {}
    for topic in TOPICS:
        table = topic.table(about, roman(len(found) + 1)) if topic.table else None
        if table:
            found[topic.name] = table
    return found
