"""What is still overdue of a quarter and before, and what the next one brings."""

from collections.abc import Iterator

from generator.model.capitals import mid_sentence
from generator.model.obligations import Obligation
from generator.model.text import vn_date, vn_number, with_unit
from generator.pages.duties.words import PUBLISHING, Duties, Duty, in_order
from generator.pages.lookups import grouped
from generator.reports.document import Block, Gap, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.words import items

LONGEST = 10
"""So many of what is overdue are named, those that are late the longest."""


def overdue(about: QuarterOf) -> list[Duty]:
    """What was due by the quarter's end and is overdue today, the longest first."""
    duties = Duties(about.edition)
    late = [
        item
        for item in about.edition.figures.obligations
        if item.state == "overdue"
        and about.is_about(item.unit_id)
        and item.due_on
        and item.due_on <= about.last_day
    ]
    late.sort(key=lambda item: (-item.late_days, item.dataset, item.key))
    return [duties.duty(item) for item in late]


def overdue_blocks(about: QuarterOf) -> Iterator[Block]:
    """How much is overdue, of which kinds, and what has been so the longest."""
    late, day = overdue(about), vn_date(about.edition.as_of)
    if not late:
        yield Paragraph(f"Đến hết ngày {day}, không còn việc nào đến hạn mà chưa xong.")
        return
    kinds = grouped(in_order(late), lambda duty: duty.kind)
    told = "; ".join(f"{mid_sentence(kind)}: {len(some)}" for kind, some in kinds.items())
    yield Paragraph(
        f"Đến hết ngày {day}, còn {vn_number(len(late))} việc đến hạn mà chưa xong ({told})."
        + (" Quá hạn lâu nhất:" if len(late) > LONGEST else "")
    )
    yield from items(_line(about, duty) for duty in late[:LONGEST])


def _line(about: QuarterOf, duty: Duty) -> str:
    """Who owes what, by which day, and how many working days ago that was."""
    owed = duty.obligation
    late = f", quá {with_unit(owed.late_days, 'ngày làm việc')}" if owed.late_days else ""
    due = f" (hạn {vn_date(owed.due_on)}{late})" if owed.due_on else ""
    if about.unit:
        return f"{duty.words}{due}"
    return f"{about.edition.unit(owed.unit_id).name}, {mid_sentence(duty.words)}{due}"


def next_blocks(about: QuarterOf) -> Iterator[Block]:
    """What falls due after the quarter and is not done yet, by its day."""
    duties = Duties(about.edition)
    coming = [item for item in about.edition.figures.obligations if _is_coming(about, item)]
    coming.sort(key=lambda item: (str(item.due_on), item.dataset, item.key))
    if coming:
        yield Paragraph("Việc đến hạn trong thời gian tới:")
    yield from items(_line(about, duties.duty(item)) for item in coming[:LONGEST])
    yield Gap("nhiệm vụ, giải pháp trọng tâm của thời gian tới")


def _is_coming(about: QuarterOf, item: Obligation) -> bool:
    """True of what units owe after the quarter; what the city publishes every week is no task."""
    is_after = item.due_on is not None and item.due_on > about.last_day
    is_owed = item.state == "open" and item.dataset not in PUBLISHING
    return is_after and is_owed and about.is_about(item.unit_id)
