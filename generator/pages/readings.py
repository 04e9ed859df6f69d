"""What stands beside a share on time: the other readings of it, and how the dossiers ended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.figures import Figure
from generator.model.laws import Law
from generator.model.shares import WITHOUT_RESULT
from generator.model.text import NO_ENDED, judged_percent, vn_number, vn_percent

ENDINGS = (
    ("Từ chối", "rejected"),
    ("Người nộp rút", "withdrawn"),
    ("Dừng giải quyết", "stopped"),
    ("Phải bổ sung", "supplemented"),
)
NONE_OVERDUE = "không có hồ sơ quá hạn"


@dataclass(frozen=True)
class Reading:
    """One share in words: of how many dossiers, and another's beside it (None: not asked).

    `note` is a short remark on the label; `count` the dossiers behind the share.
    """

    label: str
    note: str
    share: str
    count: str
    beside: str | None


def readings(law: Law, row: Figure, other: Figure | None = None) -> tuple[Reading, ...]:
    """The share on time by the promised day, strictly, by the legal and the shortened limit."""
    return tuple(
        Reading(
            label,
            note,
            judged_percent(getattr(row, f"{name}_share")),
            vn_number(judged),
            judged_percent(getattr(other, f"{name}_share")) if other else None,
        )
        for label, note, name, judged in _judged(row, law)
    )


def _judged(row: Figure, law: Law) -> Iterator[tuple[str, str, str, int]]:
    rule = f"trừ thời gian chờ bổ sung{law.behind('on-time', None, short=True)}"
    note = _unpromised(rule, row.on_time_unconfirmed_count)
    yield "Ngày hẹn trả", note, "on_time", row.judged_count
    strict = row.strict_on_time_count + row.strict_overdue_count
    note = _unpromised("muộn một ngày cũng là muộn", row.strict_unconfirmed_count)
    yield "Ngày hẹn trả, tính chặt", note, "strict_on_time", strict
    legal = row.legal_on_time_count + row.legal_overdue_count
    doubt = resting(row.legal_unconfirmed_count, legal)
    yield "Thời hạn theo quy định", doubt, "legal_on_time", legal
    shortened = row.shortened_on_time_count + row.shortened_overdue_count
    doubt = resting(row.shortened_unconfirmed_count, shortened)
    yield "Thời hạn đã rút ngắn", doubt, "shortened_on_time", shortened


def _unpromised(rule: str, count: int) -> str:
    """A reading's rule, and how many dossiers it had to judge by a limit that is not confirmed."""
    if not count:
        return rule
    told = f"{vn_number(count)} hồ sơ không có ngày hẹn phải xét theo thời hạn chưa xác nhận"
    return f"{rule}; {told}"


def resting(unconfirmed_count: int, judged: int) -> str:
    """How many of the judged dossiers rest on a limit that is not confirmed; empty for none."""
    if not unconfirmed_count:
        return ""
    if unconfirmed_count == judged:
        return "đều xét theo thời hạn chưa xác nhận"
    return f"{vn_number(unconfirmed_count)} hồ sơ xét theo thời hạn chưa xác nhận"


def endings(row: Figure, other: Figure | None = None) -> tuple[Reading, ...]:
    """Rejected, withdrawn, stopped, supplemented; then what was late without an apology."""
    ended = [
        Reading(
            label,
            "",
            vn_percent(getattr(row, f"{name}_share"), none=NO_ENDED),
            vn_number(getattr(row, f"{name}_count")),
            vn_percent(getattr(other, f"{name}_share"), none=NO_ENDED) if other else None,
        )
        for label, name in ENDINGS
    ]
    unsorry = row.overdue_without_apology_share
    theirs = other.overdue_without_apology_share if other else None
    return (
        *ended,
        Reading(
            "Quá hạn không có phiếu xin lỗi",
            "trong số hồ sơ quá hạn, kể cả từ kỳ trước chuyển sang",
            vn_percent(unsorry, none=NONE_OVERDUE),
            vn_number(row.overdue_without_apology_count),
            vn_percent(theirs, none=NONE_OVERDUE) if other else None,
        ),
    )


def without_result_count(row: Figure) -> int:
    """The ended dossiers that were rejected, withdrawn or stopped."""
    counts: Iterable[int] = (getattr(row, name) for name in WITHOUT_RESULT)
    return sum(counts)


def without_result_share(row: Figure) -> float | None:
    """Their share of the ended dossiers; None without any."""
    return without_result_count(row) / row.ended_count if row.ended_count else None


def without_result(row: Figure) -> str:
    """That share in words, for lists."""
    return vn_percent(without_result_share(row), none=NO_ENDED)
