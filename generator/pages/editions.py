"""The public ledger: its files, its page, and for each edition a page of what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.page import Page
from generator.ledger.chain import Chain, Event
from generator.ledger.changes import Changes, every_change
from generator.ledger.words import COUNTED, DID, WHY, edition_url, signed, spaced_code
from generator.model.site_paths import LEDGER, OPENINGS
from generator.model.text import quarter_of, vn_number, vn_quarter
from generator.pages import verification
from generator.pages.addresses import record_url
from generator.pages.folds import Folded, folded
from generator.pages.renderer import Renderer
from generator.pages.view import View

SECTION = "giam-sat"
URL = f"{SECTION}/so-cong-khai/"


@dataclass(frozen=True)
class Happened:
    """Records that the same thing happened to: (id, address of its page)."""

    event: Event
    words: str
    records: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MovedCount:
    """One count of a quarter: before (empty when there was none), after, and by how much."""

    words: str
    before: str
    after: str
    by: str


@dataclass(frozen=True)
class MovedQuarter:
    """A quarter whose counts moved, and why."""

    quarter: str
    title: str
    why: str
    counts: tuple[MovedCount, ...]


def files(renderer: Renderer) -> dict[str, bytes]:
    """The ledger, and what opens its digests; nothing before the first edition is closed."""
    ledger = renderer.edition.ledger
    if not ledger.chain.lines:
        return {}
    chain, openings = ledger.files.values()
    return {LEDGER: chain, OPENINGS: openings}


@dataclass(frozen=True)
class LedgerView(View):
    """The ledger: each edition with its page's address, newest first, and the code on air."""

    template: ClassVar[str] = "pages/ledger.html"
    ledger: Chain
    editions: Folded[tuple[Changes, str]]
    code: str
    ledger_file: str
    openings_file: str


@dataclass(frozen=True)
class EditionView(View):
    """What changed in an edition."""

    template: ClassVar[str] = "pages/edition.html"
    changes: Changes
    happened: Sequence[Happened]
    quarters: Folded[MovedQuarter]
    code: str
    ledger_url: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The ledger's page, that of verification, and a page an edition."""
    ledger = renderer.edition.ledger.chain
    every = every_change(ledger)
    yield renderer.page(
        LedgerView(
            ledger=ledger,
            editions=folded(
                ((item, edition_url(item.edition.edition)) for item in reversed(every)),
                lambda line: quarter_of(line[0].edition.on),
            ),
            code=spaced_code(ledger.head) if ledger.lines else "",
            ledger_file=LEDGER,
            openings_file=OPENINGS,
        ),
        URL,
        "Sổ công khai",
        "Mỗi lần công bố, đính chính, rút lại đều được ghi thành một dòng không sửa được.",
        frame=SECTION,
        search_text="Sổ công khai, kỳ công bố, mã đối chiếu",
    )
    yield verification.page(renderer)
    yield from (_edition_page(renderer, changes) for changes in every)


def _edition_page(renderer: Renderer, changes: Changes) -> Page:
    name = changes.edition.edition
    return renderer.page(
        EditionView(
            changes=changes,
            happened=tuple(_happened(changes)),
            quarters=folded(_quarters(changes), lambda moved: moved.quarter),
            code=spaced_code(changes.edition.hash),
            ledger_url=URL,
        ),
        edition_url(name),
        f"Kỳ {name}: có gì thay đổi",
        f"Kỳ công bố {name}: bản ghi mới, đính chính, rút lại, số liệu đổi so với kỳ trước.",
        frame=SECTION,
        search_text=f"Kỳ công bố {name}, có gì thay đổi",
    )


def _happened(changes: Changes) -> Iterator[Happened]:
    for event, words in DID:
        if records := changes.records(event):
            yield Happened(event, words, tuple(_linked(record) for record in records))


def _linked(record: str) -> tuple[str, str]:
    dataset, _, record_id = record.partition("/")
    return record_id, record_url(dataset, record_id)


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
        yield MovedQuarter(moved.quarter, vn_quarter(moved.quarter), WHY[moved.why], counts)
