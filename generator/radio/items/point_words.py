"""Say what the criticised answered to each point, and what another body concluded of it."""

from collections.abc import Callable, Sequence
from datetime import date

from generator.model.capitals import mid_sentence
from generator.model.clauses import clause
from generator.model.point_records import CriticismPoint
from generator.model.points import point_known_on
from generator.radio.items.phrases import begin

_CONCLUDED = {"upheld": "giữ nguyên", "changed": "sửa lại", "annulled": "bỏ"}
Say = Callable[[str, str], str]
"""How a reply is said as its speaker's."""


def points_said(
    points: Sequence[CriticismPoint], who: str, say: Say, air_on: date, *, brief: bool = False
) -> tuple[str, ...]:
    """Word the answers to the points as they stood on a day; nothing when there was none.

    In brief the answers alone are said, not what each of them answers.
    """
    known = [point_known_on(point, air_on) for point in points]
    answered = [point for point in known if point.reply]
    if not answered:
        return ()
    head = _counted(len(answered), len(known), who)
    if brief:
        first, *others = answered
        alone = (_answer_alone(first, who, say), *(_answer_to(p, who, say) for p in others))
        return (" ".join((head, *alone)),)
    told = (_one_sentence, _two_sentences)
    return tuple(" ".join((head, *(form(p, who, say) for p in answered))) for form in told)


def _counted(answered: int, all_of_them: int, who: str) -> str:
    if answered == all_of_them:
        return f"{begin(who)} đã trả lời cả {all_of_them} điểm bị phê bình."
    return f"{begin(who)} đã trả lời {answered} trong {all_of_them} điểm bị phê bình."


def _answer_alone(point: CriticismPoint, who: str, say: Say) -> str:
    return f"{begin(say(who, (point.reply or '').strip()))}.{_concluded(point)}"


def _answer_to(point: CriticismPoint, who: str, say: Say) -> str:
    """Begin with which point it answers: several answers in a row do not all begin alike."""
    answer = mid_sentence(say(who, (point.reply or "").strip()))
    return f"Về điểm thứ {_place(point.point_no)}, {answer}.{_concluded(point)}"


def _one_sentence(point: CriticismPoint, who: str, say: Say) -> str:
    answer = say(who, (point.reply or "").strip())
    return f"Về việc {clause(point.violation)}, {mid_sentence(answer)}.{_concluded(point)}"


def _two_sentences(point: CriticismPoint, who: str, say: Say) -> str:
    answer = say(who, (point.reply or "").strip())
    about = f"Điểm thứ {_place(point.point_no)} là {clause(point.violation)}"
    return f"{about}. {begin(answer)}.{_concluded(point)}"


def _place(number: int) -> str:
    return "nhất" if number == 1 else str(number)


def _concluded(point: CriticismPoint) -> str:
    if point.outcome not in _CONCLUDED or not point.judged_by:
        return ""
    return f" {begin(mid_sentence(point.judged_by))} kết luận {_CONCLUDED[point.outcome]} điểm này."
