"""Figures that look odd to a machine, as questions for people: never a verdict.

What is odd here is often right: a new officer, a new program, a quiet month. Only the unit can say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.counts import HISTOGRAM
from generator.model.figures import Figure
from generator.model.text import vn_number, vn_percent, vn_quarter
from generator.pages.addresses import procedure_url, unit_url
from generator.pages.lookups import latest

JUMP_POINTS = 15
"""Percentage points between two quarters that are asked about."""
JUMP_COUNT = 30
"""Judged dossiers that both quarters have to have for it."""
SPOTLESS_COUNT = 100
"""Judged dossiers without a single one overdue that are asked about."""
HEAP_COUNT = 50
HEAP_SHARE = 0.8
HEAP_DAYS = 2
"""Dossiers of one procedure at one place, the share that took the same number of days, and the
least number of days: what takes a day or less often takes just that."""

PAUSED_COUNT = 10
PAUSED_SHARE = 0.15
"""Dossiers of a unit that are on time only because days of waiting for the applicant were taken
off, and their share of those on time, that are asked about."""

DAY_OFF_COUNT = 10
DAY_OFF_SHARE = 0.02
"""Dossiers of a unit ended on days off, and their share of the ended ones, that are asked about.
What was sent in online may rightly end on a Saturday and is left out; of fewer ended dossiers than
`policy.percentile_min_count` nothing is asked."""


@dataclass(frozen=True)
class Question:
    """Something to ask a unit: which, what about, and the address of the figures."""

    unit_id: str
    text: str
    url: str


def questions(edition: Edition) -> tuple[Question, ...]:
    """Every question about the newest quarter, by unit."""
    quarter, before = latest(edition.figures.told_quarters("unit"))
    if quarter is None:
        return ()
    found = [*_spotless(edition, quarter), *_heaps(edition, quarter)]
    found += [*_days_off(edition, quarter), *_paused(edition, quarter)]
    if before is not None:
        found += _jumps(edition, quarter, before)
    return tuple(sorted(found, key=lambda question: (question.unit_id, question.text)))


def _of_units(edition: Edition, quarter: str) -> Iterator[tuple[str, Figure]]:
    for row in edition.figures.by("unit", "quarter"):
        if row.quarter == quarter and row.unit_id and row.on_time_share is not None:
            yield row.unit_id, row


def _jumps(edition: Edition, quarter: str, before: str) -> Iterator[Question]:
    earlier = dict(_of_units(edition, before))
    for unit_id, row in _of_units(edition, quarter):
        was = earlier.get(unit_id)
        if was is None or min(row.judged_count, was.judged_count) < JUMP_COUNT:
            continue
        now_share, was_share = row.on_time_share or 0, was.on_time_share or 0
        if abs(now_share - was_share) * 100 >= JUMP_POINTS:
            to = "lên" if now_share > was_share else "xuống"
            yield Question(
                unit_id,
                f"Tỷ lệ đúng hạn từ {vn_percent(was_share)} {to} {vn_percent(now_share)} chỉ trong "
                "một quý. Điều gì đã thay đổi?",
                unit_url(unit_id),
            )


def _spotless(edition: Edition, quarter: str) -> Iterator[Question]:
    for unit_id, row in _of_units(edition, quarter):
        if row.judged_count >= SPOTLESS_COUNT and row.on_time_share == 1:
            yield Question(
                unit_id,
                f"Cả {vn_number(row.judged_count)} hồ sơ {vn_quarter(quarter)} đều đúng hạn. Ngày "
                "trả có được ghi đúng lúc trả không?",
                unit_url(unit_id),
            )


def _paused(edition: Edition, quarter: str) -> Iterator[Question]:
    """What the strict reading, which takes no pause off, does not find on time."""
    for unit_id, row in _of_units(edition, quarter):
        on_time = row.early_count + row.on_time_count
        late = row.overdue_count + row.open_overdue_count
        by_pause = min(on_time - row.strict_on_time_count, row.strict_overdue_count - late)
        if by_pause >= max(PAUSED_COUNT, PAUSED_SHARE * on_time):
            yield Question(
                unit_id,
                f"{vn_number(by_pause)} trong {vn_number(on_time)} hồ sơ đúng hạn "
                f"{vn_quarter(quarter)} chỉ đúng hạn nhờ trừ ngày chờ bổ sung. Có phiếu yêu cầu bổ "
                "sung cho từng hồ sơ, và số ngày chờ có đúng như trên phiếu không?",
                unit_url(unit_id),
            )


def _heaps(edition: Edition, quarter: str) -> Iterator[Question]:
    days: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for scope, unit_id, procedure_id, _, of_quarter, taken, count in _counts(edition, HISTOGRAM):
        if (scope, of_quarter) == ("unit_procedure", quarter) and isinstance(count, int):
            days[str(unit_id), str(procedure_id)][int(taken or 0)] = count
    for (unit_id, procedure_id), counts in days.items():
        most = max(counts, key=lambda day: (counts[day], day))
        ended = sum(counts.values())
        if ended >= HEAP_COUNT and most >= HEAP_DAYS and counts[most] / ended >= HEAP_SHARE:
            name = mid_sentence(edition.procedure(procedure_id).short_name)
            yield Question(
                unit_id,
                f"{vn_number(counts[most])} trong {vn_number(ended)} hồ sơ {name} đều mất đúng "
                f"{vn_number(most)} ngày làm việc. Có phải hồ sơ xong sớm vẫn chờ đến hạn mới trả?",
                procedure_url(procedure_id),
            )


def _days_off(edition: Edition, quarter: str) -> Iterator[Question]:
    least = edition.city.policy.percentile_min_count
    for unit_id, of_quarter, *counts in _counts(edition, "day_off_counts"):
        ended, online, asked = (int(count or 0) for count in counts)
        if of_quarter == quarter and ended >= least and asked >= _least_asked(ended):
            also = f", không kể {vn_number(online)} hồ sơ nộp trực tuyến" if online else ""
            yield Question(
                str(unit_id),
                f"{vn_number(asked)} trong {vn_number(ended)} hồ sơ kết thúc {vn_quarter(quarter)} "
                f"có ngày trả là ngày nghỉ{also}. Đơn vị có trả kết quả ngoài ngày làm việc, hay "
                "ngày ghi trên máy khác ngày trả thật?",
                unit_url(str(unit_id)),
            )


def _least_asked(ended: int) -> float:
    return max(DAY_OFF_COUNT, DAY_OFF_SHARE * ended)


def _counts(edition: Edition, name: str) -> Iterable[tuple[str | int | None, ...]]:
    """The rows of one table of counts; none when nothing was counted."""
    tables = {table.name: table for table in edition.figures.count_tables}
    return tables[name].rows if name in tables else ()
