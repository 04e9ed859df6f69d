"""Praise and criticism that were made public, and the remedies that were due."""

from collections.abc import Sequence

from generator.model.datasets import name_of
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.records import Commendation, Criticism
from generator.model.text import vn_date, vn_number
from generator.pages.conduct.page import measure_label
from generator.reports.document import Appendix, Block, GridColumn, Paragraph
from generator.reports.people import named
from generator.reports.quarter import QuarterOf
from generator.reports.topics.tasks import state_words, states_words
from generator.reports.topics.topic import Numbers, Topic, see

PRAISE, BLAME = "praise", "criticism"
PRAISED = (
    GridColumn("Mã", 13),
    GridColumn("Tập thể, cá nhân", 23),
    GridColumn("Thành tích", 40),
    GridColumn("Hình thức, văn bản", 24),
)
BLAMED = (
    GridColumn("Mã", 12),
    GridColumn("Tập thể, cá nhân", 19),
    GridColumn("Vi phạm", 30),
    GridColumn("Hình thức, văn bản", 19),
    GridColumn("Khắc phục", 20),
)


def _praise(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    told = _praise_words(about.commendations)
    return (Paragraph(f"{told}{see(numbers, PRAISE)}."),) if told else ()


def _blame(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    told, remedies = _blame_words(about.criticisms), _remedy_words(about)
    found = (f"{told}{see(numbers, BLAME)}." if told else "", f"{remedies}." if remedies else "")
    return tuple(Paragraph(text) for text in found if text)


def _praise_words(praised: Sequence[PublicCommendation]) -> str:
    return f"Đã công khai nêu gương {_whom(praised)}" if praised else ""


def _blame_words(blamed: Sequence[PublicCriticism]) -> str:
    if not blamed:
        return ""
    replied = sum(1 for item in blamed if item.answered_on)
    parts = ((replied, "đã giải trình"), (len(blamed) - replied, "chưa giải trình"))
    told = ", ".join(f"{vn_number(count)} trường hợp {words}" for count, words in parts if count)
    return f"Đã công khai phê bình {_whom(blamed)}; {told}"


def _whom(records: Sequence[PublicCommendation | PublicCriticism]) -> str:
    """ "9 tập thể và 5 cá nhân"."""
    people = sum(1 for item in records if item.subject_kind == "person")
    parts = ((len(records) - people, "tập thể"), (people, "cá nhân"))
    return " và ".join(f"{vn_number(count)} {words}" for count, words in parts if count)


def _remedy_words(about: QuarterOf) -> str:
    due, carried = about.due(name_of(Criticism)), about.carried(name_of(Criticism))
    told = []
    if due:
        what = "việc khắc phục sau phê bình đến hạn trong quý"
        told.append(f"Có {states_words(due, what)}")
    if carried:
        left = vn_number(len(carried))
        told.append(f"Cuối quý còn {left} việc khắc phục đến hạn từ các quý trước mà chưa xong")
    return ". ".join(told)


def _praise_table(about: QuarterOf, number: str) -> Appendix | None:
    label = about.edition.contract.label
    rows = tuple(
        (
            item.record_id,
            named(about.edition, item),
            item.reason or "",
            f"{label(Commendation, 'form', item.form)}; {item.decision_no},"
            f" ngày {vn_date(item.decision_on)}",
        )
        for item in about.commendations
    )
    title = f"Trường hợp được nêu gương trong {about.words}"
    return Appendix(number, title, PRAISED, rows) if rows else None


def _blame_table(about: QuarterOf, number: str) -> Appendix | None:
    rows = tuple(_blamed(about, item) for item in about.criticisms)
    title = f"Trường hợp bị phê bình trong {about.words}"
    return Appendix(number, title, BLAMED, rows) if rows else None


def _blamed(about: QuarterOf, item: PublicCriticism) -> tuple[str, ...]:
    owed = {o.key: o for o in about.edition.figures.obligations if o.dataset == name_of(Criticism)}
    document = f"; {item.decision_no}" if item.decision_no else ""
    remedy = state_words(owed[item.record_id]) if item.record_id in owed else "không đặt hạn"
    return (
        item.record_id,
        named(about.edition, item),
        item.violation or "",
        f"{measure_label(about.edition, item.measure)}{document}",
        remedy,
    )


COMMENDATIONS = Topic(PRAISE, "Nêu gương", None, _praise, _praise_table)
CRITICISMS = Topic(BLAME, "Phê bình và khắc phục", None, _blame, _blame_table)
