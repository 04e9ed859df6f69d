"""The station's column: the weeks in which it was aired."""

from collections import Counter

from generator.model.datasets import name_of
from generator.model.duty_records import Broadcast
from generator.model.text import vn_number
from generator.reports.document import Block, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.topics.topic import Numbers, Topic


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    edition = about.edition
    if about.unit or edition.city.radio is None:
        return ()
    aired = sum(1 for item in edition.broadcasts if about.has(item.aired_on))
    owed = about.due(name_of(Broadcast))
    states = Counter(item.state for item in owed)
    missing = states["overdue"]
    rest = f"; {vn_number(missing)} kỳ đến hạn chưa ghi nhận là đã phát" if missing else ""
    if not aired and not owed:
        return ()
    return (
        Paragraph(
            f"{edition.radio.station} đã phát chuyên mục “{edition.radio.column}”"
            f" {vn_number(aired)} kỳ trong quý{rest}."
        ),
    )


BROADCASTS = Topic(name_of(Broadcast), "Chuyên mục phát thanh", "column", _blocks)
