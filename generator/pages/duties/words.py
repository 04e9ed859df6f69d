"""Obligations in words: what is owed, and where the site tells more of it."""

from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.figures import Obligation
from generator.model.text import lower_first, vn_date, vn_quarter
from generator.pages.addresses import record_url
from generator.pages.bulletins.files import SECTION as SCRIPTS
from generator.pages.bulletins.files import bulletin_url
from generator.pages.editions import URL as LEDGER_URL

KINDS = {
    "assignments": "Nhiệm vụ Công văn 643",
    "quarterly_reports": "Báo cáo quý",
    "recommendations": "Trả lời kiến nghị",
    "criticisms": "Khắc phục sau phê bình",
    "inspections": "Cuộc kiểm tra công vụ",
    "editions": "Đóng kỳ công bố",
    "broadcasts": "Phát chuyên mục trên đài",
}
"""What an obligation is, by the dataset it comes from (editions are closed in the ledger)."""
PUBLISHING = ("editions", "broadcasts")
"""What the city owes the public itself."""


@dataclass(frozen=True)
class Duty:
    """An obligation in words, with the page that tells more."""

    obligation: Obligation
    kind: str
    words: str
    url: str


class Duties:
    """Words for every obligation of an edition."""

    def __init__(self, edition: Edition) -> None:
        """`edition` holds the records that the obligations come from."""
        self._decisions = {item.record_id: item.decision_no for item in edition.criticisms}
        self._tasks = {item.assignment_id: item for item in edition.assignments}
        self._asks = {item.recommendation_id: item for item in edition.recommendations}
        self._scripts = edition.scripts
        self._visits = {item.inspection_id: item for item in edition.inspections}

    def duty(self, item: Obligation) -> Duty:
        """One obligation in words."""
        words, url = self._told(item)
        return Duty(item, KINDS[item.dataset], words, url)

    def _told(self, item: Obligation) -> tuple[str, str]:
        if item.dataset == "assignments":
            task = self._tasks[item.key]
            return f"Điểm {task.clause}: {task.task}", f"cong-van-643/#{item.key}"
        if item.dataset == "quarterly_reports":
            return f"Báo cáo {vn_quarter(item.key.rsplit('/', 1)[-1])}", "cong-van-643/#bao-cao"
        if item.dataset == "recommendations":
            about = lower_first(self._asks[item.key].about)
            return f"Trả lời kiến nghị: {about}", record_url("recommendations", item.key)
        if item.dataset == "inspections":
            purpose = lower_first(self._visits[item.key].purpose)
            return f"Kiểm tra theo kế hoạch: {purpose}", f"cong-van-643/#{item.key}"
        if item.dataset == "editions":
            return f"Đóng kỳ công bố {vn_quarter(item.key)}", LEDGER_URL
        if item.dataset == "broadcasts":
            assert item.due_on
            return f"Phát chuyên mục ngày {vn_date(item.due_on)}", self._script_url(item.key)
        number = self._decisions.get(item.key) or item.key
        return f"Khắc phục theo văn bản phê bình {number}", record_url("criticisms", item.key)

    def _script_url(self, week: str) -> str:
        return bulletin_url(week) if week in self._scripts else f"{SCRIPTS}/"
