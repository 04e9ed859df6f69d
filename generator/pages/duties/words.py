"""Obligations in words: what is owed, and where the site tells more of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator.edition.edition import Edition
from generator.ledger.words import LEDGER_URL
from generator.model.capitals import capitalize_first, mid_sentence
from generator.model.datasets import name_of
from generator.model.directives import Directive
from generator.model.duty_records import Assignment, Broadcast, Inspection, QuarterlyReport
from generator.model.obligations import Obligation
from generator.model.records import Criticism, Recommendation
from generator.model.text import vn_date, vn_quarter
from generator.pages.addresses import TASKS, record_url
from generator.pages.bulletins.files import SECTION as SCRIPTS
from generator.pages.bulletins.files import bulletin_url
from generator.pages.clauses import cited
from generator.pages.directive.board import LATE_LISTS
from generator.pages.directive.words import report_name

EDITIONS = "editions"
"""What is owed when a quarter is over; editions are closed in the ledger and are no dataset."""
KINDS = {
    name_of(Assignment): "Nhiệm vụ theo văn bản khác",
    name_of(QuarterlyReport): "Báo cáo quý",
    name_of(Recommendation): "Trả lời kiến nghị",
    name_of(Criticism): "Khắc phục sau phê bình",
    name_of(Inspection): "Cuộc kiểm tra công vụ",
    EDITIONS: "Đóng kỳ công bố",
    name_of(Broadcast): "Phát chuyên mục trên đài",
}
"""What an obligation is, by the dataset it comes from."""
PUBLISHING = (EDITIONS, name_of(Broadcast))
"""What the city owes the public itself."""


@dataclass(frozen=True)
class Duty:
    """An obligation in words, with the page that tells more.

    `late_list` is the address at which a document's board lists all of its kind that are overdue;
    empty of what stands on no board.
    """

    obligation: Obligation
    kind: str
    words: str
    url: str
    late_list: str = ""


Told = tuple[str, str, Directive | None]
"""What is owed, the address of the page that tells more, and the document that orders it."""


def in_order(duties: Iterable[Duty]) -> list[Duty]:
    """Duties by kind in a fixed order, otherwise as they came."""
    places = {dataset: place for place, dataset in enumerate(KINDS)}
    return sorted(duties, key=lambda duty: places[duty.obligation.dataset])


class Duties:
    """Words for every obligation of an edition."""

    def __init__(self, edition: Edition) -> None:
        """`edition` holds the records that the obligations come from."""
        self._city = edition.city
        self._cited = partial(cited, edition)
        self._faults = {item.record_id: item.violation for item in edition.criticisms}
        self._tasks = {item.assignment_id: item for item in edition.assignments}
        self._asks = {item.recommendation_id: item for item in edition.recommendations}
        self._scripts = edition.scripts
        self._visits = {item.inspection_id: item for item in edition.inspections}
        self._tellers: Mapping[str, Callable[[Obligation], Told]] = {
            name_of(Assignment): self._task,
            name_of(QuarterlyReport): self._report,
            name_of(Recommendation): self._answer,
            name_of(Criticism): self._remedy,
            name_of(Inspection): self._visit,
            EDITIONS: self._edition,
            name_of(Broadcast): self._broadcast,
        }

    def duty(self, item: Obligation) -> Duty:
        """One obligation in words."""
        words, url, directive = self._tellers[item.dataset](item)
        if directive is None:
            return Duty(item, KINDS[item.dataset], words, url)
        late_list = directive.url + LATE_LISTS[item.dataset]
        return Duty(item, self._kind(item, directive), words, directive.url + url, late_list)

    def _kind(self, item: Obligation, directive: Directive) -> str:
        """What kind of obligation it is, and under which document where that is not plain."""
        kind = KINDS[item.dataset]
        if item.dataset == name_of(Assignment):
            return f"Nhiệm vụ {directive.name}"
        if directive.duties.reports and item.dataset == name_of(QuarterlyReport):
            kind = capitalize_first(directive.duties.reports.called)
        return kind if len(self._city.directives) == 1 else f"{kind} theo {directive.name}"

    def _task(self, item: Obligation) -> Told:
        task = self._tasks[item.key]
        if directive := self._cited(task):
            point = f"Điểm {task.clause}: " if task.clause else ""
            return f"{point}{task.task}", f"#{item.key}", directive
        return f"{task.document}: {mid_sentence(task.task)}", f"{TASKS}#{item.key}", None

    def _report(self, item: Obligation) -> Told:
        assert item.report
        every = {one.report: one for one in self._city.reporting(item.report.quarter)}
        ordered = every[item.report]
        return f"Báo cáo {report_name(ordered)}", "#bao-cao", ordered.directive

    def _answer(self, item: Obligation) -> Told:
        about = mid_sentence(self._asks[item.key].about)
        return f"Trả lời kiến nghị: {about}", record_url(item.dataset, item.key), None

    def _remedy(self, item: Obligation) -> Told:
        fault = mid_sentence(self._faults.get(item.key) or item.key)
        return f"Khắc phục sau phê bình: {fault}", record_url(item.dataset, item.key), None

    def _visit(self, item: Obligation) -> Told:
        visit = self._visits[item.key]
        about = mid_sentence(visit.purpose)
        return f"Kiểm tra theo kế hoạch: {about}", f"#{item.key}", self._cited(visit)

    def _edition(self, item: Obligation) -> Told:
        return f"Đóng kỳ công bố {vn_quarter(item.key)}", LEDGER_URL, None

    def _broadcast(self, item: Obligation) -> Told:
        assert item.due_on
        url = bulletin_url(item.key) if item.key in self._scripts else f"{SCRIPTS}/"
        return f"Phát chuyên mục ngày {vn_date(item.due_on)}", url, None
