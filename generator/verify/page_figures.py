"""Figures where pages show them: of the page's own unit or procedure, or of the one linked to."""

from collections.abc import Iterator, Mapping

from generator.model.figures import FIGURES
from generator.model.page_marks import is_of_counts, plain
from generator.model.site_paths import PAGE_FILE, PROCEDURE_PAGES, UNIT_PAGES
from generator.model.text import slug, vn_quarter
from generator.model.verify_words import said
from generator.verify.finding import Finding
from generator.verify.page_marks import Marks, ShownRow
from generator.verify.records import PublishedRow
from generator.verify.sealed_rows import SealedRows


def figure_faults(sealed: SealedRows, pages: Mapping[str, Marks]) -> Iterator[Finding]:
    """Rows of figures shown as another's, numbers beside them, and rows that are not shown."""
    for path, marks in pages.items():
        for item in marks.shown:
            row = sealed.rows.get(item.row)
            if row is None or not is_of_counts(item.row):
                continue
            if item.has_other_numbers:
                yield Finding(path, said("figure-number", row=_named(row)))
            if not _is_in_place(sealed, path, marks, item, row):
                yield Finding(path, said("figure-strange", row=_named(row)))
    yield from _missing(sealed, pages)


def _named(row: PublishedRow) -> str:
    """What a row of figures is of: "p-dong-tho, 2018-Q4"."""
    cut = (row.get(name) for name in ("unit_id", "group_id", "procedure_id", "field", "quarter"))
    return ", ".join(part for part in cut if part) or "toàn địa bàn"


def _is_in_place(
    sealed: SealedRows, path: str, marks: Marks, item: ShownRow, row: PublishedRow
) -> bool:
    unit, procedure = row.get("unit_id", ""), row.get("procedure_id", "")
    own_unit, own_procedure = _own(path, UNIT_PAGES), _own(path, PROCEDURE_PAGES)
    quarter = row.get("quarter", "")
    return (
        (not quarter or vn_quarter(quarter).lower() in marks.words)
        and (not own_unit or _is_of_unit(sealed, own_unit, row, item))
        and (not own_procedure or slug(procedure) == own_procedure)
        and (not unit or unit == own_unit or _leads(item, unit, sealed.units.get(unit, "")))
        and (
            not procedure
            or slug(procedure) == own_procedure
            or _leads(item, slug(procedure), sealed.procedures.get(procedure, ""))
        )
    )


def _is_of_unit(sealed: SealedRows, unit: str, row: PublishedRow, item: ShownRow) -> bool:
    """True of a unit's own figures, those of its group, and of a unit that the line leads to."""
    if group := row.get("group_id", ""):
        return sealed.groups.get(unit) == group
    return bool(row.get("unit_id", ""))


def _own(path: str, section: str) -> str:
    """The last part of the address of a section's page."""
    part = path.removeprefix(section).removesuffix(f"/{PAGE_FILE}")
    return part if path == f"{section}{part}/{PAGE_FILE}" else ""


def _leads(item: ShownRow, part: str, name: str) -> bool:
    """True when the line links to that page under its name."""
    return any(
        address == part and plain(words).lower().startswith(name.lower())
        for address, words in item.links
    )


def _missing(sealed: SealedRows, pages: Mapping[str, Marks]) -> Iterator[Finding]:
    """The rows that have a place on a page of their own and do not stand there."""
    for key, row in sealed.rows.items():
        path = _place(row) if key.startswith(f"{FIGURES}/") else ""
        if path in pages and key not in pages[path].rows:
            yield Finding(path, said("figure-missing", row=_named(row)))


def _place(row: PublishedRow) -> str:
    """The page on which a row of all quarters stands: its unit's, else the list of procedures."""
    if row.get("quarter") or row.get("field") or row.get("group_id"):
        return ""
    if row.get("unit_id"):
        return f"{UNIT_PAGES}{row['unit_id']}/{PAGE_FILE}"
    return f"{PROCEDURE_PAGES}{PAGE_FILE}" if row.get("procedure_id") else ""
