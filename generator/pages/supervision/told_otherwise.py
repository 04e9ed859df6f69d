"""Numbers in the reports of units that are other than what is published, as questions."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.text import vn_number, vn_quarter
from generator.pages.addresses import unit_url
from generator.pages.directive.reported import lines_of
from generator.pages.supervision.question import Question

RULE = "bao-cao-khac"


def told_otherwise(edition: Edition) -> Iterator[Question]:
    """A question for each such number, with what the unit says of it."""
    rows = (row for row in edition.figures.reported if row.unit_id and row.differs)
    for line in lines_of(edition, rows):
        said = line.entry.explanation if line.entry else None
        answer = f" Đơn vị giải thích: {mid_sentence(said)}." if said else " Vì sao khác nhau?"
        unit_id, quarter = str(line.row.unit_id), line.row.quarter
        title = f"{line.indicator.title} {vn_quarter(quarter)}"
        told, own = vn_number(line.row.value or 0), vn_number(line.row.own_value or 0)
        yield Question(
            RULE,
            unit_id,
            quarter,
            f"báo cáo {told}, số liệu {own}",
            f"{title}: {mid_sentence(line.question)}{answer}",
            f"{unit_url(unit_id)}#don-vi-bao-cao",
            line.indicator.id,
        )
