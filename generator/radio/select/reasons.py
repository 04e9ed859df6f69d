"""Say to the editor what became of every piece of news, and why."""

from collections.abc import Sequence
from datetime import date
from sys import intern

from generator.edition.bulletin import Decision, Fullness, Outcome
from generator.model.radio_settings import Radio
from generator.radio.items.kind import Skipped, Story
from generator.radio.select.fit import Choice, Fitted, Obstacle
from generator.radio.select.running_order import RunningOrder
from generator.radio.weeks import week_heard

FORMS: dict[Fullness, str] = {
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
    fitted: Fitted, skipped: Sequence[Skipped], order: RunningOrder, radio: Radio, air_on: date
) -> tuple[Decision, ...]:
    """Make one decision for each story and for each thing skipped.

    What only fills a week waits for nothing: of what there was no room for, nothing is said.
    """
    decider = _Decider(fitted, order, radio, air_on)
    return (
        *(decider.chosen(place) for place in range(len(fitted.chosen))),
        *(
            decider.refused(story, obstacle)
            for story, obstacle in fitted.refused
            if not story.kind.fills
        ),
        *(decider.skipped(item) for item in skipped),
    )


class _Decider:
    def __init__(self, fitted: Fitted, order: RunningOrder, radio: Radio, air_on: date) -> None:
        self._choice, self._order = fitted.chosen, order
        self._radio, self._air_on = radio, air_on
        self._seconds = order.seconds(fitted.chosen)

    def chosen(self, place: int) -> Decision:
        """Decide on a story that is told, with what it adds to the script."""
        story, telling = self._choice[place]
        without: list[Choice] = [*self._choice[:place], *self._choice[place + 1 :]]
        added = self._seconds - self._order.seconds(without)
        return self._decision(
            story, "chosen", self._why(story, telling.form), telling.form, round(added, 1)
        )

    def _why(self, story: Story, form: Fullness) -> str:
        weeks = self._late(story.since)
        if story.filler:
            why = "Đến lượt, còn thời lượng"
        elif story.kind.reason:
            why = story.kind.reason
        else:
            why = f"Chuyển từ {weeks} tuần trước" if weeks else "Tin mới trong tuần"
        if story.repeats:
            why += f"; nhắc lại lần {story.repeats}, vì Đài chưa báo đã phát"
        if story.fragment:
            why += f"; bỏ phần không chắc cách đọc “{story.fragment}”"
        elif len(story.forms) > 1 and form != story.forms[0].form:
            why += f"; đọc {FORMS[form]} cho vừa thời lượng"
        return f"{why}."

    def _late(self, since: date) -> int:
        """Count whole weeks by which a story is later than its first week."""
        return max((self._air_on - since).days // 7, 0)

    def refused(self, story: Story, obstacle: Obstacle) -> Decision:
        """Decide on a story that has to wait, or whose time is over."""
        why = _OBSTACLES[obstacle].format(fragment=story.fragment, unit=self._radio.limits.unit)
        if story.last_chance:
            return self._decision(story, "left_out", f"Không đọc: {why}; tuần sau thì đã qua hạn.")
        if story.kind.grows_old and self._late(story.since) >= self._radio.limits.carry_weeks:
            late = f"đã chuyển {self._radio.limits.carry_weeks} tuần, không còn là tin mới"
            return self._decision(story, "left_out", f"Không đọc: {why}; {late}.")
        later = "Chờ đến lượt" if story.filler else "Chuyển sang tuần sau"
        return self._decision(story, "carried", f"{later}: {why}.")

    def skipped(self, item: Skipped) -> Decision:
        """Decide on what is not weighed at all."""
        return Decision(
            key=item.key,
            kind=item.kind.name,
            title=item.title,
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
        form: Fullness | None = None,
        seconds: float = 0.0,
    ) -> Decision:
        return Decision(
            key=story.key,
            kind=story.kind.name,
            title=story.title,
            record_ids=story.record_ids,
            outcome=outcome,
            reason=intern(reason),  # of thousands that wait most do so for the same reason
            since=week_heard(story.since, self._radio.air_weekday),
            form=form,
            seconds=seconds,
            repeats=story.repeats,
        )
