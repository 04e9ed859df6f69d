"""Decree 30/2020/NĐ-CP: a document's number that names a year names that of its day."""

import re
from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.datasets import DATASETS
from generator.model.problem import Problem

DAYS = {
    "decision_no": "decision_on",
    "document_no": "document_on",
    "conclusion_no": "conclusion_on",
}
"""The day on which the document of a number was issued."""
_YEAR = re.compile(r"/((?:19|20)\d\d)(?=/|$)")


@Rule
def document_years(context: CheckContext) -> Iterator[Problem]:
    """A number such as 03/2017/QĐ-UBND of a document that was issued in 2018."""
    for dataset in DATASETS.values():
        fields = dataset.record.model_fields
        pairs = [(number, day) for number, day in DAYS.items() if {number, day} <= fields.keys()]
        for row, record in context.rows(dataset.record) if pairs else ():
            for number, day in pairs:
                said, issued = getattr(record, number), getattr(record, day)
                year = _YEAR.search(said) if said and issued else None
                if year and int(year[1]) != issued.year:
                    yield context.found(
                        "document-year", dataset.record, row, number, "warning",
                        value=said, other=issued,
                    )  # fmt: skip
