"""What a document orders, in words that stand inside a sentence."""

from generator.model.contract import Contract
from generator.model.datasets import name_of
from generator.model.directives import Directive
from generator.model.duty_names import DutyName
from generator.model.duty_records import Assignment
from generator.model.duty_settings import ReportDuty
from generator.model.reporting import Reporting

_MONTHS = {
    "quarter": ("tháng cuối quý", "tháng đầu quý sau"),
    "half": ("tháng 6, tháng 12", "tháng 7, tháng 1 năm sau"),
    "year": ("tháng 12", "tháng 1 năm sau"),
    "other": ("tháng cuối quý phải báo cáo", "tháng sau quý phải báo cáo"),
}
"""The month in which a report is due, by the time that it tells of: the last one, or the next."""


def by_clause(directive: Directive, duty: DutyName) -> str:
    """The point that sets a duty, behind a word: " (điểm 4.1)"; empty where none is named."""
    clause = directive.clause_of(duty)
    return f" (điểm {clause})" if clause else ""


def report_day(duty: ReportDuty) -> str:
    """The day of a report behind the word "ngày": "15 của tháng cuối quý"."""
    last, after = _MONTHS[duty.is_of]
    return f"{duty.day} của {last if duty.month == 'last' else after}"


def under(ordered: Reporting) -> str:
    """The document of a report, behind a word: " theo Chỉ thị 15"; empty of the only one."""
    return f" theo {ordered.directive.name}" if ordered.is_one_of_several else ""


def report_name(ordered: Reporting) -> str:
    """What a report is of, behind "báo cáo": "quý IV/2018 theo Chỉ thị 15"."""
    return f"{ordered.period}{under(ordered)}"


def task_title(contract: Contract, name: str) -> str:
    """What a column of tasks is called in the city's own contract."""
    return contract.dataset(name_of(Assignment)).field(name).title
