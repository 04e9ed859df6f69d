"""Law on Officials and Civil Servants 2008, articles 78 and 79: criticism is no discipline."""

import re
from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import CRITICISM, Correction, Criticism

DISCIPLINE = re.compile(
    r"(?<!không phải là )(?<!không phải )(?<!chưa phải )(?:"
    r"(?:hình thức|bị|xử lý|xử lí|thi hành|chịu|quyết định|áp dụng|mức)\s+k[ỷỉ]\s+luật"
    r"|k[ỷỉ]\s+luật\s+(?:bằng|phê bình|khiển trách|cảnh cáo|cách chức|buộc thôi việc))",
    re.IGNORECASE,
)


@Rule
def criticism_called_discipline(context: CheckContext) -> Iterator[Problem]:
    """A mere criticism whose words, or those of its correction, call it a disciplinary measure."""
    mere = {r.record_id for r in context.world.criticisms if r.measure == CRITICISM}
    for row, record in context.rows(Criticism):
        told = {"violation": record.violation, "broadcast_text": record.broadcast_text}
        for column, text in told.items() if record.record_id in mere else ():
            if match := DISCIPLINE.search(text or ""):
                yield context.found(
                    "criticism-called-discipline",
                    Criticism,
                    row,
                    column,
                    value=match.group(),
                    on=record.decision_on,
                )
    for row, correction in context.rows(Correction):
        match = DISCIPLINE.search(correction.text)
        if match and correction.record_id in mere:
            yield context.found(
                "criticism-called-discipline",
                Correction,
                row,
                "text",
                value=match.group(),
                on=correction.published_on,
            )
