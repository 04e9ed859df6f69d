"""The public ledger: its files, its page, and for each edition a page of what changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.ledger.chain import Chain
from generator.ledger.changes import Changes, Moved, every_change
from generator.ledger.log_files import log_files
from generator.ledger.openings import render_openings
from generator.ledger.spoken_code import SpokenCode
from generator.ledger.witnesses import attested
from generator.ledger.words import COUNTED, LEDGER_URL, WHY, edition_url, signed
from generator.model.site_paths import CHECKPOINT, LEDGER, LOG, OPENINGS, SectionFolder
from generator.model.text import judged_percent, quarter_of, vn_number, vn_quarter
from generator.pages import verification, witnessing
from generator.pages.edition_news import ChangeGroup, change_groups, summary
from generator.pages.folds import Folded, folded
from generator.pages.renderer import Renderer
from generator.pages.view import View

SECTION = SectionFolder.SUPERVISION


@dataclass(frozen=True)
class MovedCount:
    """One count of a quarter: before (empty when there was none), after, and by how much."""

    words: str
    before: str
    after: str
    by: str


@dataclass(frozen=True)
class MovedQuarter:
    """A quarter whose counts moved, what that means in a sentence, and why."""

    quarter: str
    title: str
    finding: str
    why: str
    counts: tuple[MovedCount, ...]


def files(renderer: Renderer) -> dict[str, bytes]:
    """The ledger, and what opens its digests; nothing before the first edition is closed."""
    ledger = renderer.edition.ledger
    if not ledger.chain.lines:
        return {}
    openings = render_openings(ledger.openings.values())
    return {
        LEDGER: ledger.chain.content,
        OPENINGS: openings,
        **log_files(ledger.chain, ledger.signatures, LOG),
    }


@dataclass(frozen=True)
class LedgerView(View):
    """The ledger: each edition with its page's address, newest first, and the code on air."""

    template: ClassVar[str] = "pages/ledger.html"
    ledger: Chain
    editions: Folded[tuple[Changes, str]]
    code: SpokenCode | None
    signers: Sequence[str]
    lacking: str
    ledger_file: str
    checkpoint_file: str
    log_prefix: str
    openings_file: str


@dataclass(frozen=True)
class EditionView(View):
    """What changed in an edition."""

    template: ClassVar[str] = "pages/edition.html"
    changes: Changes
    groups: Sequence[ChangeGroup]
    summary: str
    quarters: Folded[MovedQuarter]
    code: SpokenCode
    ledger_url: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The ledger's page, those of verification and of witnesses, and a page an edition."""
    ledger = renderer.edition.ledger.chain
    every = every_change(ledger)
    signers, lacking = _attestation(renderer.edition) if every else ((), "")
    yield renderer.page(
        LedgerView(
            ledger=ledger,
            editions=folded(
                ((item, edition_url(item.edition.edition)) for item in reversed(every)),
                lambda line: quarter_of(line[0].edition.on),
            ),
            code=ledger.code,
            signers=signers,
            lacking=lacking,
            ledger_file=LEDGER,
            checkpoint_file=CHECKPOINT,
            log_prefix=LOG,
            openings_file=OPENINGS,
        ),
        LEDGER_URL,
        "Sổ công khai",
        "Mỗi lần công bố, đính chính, rút lại đều được ghi thành một dòng không sửa được.",
        frame=SECTION,
        search_text="Sổ công khai, kỳ công bố, mã đối chiếu",
    )
    yield verification.page(renderer)
    yield witnessing.page(renderer)
    yield from (_edition_page(renderer, changes) for changes in every)


def _attestation(edition: Edition) -> tuple[Sequence[str], str]:
    """Who signed the last checkpoint, by name, and what it lacks, in a sentence."""
    found = attested(edition.ledger.checkpoint, edition.city.ledger)
    city = [edition.city.city.name] if found.by_city else []
    return (*city, *(witness.name for witness in found.witnesses)), found.lacking


def _edition_page(renderer: Renderer, changes: Changes) -> Page:
    name, groups = changes.edition.edition, change_groups(renderer.edition, changes)
    return renderer.page(
        EditionView(
            changes=changes,
            groups=groups,
            summary=summary(groups),
            quarters=folded(_quarters(changes), lambda moved: moved.quarter),
            code=renderer.edition.ledger.chain.codes[name],
            ledger_url=LEDGER_URL,
        ),
        edition_url(name),
        f"Kỳ {name}: có gì thay đổi",
        f"Kỳ công bố {name}: bản ghi mới, đính chính, rút lại, số liệu đổi so với kỳ trước.",
        frame=SECTION,
        search_text=f"Kỳ công bố {name}, có gì thay đổi",
    )


def _quarters(changes: Changes) -> Iterator[MovedQuarter]:
    for moved in changes.moved:
        before = moved.before or {}
        counts = tuple(
            MovedCount(
                words,
                vn_number(before[name]) if name in before else "",
                vn_number(moved.after[name]),
                signed(moved.after[name] - before[name]) if name in before else "",
            )
            for name, words in COUNTED.items()
        )
        title = vn_quarter(moved.quarter)
        yield MovedQuarter(moved.quarter, title, moved_finding(moved), WHY[moved.why], counts)


def moved_finding(moved: Moved) -> str:
    """How the share on time moved: "tỷ lệ đúng hạn từ 90,1% thành 90%"."""
    now, was = _share(moved.after), _share(moved.before or {})
    judged = vn_number(moved.after["judged_count"])
    if now is None:
        return judged_percent(now)
    if was is None:
        return f"{judged_percent(now)} đúng hạn trong {judged} hồ sơ có hạn để xét"
    if judged_percent(was) == judged_percent(now):
        return f"tỷ lệ đúng hạn vẫn là {judged_percent(now)}, nay trên {judged} hồ sơ có hạn để xét"
    return f"tỷ lệ đúng hạn từ {judged_percent(was)} thành {judged_percent(now)}"


def _share(counts: Mapping[str, int]) -> float | None:
    return counts["on_time_count"] / counts["judged_count"] if counts.get("judged_count") else None
