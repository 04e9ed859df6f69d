"""Figures that look odd to a machine, as questions for people: never a verdict.

What is odd here is often right: a new officer, a new program, a quiet month. Only the unit can say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.counts import HISTOGRAM
from generator.model.figures import Figure
from generator.model.text import vn_number, vn_percent, vn_quarter, with_unit
from generator.pages.addresses import procedure_url, unit_url
from generator.pages.supervision.question import Question
from generator.pages.supervision.told_otherwise import told_otherwise

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


UNSORRY_COUNT = 5
"""Letters of apology that a unit owes in a quarter, and sends none of, that are asked about."""


def questions(edition: Edition) -> tuple[Question, ...]:
    """Every question, those about the newest quarter first, then by unit."""
    told = set(edition.figures.told_quarters("unit"))
    rows = [
        row
        for row in edition.figures.by("unit", "quarter")
        if row.quarter in told and row.on_time_share is not None
    ]
    found = [*_jumps(rows), *_spotless(rows), *_paused(rows)]
    found += [*_heaps(edition), *_days_off(edition), *_unsorry(edition)]
    found = [question for question in found if question.quarter in told]
    found += told_otherwise(edition)
    found.sort(key=lambda question: (question.unit_id, question.text))
    return tuple(sorted(found, key=lambda question: question.quarter, reverse=True))


def _jumps(rows: Iterable[Figure]) -> Iterator[Question]:
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for row in rows:
        by_unit[str(row.unit_id)].append(row)
    for unit_id, mine in by_unit.items():
        for was, now in pairwise(sorted(mine, key=lambda row: str(row.quarter))):
            before, after = was.on_time_share or 0, now.on_time_share or 0
            if not _follow(str(was.quarter), str(now.quarter)):
                continue
            if min(now.judged_count, was.judged_count) < JUMP_COUNT:
                continue
            if abs(after - before) * 100 >= JUMP_POINTS:
                to = "lên" if after > before else "xuống"
                yield Question(
                    "doi-nhanh",
                    unit_id,
                    str(now.quarter),
                    f"{vn_percent(before)} {to} {vn_percent(after)}",
                    f"Tỷ lệ đúng hạn từ {vn_percent(before)} {to} {vn_percent(after)} chỉ trong "
                    "một quý. Điều gì đã thay đổi?",
                    unit_url(unit_id),
                )


def _follow(earlier: str, later: str) -> bool:
    """True of two quarters of which one comes right after the other."""
    number = [int(quarter[:4]) * 4 + int(quarter[-1]) for quarter in (earlier, later)]
    return number[1] - number[0] == 1


def _spotless(rows: Iterable[Figure]) -> Iterator[Question]:
    for row in rows:
        if row.judged_count >= SPOTLESS_COUNT and row.on_time_share == 1:
            judged = vn_number(row.judged_count)
            yield Question(
                "khong-qua-han",
                str(row.unit_id),
                str(row.quarter),
                f"{judged} trong {judged} hồ sơ",
                f"Cả {judged} hồ sơ {vn_quarter(str(row.quarter))} đều đúng hạn. Ngày trả có được "
                "ghi đúng lúc trả không?",
                unit_url(str(row.unit_id)),
            )


def _paused(rows: Iterable[Figure]) -> Iterator[Question]:
    """What the strict reading, which takes no pause off, does not find on time."""
    for row in rows:
        on_time = row.early_count + row.on_time_count
        late = row.overdue_count + row.open_overdue_count
        by_pause = min(on_time - row.strict_on_time_count, row.strict_overdue_count - late)
        if by_pause >= max(PAUSED_COUNT, PAUSED_SHARE * on_time):
            told = f"{vn_number(by_pause)} trong {vn_number(on_time)} hồ sơ đúng hạn"
            yield Question(
                "nho-ngay-cho",
                str(row.unit_id),
                str(row.quarter),
                told,
                f"{told} {vn_quarter(str(row.quarter))} chỉ đúng hạn nhờ trừ ngày chờ bổ sung. Có "
                "phiếu yêu cầu bổ sung cho từng hồ sơ, và số ngày chờ có đúng như trên phiếu "
                "không?",
                unit_url(str(row.unit_id)),
            )


def _heaps(edition: Edition) -> Iterator[Question]:
    days: dict[tuple[str, str, str], dict[int, int]] = defaultdict(dict)
    for scope, unit_id, procedure_id, _, quarter, taken, count in _counts(edition, HISTOGRAM):
        if scope == "unit_procedure" and quarter and isinstance(count, int):
            key = (str(unit_id), str(procedure_id), str(quarter))
            days[key][int(taken or 0)] = count
    for (unit_id, procedure_id, quarter), counts in days.items():
        most = max(counts, key=lambda day: (counts[day], day))
        ended = sum(counts.values())
        if ended >= HEAP_COUNT and most >= HEAP_DAYS and counts[most] / ended >= HEAP_SHARE:
            name = mid_sentence(edition.procedure(procedure_id).short_name)
            told = f"{vn_number(counts[most])} trong {vn_number(ended)} hồ sơ"
            yield Question(
                "don-mot-ngay",
                unit_id,
                quarter,
                f"{told}, {with_unit(most, 'ngày làm việc')}",
                f"{told} {name} đều mất đúng {with_unit(most, 'ngày làm việc')}. Có phải hồ sơ "
                "xong sớm vẫn chờ đến hạn mới trả?",
                procedure_url(procedure_id),
                procedure_id,
            )


def _days_off(edition: Edition) -> Iterator[Question]:
    least = edition.city.policy.percentile_min_count
    for unit_id, quarter, *counts in _counts(edition, "day_off_counts"):
        ended, online, asked = (int(count or 0) for count in counts)
        if ended >= least and asked >= max(DAY_OFF_COUNT, DAY_OFF_SHARE * ended):
            also = f", không kể {vn_number(online)} hồ sơ nộp trực tuyến" if online else ""
            told = f"{vn_number(asked)} trong {vn_number(ended)} hồ sơ"
            yield Question(
                "tra-ngay-nghi",
                str(unit_id),
                str(quarter),
                told,
                f"{told} kết thúc {vn_quarter(str(quarter))} có ngày trả là ngày nghỉ{also}. Đơn "
                "vị có trả kết quả ngoài ngày làm việc, hay ngày ghi trên máy khác ngày trả thật?",
                unit_url(str(unit_id)),
            )


def _unsorry(edition: Edition) -> Iterator[Question]:
    for line in edition.figures.apologies:
        if line.unit_id and line.owed_count >= UNSORRY_COUNT and not line.sent_count:
            told = f"0 trong {vn_number(line.owed_count)} phiếu"
            yield Question(
                "khong-xin-loi",
                line.unit_id,
                line.quarter,
                told,
                f"{vn_number(line.owed_count)} hồ sơ đến hạn mà chưa giải quyết xong "
                f"{vn_quarter(line.quarter)}, và không phiếu xin lỗi nào được gửi. Đơn vị chưa "
                "gửi, hay đã gửi mà không ghi vào sổ?",
                unit_url(line.unit_id),
            )


def _counts(edition: Edition, name: str) -> Iterable[tuple[str | int | None, ...]]:
    """The rows of one table of counts; none when nothing was counted."""
    tables = {table.name: table for table in edition.figures.count_tables}
    return tables[name].rows if name in tables else ()
