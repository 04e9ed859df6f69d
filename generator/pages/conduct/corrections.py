"""Public corrections: every one, newest first, with its reason."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.ledger.changes import every_change, settings_since
from generator.ledger.setting_changes import SettingChange, sealed_settings
from generator.ledger.words import edition_url
from generator.model.datasets import DATASETS, WITH_PAGES, name_of
from generator.model.recommendations import PublicRecord
from generator.model.records import Correction, Recommendation
from generator.model.site_paths import SectionFolder
from generator.model.text import quarter_of, slug, vn_number
from generator.pages.addresses import record_url
from generator.pages.filters import (
    Filter,
    quarter_filter,
    state_filter,
    unit_filter,
    useful,
    words_filter,
)
from generator.pages.folds import Folded, folded
from generator.pages.renderer import Renderer
from generator.pages.view import View

ADDRESS = f"{SectionFolder.CORRECTIONS}/"
NAME = "Đính chính"
KINDS = {
    "corrected": "đính chính",
    "withdrawn": "rút lại",
    "revoked": "thu hồi",
    "expired": "quyết định thôi nêu tên trước hạn",
}
"""What a correction is, in words behind a count."""


@dataclass(frozen=True)
class CorrectionRow:
    """One correction, what its record is called and where it lies."""

    correction: Correction
    record_words: str
    record_url: str
    dataset: str
    unit_id: str
    quarter: str

    @property
    def noun(self) -> str:
        """What kind of record was corrected."""
        return DATASETS[self.dataset].noun

    @property
    def is_recommendation(self) -> bool:
        """True of what is told on this site only, never on air."""
        return self.dataset == name_of(Recommendation)


@dataclass(frozen=True)
class RuleChange:
    """Settings changed with an edition, why, and its page; no page for those not closed yet."""

    edition: str
    on: date
    url: str
    reason: str
    settings: Sequence[SettingChange]


@dataclass(frozen=True)
class CorrectionsView(View):
    """The list of corrections."""

    template: ClassVar[str] = "pages/corrections.html"
    counted: str
    lines: Folded[CorrectionRow]
    has_recommendations: bool
    filters: Sequence[Filter]
    sorts: Sequence[tuple[str, str]]
    rules: Sequence[RuleChange]


def rule_changes(edition: Edition) -> Iterator[RuleChange]:
    """What was changed of the rules of publication, newest first, each with its reason."""
    chain = edition.ledger.chain
    last = chain.editions[-1] if chain.editions else None
    now = settings_since(last, {"settings": sealed_settings(edition.city)})
    if now:
        yield RuleChange(edition.edition_id, edition.as_of, "", "", now)
    for changes in reversed(every_change(chain)):
        if changes.settings:
            closed = changes.edition
            url = edition_url(closed.edition)
            yield RuleChange(closed.edition, closed.on, url, changes.reason, changes.settings)


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page of corrections."""
    edition = renderer.edition
    lines = [_line(edition, item, edition.record(item.record_id)) for item in edition.corrections]
    view = CorrectionsView(
        counted=_counted(lines),
        lines=folded(lines, lambda line: line.quarter),
        has_recommendations=any(line.is_recommendation for line in lines),
        filters=_filters(edition, lines),
        sorts=(("ngay", "Cũ nhất trước"),),
        rules=list(rule_changes(edition)),
    )
    yield renderer.page(
        view,
        ADDRESS,
        NAME,
        "Mọi lần đính chính, rút lại, thu hồi, kèm lý do công khai.",
    )


def _counted(lines: Sequence[CorrectionRow]) -> str:
    """ "2 lần đính chính, 1 lần rút lại"; empty without any."""
    counts = Counter[str](line.correction.kind for line in lines)
    told = (
        f"{vn_number(counts[kind])} lần {words}" for kind, words in KINDS.items() if counts[kind]
    )
    return ", ".join(told)


def _line(edition: Edition, correction: Correction, record: PublicRecord) -> CorrectionRow:
    dataset = edition.dataset_of[record.record_id]
    return CorrectionRow(
        correction,
        case_words(edition, record),
        record_url(dataset, record.record_id),
        dataset,
        record.unit_id,
        quarter_of(correction.published_on),
    )


def _filters(edition: Edition, lines: list[CorrectionRow]) -> tuple[Filter, ...]:
    kinds = [(kind, edition.contract.label(Correction, "kind", kind)) for kind in KINDS]
    nouns = [(slug(item.noun), item.noun[:1].upper() + item.noun[1:]) for item in WITH_PAGES]
    return useful(
        unit_filter(edition, (line.unit_id for line in lines)),
        quarter_filter(line.quarter for line in lines),
        words_filter("loai", "Trường hợp", nouns, (slug(line.noun) for line in lines)),
        state_filter((line.correction.kind for line in lines), kinds),
    )
