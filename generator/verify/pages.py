"""Pages held against the rows they show: every marked text is the cell that was published."""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.ledger.openings import subject_id
from generator.model.datasets import LOGGED, WITH_PAGES
from generator.model.site_paths import PAGE_FILE
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.page_figures import figure_faults
from generator.verify.page_list import added_pages
from generator.verify.page_marks import Mark, Marks, marks_of
from generator.verify.sealed_rows import SUBJECT, SealedRows, sealed_rows
from generator.verify.site import Site


def check_pages(site: Site) -> StepResult:
    """Every marked text is its cell, every record has its page and its place, none is too many."""
    sealed = sealed_rows(site)
    pages = site.once(_pages)
    sealed.names.update(_names(sealed, pages))
    found = [*_mark_faults(sealed, pages), *_record_faults(sealed, pages)]
    found += [*_list_faults(sealed, pages), *figure_faults(sealed, pages)]
    found += added_pages(site, sealed)
    wrong = {item.place for item in found}
    held = {path for path, marks in pages.items() if marks.cells and path not in wrong}
    count = sum(len(pages[path].cells) for path in held)
    right = said("pages-right", count=vn_number(count), pages=vn_number(len(held)))
    return looked_at(TITLES["pages"], right, found, held)


def _pages(site: Site) -> Mapping[str, Marks]:
    return {path: marks_of(site.read(path)) for path in site.paths if path.endswith(".html")}


def names_shown(site: Site, sealed: SealedRows) -> Mapping[str, str]:
    """The names on the records' own pages that the ledger commits to, by the id of the record."""
    pages = site.once(_pages)
    return _names(sealed, {path: pages[path] for path in pages if sealed.own_row(path)})


def _names(sealed: SealedRows, pages: Mapping[str, Marks]) -> Mapping[str, str]:
    by_own = sorted(pages, key=lambda path: bool(sealed.own_row(path)))  # a record's own page last
    marks = ((sealed.own_row(path), mark) for path in by_own for mark in pages[path].cells)
    return {
        subject_id(mark.row or own): mark.text
        for own, mark in marks
        if mark.column == SUBJECT and sealed.proves_name(mark.row or own, mark.column, mark.text)
    }


def _mark_faults(sealed: SealedRows, pages: Mapping[str, Marks]) -> Iterator[Finding]:
    for path, marks in pages.items():
        own = sealed.own_row(path)
        for mark in marks.cells:
            row = mark.row or own
            if code := _code(sealed, mark, row, own):
                said_of = said(code, record=row or "?", field=mark.column, text=_short(mark.text))
                yield Finding(path, said_of)


def _code(sealed: SealedRows, mark: Mark, row: str, own: str) -> str:
    if mark.is_hidden:
        return "mark-hidden"
    if own and subject_id(row) != subject_id(own):
        return "mark-strange"
    return sealed.fault(row, mark.column, mark.text)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def _record_faults(sealed: SealedRows, pages: Mapping[str, Marks]) -> Iterator[Finding]:
    """Every record's page is there, shows all that it has to, and each of its corrections once."""
    for dataset in WITH_PAGES:
        for row in sealed.of(dataset):
            path = f"{dataset.section}/{row.partition('/')[2]}/{PAGE_FILE}"
            if path not in pages:
                yield Finding(path, said("page-missing", record=row))
                continue
            marks = pages[path]
            shown = {mark.column for mark in marks.cells if mark.row in ("", row)}
            for column in sorted(sealed.required(row) - shown):
                yield Finding(path, said("cell-missing", record=row, field=column))
            if len(set(marks.rows) - {row}) != len(sealed.corrections.get(subject_id(row), ())):
                yield Finding(path, said("corrections-missing", record=row))


def _list_faults(sealed: SealedRows, pages: Mapping[str, Marks]) -> Iterator[Finding]:
    """Every record stands once in its list."""
    for dataset in LOGGED:
        path = f"{dataset.listed}{PAGE_FILE}"
        shown = Counter(pages[path].rows) if path in pages else Counter[str]()
        for row in sealed.of(dataset):
            if shown[row] != 1:
                code = "list-twice" if shown[row] else "list-missing"
                yield Finding(path, said(code, record=row))
