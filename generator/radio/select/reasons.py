"""The editor's reasons: what became of every piece of news, and what she should know."""

from collections.abc import Sequence
from datetime import date
from sys import intern

from generator.edition.bulletin import Bulletin, Decision, Form, Outcome
from generator.model.settings import Radio
from generator.model.text import vn_date
from generator.radio.items.story import Story
from generator.radio.select.corrections_owed import Passed
from generator.radio.select.fit import Choice, Fitted, Obstacle
from generator.radio.select.heard import Memory
from generator.radio.select.running_order import SHORT_SHARE, RunningOrder
from generator.radio.weeks import week_heard

FORMS: dict[Form, str] = {
    "full": "đầy đủ",
    "short": "rút gọn",
    "sentence": "một câu",
}
"""The forms in words."""
_OBSTACLES: dict[Obstacle, str] = {
    "unreadable": "không chắc cách đọc “{fragment}”; hãy viết rõ bằng chữ hoặc bổ sung từ điển",
    "kind": "đã đủ số tin loại này trong một bản tin",
    "unit": "đã có {unit} tin về cùng một đơn vị trong bản tin này",
    "balance": "giữ cân bằng giữa khen và phê bình khi không đủ thời lượng",
    "slot": "không đủ thời lượng",
}


def decisions(
    fitted: Fitted, passed: Sequence[Passed], order: RunningOrder, radio: Radio, air_on: date
) -> tuple[Decision, ...]:
    """One decision for each story and for each thing passed over."""
    judge = _Judge(fitted, order, radio, air_on)
    return (
        *(judge.chosen(place) for place in range(len(fitted.chosen))),
        *(judge.refused(story, obstacle) for story, obstacle in fitted.refused),
        *(judge.passed(item) for item in passed),
    )


class _Judge:
    def __init__(self, fitted: Fitted, order: RunningOrder, radio: Radio, air_on: date) -> None:
        self._choice, self._order = fitted.chosen, order
        self._radio, self._air_on = radio, air_on
        self._seconds = order.seconds(fitted.chosen)

    def chosen(self, place: int) -> Decision:
        """A story that is told, and what it adds to the script."""
        story, telling = self._choice[place]
        without: list[Choice] = [*self._choice[:place], *self._choice[place + 1 :]]
        added = self._seconds - self._order.seconds(without)
        return self._decision(
            story, "chosen", self._why(story, telling.form), telling.form, round(added, 1)
        )

    def _why(self, story: Story, form: Form) -> str:
        weeks = self._late(story.since)
        if story.must_air:
            why = "Tin cải chính phải phát trước hết"
            if story.repeats:
                why += f"; nhắc lại lần {story.repeats}, vì Đài chưa báo đã phát"
        elif story.filler:
            why = "Đến lượt, còn thời lượng"
        elif story.kind == "timing":
            why = "Số liệu mới, chưa đọc lần nào"
        elif story.kind == "deadline":
            why = "Việc đến hạn trong hai tuần tới"
        else:
            why = f"Chuyển từ {weeks} tuần trước" if weeks else "Tin mới trong tuần"
        if story.fragment:
            why += f"; bỏ phần không chắc cách đọc “{story.fragment}”"
        elif len(story.forms) > 1 and form != story.forms[0].form:
            why += f"; đọc {FORMS[form]} cho vừa thời lượng"
        return f"{why}."

    def _late(self, since: date) -> int:
        """Whole weeks by which a story is later than its first week."""
        return max((self._air_on - since).days // 7, 0)

    def refused(self, story: Story, obstacle: Obstacle) -> Decision:
        """A story that has to wait, or whose time is over."""
        why = _OBSTACLES[obstacle].format(fragment=story.fragment, unit=self._radio.limits.unit)
        if story.last_chance:
            return self._decision(story, "left_out", f"Không đọc: {why}; tuần sau thì đã qua hạn.")
        if story.kind not in ("correction", "timing", "deadline") and (
            self._late(story.since) >= self._radio.limits.carry_weeks
        ):
            late = f"đã chuyển {self._radio.limits.carry_weeks} tuần, không còn là tin mới"
            return self._decision(story, "left_out", f"Không đọc: {why}; {late}.")
        later = "Chờ đến lượt" if story.filler else "Chuyển sang tuần sau"
        return self._decision(story, "carried", f"{later}: {why}.")

    def passed(self, item: Passed) -> Decision:
        """What is not weighed at all."""
        names = {"praise": "nêu gương", "criticism": "phê bình", "correction": "cải chính"}
        return Decision(
            key=item.key,
            kind=item.kind,
            title=f"{names[item.kind]} {item.record_id}",
            record_ids=(item.record_id,),
            outcome="left_out",
            reason=item.reason,
            since=week_heard(item.since, self._radio.air_weekday),
            removed=item.removed,
        )

    def _decision(
        self,
        story: Story,
        outcome: Outcome,
        reason: str,
        form: Form | None = None,
        seconds: float = 0.0,
    ) -> Decision:
        return Decision(
            key=story.key,
            kind=story.kind,
            title=story.title,
            record_ids=story.record_ids,
            outcome=outcome,
            reason=intern(reason),  # of thousands that wait most do so for the same reason
            since=week_heard(story.since, self._radio.air_weekday),
            form=form,
            seconds=seconds,
            repeats=story.repeats,
        )


def notes(
    script: Bulletin, fitted: Fitted, memory: Memory, radio: Radio, as_of: date
) -> tuple[str, ...]:
    """What the editor should know before she takes the script, in Vietnamese."""
    return (
        *_preparing(script, as_of),
        *_length(script, fitted, radio.limits.timing),
        *(f"{_named(item)}: {item.reason}" for item in script.decisions if _notable(item)),
        *_unreported(script, memory),
    )


def _named(item: Decision) -> str:
    return item.title[:1].upper() + item.title[1:]


def _notable(item: Decision) -> bool:
    """What changes what is read: an unknown reading, a record taken back, a correction again."""
    unreadable = "không chắc cách đọc" in item.reason
    return unreadable or item.repeats > 0 or (item.outcome == "left_out" and bool(item.record_ids))


def _preparing(script: Bulletin, as_of: date) -> list[str]:
    if script.air_on <= as_of:
        return []
    return [
        f"Kịch bản chuẩn bị theo số liệu đến hết ngày {vn_date(as_of)}. Trước giờ phát, hãy lấy "
        "lại bản mới nhất."
    ]


def _length(script: Bulletin, fitted: Fitted, most_timings: int) -> list[str]:
    """Why a script is not within five per cent of its slot."""
    share = script.seconds / script.slot_seconds
    off = f"{abs(round(script.slot_seconds - script.seconds))} giây"
    if share < SHORT_SHARE:
        waiting = any(obstacle in ("slot", "balance") for _, obstacle in fitted.refused)
        why = "tin còn lại không vừa thời gian trống" if waiting else "không còn tin mới nào để đọc"
        timings = sum(item.kind == "timing" for item in script.decided("chosen"))
        if timings >= most_timings:
            why += f"; số liệu quý chia đọc dần, mỗi tuần nhiều nhất {most_timings} mục"
        return [f"Bản tin ngắn hơn khung phát {off}: {why}."]
    if script.seconds > script.slot_seconds:
        return [
            f"Bản tin dài hơn khung phát {off}: tin cải chính phải phát, không rút ngắn thêm được."
        ]
    return []


def _unreported(script: Bulletin, memory: Memory) -> list[str]:
    """A correction names the day of a broadcast that the station has not reported."""
    return [
        f"Đài chưa báo đã phát nội dung {record_id}. Hãy kiểm tra ngày phát nêu trong tin "
        "cải chính."
        for item in script.decided("chosen")
        if item.kind == "correction"
        for record_id in item.record_ids
        if record_id in memory.unreported
    ]
