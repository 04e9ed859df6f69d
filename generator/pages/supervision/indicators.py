"""Figures that a unit is to explain: by which rule, with which value, and what the unit answered.

Nobody but the unit can say whether an odd figure is wrong. Its answer is the reply to a
recommendation whose words name the figure by its code.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.policy_settings import Policy
from generator.model.site_paths import SectionFolder
from generator.model.text import vn_number, vn_percent, with_unit
from generator.pages.folds import Folded, folded
from generator.pages.renderer import Renderer
from generator.pages.supervision import questions as q
from generator.pages.supervision.question import Question
from generator.pages.supervision.questions import questions
from generator.pages.supervision.recommendations import Thread, threads
from generator.pages.supervision.told_otherwise import RULE as TOLD_OTHERWISE
from generator.pages.view import View

SECTION = SectionFolder.SUPERVISION
URL = f"{SECTION}/can-giai-thich/"
NAME = "Số liệu cần giải thích"
_CODE = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True)
class Rule:
    """When a figure is asked about: the rule's name and its numbers, in words."""

    name: str
    words: str


@dataclass(frozen=True)
class Indicator:
    """A figure to be explained; `asked` are the recommendations that name it, oldest first."""

    question: Question
    rule: Rule
    asked: tuple[Thread, ...]

    @property
    def is_answered(self) -> bool:
        """True once the unit has replied to one of them."""
        return any(thread.ask.reply for thread in self.asked)

    @property
    def url(self) -> str:
        """Its address, which stays."""
        return f"{URL}#{self.question.code}"


@dataclass(frozen=True)
class IndicatorsView(View):
    """Every indicator, newest quarters first, and the rules of all."""

    template: ClassVar[str] = "pages/indicators.html"
    rules: Sequence[Rule]
    indicators: Folded[Indicator]


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page of all indicators."""
    edition = renderer.edition
    found = indicators(edition)
    yield renderer.page(
        IndicatorsView(
            list(rules(edition.city.policy).values()),
            folded(found, lambda indicator: indicator.question.quarter),
        ),
        URL,
        NAME,
        "Số liệu lạ theo các phép thử của trang: quy tắc, giá trị và câu trả lời của đơn vị.",
        frame=SECTION,
        search_text=", ".join(rule.name for rule in rules(edition.city.policy).values()),
    )


def indicators(edition: Edition) -> tuple[Indicator, ...]:
    """Every figure to be explained, those of the newest quarter first."""
    known, asked = rules(edition.city.policy), _asked(threads(edition))
    return tuple(
        Indicator(question, known[question.rule], tuple(asked.get(question.code, ())))
        for question in questions(edition)
    )


def _asked(every: Iterable[Thread]) -> Mapping[str, Sequence[Thread]]:
    """The recommendations that stand, oldest first, by each code that their words hold."""
    found: dict[str, list[Thread]] = {}
    for thread in sorted(every, key=lambda thread: (thread.ask.sent_on, thread.ask.record_id)):
        if thread.ask.standing == "in_force":
            words = f"{thread.ask.about} {thread.ask.text}".lower()
            for code in dict.fromkeys(_CODE.findall(words)):
                found.setdefault(code.strip("-"), []).append(thread)
    return found


def rules(policy: Policy) -> Mapping[str, Rule]:
    """Every rule by the name that questions give it."""
    judged, share = vn_number(q.JUMP_COUNT), vn_percent
    return {
        "doi-nhanh": Rule(
            "Tỷ lệ đúng hạn đổi quá nhanh",
            "Tỷ lệ đúng hạn của đơn vị chênh từ "
            f"{with_unit(q.JUMP_POINTS, 'điểm phần trăm')} trở lên so với quý ngay trước, "
            f"mỗi quý có từ {judged} hồ sơ có hạn để xét.",
        ),
        "khong-qua-han": Rule(
            "Không hồ sơ nào quá hạn",
            f"Đơn vị có từ {vn_number(q.SPOTLESS_COUNT)} hồ sơ có hạn để xét trong quý và tất cả "
            "đều đúng hạn.",
        ),
        "nho-ngay-cho": Rule(
            "Đúng hạn nhờ trừ ngày chờ bổ sung",
            f"Từ {q.PAUSED_COUNT} hồ sơ, và từ {share(q.PAUSED_SHARE)} số hồ sơ đúng hạn của đơn "
            "vị trong quý, chỉ đúng hạn nhờ trừ ngày chờ bổ sung.",
        ),
        "don-mot-ngay": Rule(
            "Dồn vào đúng một số ngày",
            f"Từ {share(q.HEAP_SHARE)} trong ít nhất {q.HEAP_COUNT} hồ sơ của một thủ tục tại một "
            "đơn vị mất đúng một số ngày làm việc như nhau, từ "
            f"{with_unit(q.HEAP_DAYS, 'ngày')} trở lên.",
        ),
        "khong-xin-loi": Rule(
            "Không gửi phiếu xin lỗi nào",
            f"Trong quý, đơn vị có từ {q.UNSORRY_COUNT} hồ sơ đến hạn mà chưa giải quyết xong, và "
            "hết quý không gửi phiếu xin lỗi nào.",
        ),
        TOLD_OTHERWISE: Rule(
            "Báo cáo khác số liệu đã công bố",
            "Con số đơn vị ghi trong báo cáo nhỏ hơn số liệu đã công bố về cùng việc ấy từ 1 "
            "trở lên; với số cuộc kiểm tra của các đoàn thì khi hai số khác nhau. Báo cáo có thể "
            "chỉ tính đến ngày gửi.",
        ),
        "tra-ngay-nghi": Rule(
            "Nhiều kết quả trả vào ngày nghỉ",
            f"Từ {q.DAY_OFF_COUNT} hồ sơ, và từ {share(q.DAY_OFF_SHARE)} số hồ sơ kết thúc của đơn "
            "vị trong quý, có ngày trả là ngày nghỉ; không kể hồ sơ nộp trực tuyến, và chỉ xét đơn "
            f"vị có từ {vn_number(policy.percentile_min_count)} hồ sơ kết thúc.",
        ),
    }
