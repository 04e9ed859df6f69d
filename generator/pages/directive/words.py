"""What a document orders, in words that stand inside a sentence."""

from generator.model.directives import Directive, ReportDuty
from generator.model.duty_names import DutyName


def by_clause(directive: Directive, duty: DutyName) -> str:
    """The point that sets a duty, behind a word: " (điểm 4.1)"; empty where none is named."""
    clause = directive.clause_of(duty)
    return f" (điểm {clause})" if clause else ""


def report_day(duty: ReportDuty) -> str:
    """The day of a report behind the word "ngày": "15 của tháng cuối quý"."""
    month = "tháng cuối quý" if duty.month == "last" else "tháng đầu quý sau"
    return f"{duty.day} của {month}"
