"""Word contests: who hears a complaint of a criticism, since when, and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from generator.edition.bulletin import Fullness
from generator.model.capitals import mid_sentence
from generator.model.public import PublicCommendation
from generator.model.radio_settings import Dialect
from generator.model.records import Contest
from generator.radio.items.phrases import ConductRecord, begin, on_day
from generator.radio.items.telling import Written

ContestEvent = Literal["opened", "ended"]
_OPENED: Mapping[str, str] = {
    "complaint": "đã thụ lý khiếu nại về việc {about}",
    "second_complaint": "đã thụ lý khiếu nại lần hai về việc {about}",
    "review": "bắt đầu xem xét lại việc {about}",
    "lawsuit": "đã thụ lý vụ án hành chính về việc {about}",
}
_ENDED: Mapping[str, str] = {
    "complaint": "đã giải quyết xong khiếu nại về việc {about}",
    "second_complaint": "đã giải quyết xong khiếu nại lần hai về việc {about}",
    "review": "đã xem xét lại xong việc {about}",
    "lawsuit": "đã giải quyết xong vụ án hành chính về việc {about}",
}
_RUNNING: Mapping[str, str] = {
    "complaint": "đang được {body} giải quyết khiếu nại",
    "second_complaint": "đang được {body} giải quyết khiếu nại lần hai",
    "review": "đang được {body} xem xét lại",
    "lawsuit": "đang được {body} giải quyết theo thủ tục tố tụng hành chính",
}
_OUTCOMES: Mapping[str, str] = {
    "upheld": "kết quả là giữ nguyên như đã công bố",
    "changed": "kết quả là sửa đổi một phần",
    "annulled": "kết quả là hủy bỏ",
    "dropped": "người khiếu nại đã rút đơn",
}


def contest_told(
    contest: Contest, event: ContestEvent, about: str, case: str, air_on: date, dialect: Dialect
) -> Mapping[Fullness, Written]:
    """Write the beginning or the end of a contest, and what it means for the naming.

    `about` says what is contested, e.g. "phê bình Phòng Quản lý đô thị", `case` in a sentence what
    for; that is not said again while the naming is suspended.
    """
    day = contest.opened_on if event == "opened" else contest.ended_on or air_on
    verb = (_OPENED if event == "opened" else _ENDED)[contest.kind].format(about=about)
    told = f"{begin(on_day(day, air_on, dialect))}, {mid_sentence(contest.body)} {verb}"
    case = "" if contest.suspended_on else case
    if event == "opened":
        return {"full": f"{told}. {case}{_while_it_lasts(contest)}", "sentence": f"{told}."}
    outcome = _OUTCOMES[contest.outcome]
    brief = f"{told}, {outcome}."
    whole = f"{told}. {case} {begin(outcome)}." if case else brief
    return {
        "full": f"{whole}{_conclusion(contest)}",
        "sentence": (brief, f"{told}. {begin(outcome)}."),
    }


def contested_clause(record: ConductRecord, air_on: date) -> str:
    """Return a sentence for a record that is told while it is contested; empty for any other."""
    if isinstance(record, PublicCommendation):
        return ""
    running = [
        item
        for item in record.contests
        if item.kind in _RUNNING
        and item.opened_on <= air_on
        and (item.ended_on is None or item.ended_on > air_on)
    ]
    if not running:
        return ""
    item = running[-1]
    return f" Việc này {_RUNNING[item.kind].format(body=mid_sentence(item.body))}."


def is_aired(contest: Contest) -> bool:
    """Return True of a contest that says that the record is wrong; a plea for mercy is private."""
    return contest.kind in _OPENED


def _while_it_lasts(contest: Contest) -> str:
    paused = " Trong thời gian giải quyết, việc nêu tên tạm dừng." if contest.suspended_on else ""
    return f"{paused} Khi có kết quả, chuyên mục sẽ thông tin lại."


def _conclusion(contest: Contest) -> str:
    said = (contest.conclusion or "").strip().rstrip(".")
    return f" {begin(said)}." if said else ""
