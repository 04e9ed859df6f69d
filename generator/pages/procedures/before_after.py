"""What a procedure really took before and after its limit changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.figures import Taken
from generator.model.records import ProcedureLimit
from generator.model.text import vn_date
from generator.pages.procedures.limits import days_words, limit_text


@dataclass(frozen=True)
class BeforeAfter:
    """The finding, what must be known to read it, and a line a phase (before, then after)."""

    finding: str
    note: str
    lines: tuple[tuple[str, Taken], ...]


def before_after(
    taken: Sequence[Taken], limits: Sequence[ProcedureLimit], as_of: date, *, sensitive: bool
) -> BeforeAfter | None:
    """None when no ended dossier is known to have had one limit or the other.

    `limits` are the procedure's own; those that begin after `as_of` are left aside.
    """
    if not taken:
        return None
    changed = changed_limits(limits, as_of)
    by_phase = {item.phase: item for item in taken}
    baseline = next((limit for limit in limits if limit.baseline_unit), None)
    labels = {
        "before": f"Nhận khi hạn là {_baseline_text(baseline)}",
        "after": _after_label(changed),
    }
    return BeforeAfter(
        _finding(by_phase.get("before"), by_phase.get("after"), is_changed=bool(changed)),
        _note(changed, sensitive=sensitive),
        tuple(
            (labels[phase], by_phase[phase]) for phase in ("before", "after") if phase in by_phase
        ),
    )


def changed_limits(limits: Sequence[ProcedureLimit], as_of: date) -> list[ProcedureLimit]:
    """Those in force by a day that are not the baseline's, oldest first."""
    return sorted(
        (limit for limit in limits if limit.valid_from <= as_of and _is_changed(limit)),
        key=lambda limit: limit.valid_from,
    )


def _is_changed(limit: ProcedureLimit) -> bool:
    if limit.baseline_unit is None or limit.limit_unit is None:
        return False
    return (limit.limit_value, limit.limit_unit) != (limit.baseline_value, limit.baseline_unit)


def _baseline_text(limit: ProcedureLimit | None) -> str:
    return limit_text(limit.baseline_value, limit.baseline_unit) if limit else "chưa rõ"


def _after_label(changed: Sequence[ProcedureLimit]) -> str:
    texts = {limit_text(limit.limit_value, limit.limit_unit) for limit in changed}
    return f"Nhận khi hạn là {texts.pop()}" if len(texts) == 1 else "Nhận khi hạn đã đổi"


def _finding(before: Taken | None, after: Taken | None, *, is_changed: bool) -> str:
    if not is_changed:
        return "Thời hạn chưa đổi nên chưa có trước và sau"
    if before is None or after is None:
        when = "trước" if before is None else "sau"
        return f"Chưa đủ hồ sơ {when} khi đổi thời hạn để so sánh"
    if before.p90_days is None or after.p90_days is None:
        return "Chưa đủ hồ sơ để so thời gian trước và sau khi đổi thời hạn"
    now = _within(after.p90_days)
    if before.p90_days == after.p90_days:
        return f"Thời hạn đã đổi nhưng 9 trong 10 hồ sơ vẫn xong {now} như trước"
    return (
        f"Sau khi đổi thời hạn, 9 trong 10 hồ sơ xong {now}; trước đó là {_days(before.p90_days)}"
    )


def _days(days: int) -> str:
    return days_words(days).text.lower()


def _within(days: int) -> str:
    return f"trong {_days(days)}" if days else "trong ngày"


def _note(changed: Sequence[ProcedureLimit], *, sensitive: bool) -> str:
    told = f"Thời hạn đổi từ ngày {vn_date(changed[0].valid_from)}. " if changed else ""
    quarters = (
        "Chỉ tính những quý mà cả quý theo một thời hạn. "
        if sensitive
        else "Không tính quý mà hồ sơ của một trong hai thời hạn quá ít. "
    )
    return f"{told}{quarters}Hồ sơ được xếp theo thời hạn áp dụng vào ngày tiếp nhận."
