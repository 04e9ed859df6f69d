"""The numbers that charts give to take along, held against the rows of the figures."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model.figures import FIGURES, Figure
from generator.model.shares import TOLD_SUMS
from generator.model.site_paths import CHARTS, PROCEDURE_PAGES, UNIT_PAGES
from generator.model.text import slug
from generator.model.verify_words import said
from generator.verify.finding import Finding
from generator.verify.records import PublishedRow, csv_rows
from generator.verify.sealed_rows import SealedRows
from generator.verify.site import Site

NUMBERS = frozenset({*Figure.__slots__, *TOLD_SUMS})
"""The columns that a chart may take from a row of figures."""


def chart_files(site: Site) -> Mapping[str, list[dict[str, str]]]:
    """The lines of the charts that show rows of figures, by their files."""
    paths = (path for path in site.paths if path.startswith(CHARTS) and path.endswith(".csv"))
    lines = {path: csv_rows(site, path) for path in paths}
    return {path: rows for path, rows in lines.items() if rows and {*TOLD_SUMS} <= rows[0].keys()}


def chart_faults(
    sealed: SealedRows, charts: Mapping[str, Sequence[PublishedRow]]
) -> Iterator[Finding]:
    """Lines of a chart that are no row of the figures of its unit, procedure and quarter."""
    figures = [row for key, row in sealed.rows.items() if key.startswith(f"{FIGURES}/")]
    for path, lines in charts.items():
        mine = [row for row in figures if _is_of(path, row)]
        for line in lines:
            if not _is_shown(sealed, line, mine):
                yield Finding(path, said("chart-other", line=",".join(line.values())))


def _is_of(path: str, row: PublishedRow) -> bool:
    """True of a row that a chart at that path may show."""
    for section, part in (
        (UNIT_PAGES, row.get("unit_id", "")),
        (PROCEDURE_PAGES, slug(row.get("procedure_id", ""))),
    ):
        start = f"{CHARTS}{section}"
        if path.startswith(start) and "/" in path.removeprefix(start):
            return path.startswith(f"{start}{part}/")
    return True


def _is_shown(sealed: SealedRows, line: PublishedRow, figures: Sequence[PublishedRow]) -> bool:
    """True when a line is a row; where there is no row there are no numbers."""
    numbers = {name: cell for name, cell in line.items() if name in NUMBERS and name != "quarter"}
    if not any(numbers.values()):
        return True
    return any(
        line.get("quarter", row.get("quarter")) == row.get("quarter")
        and line.get("unit", "") in ("", sealed.units.get(row.get("unit_id", "")))
        and all(cell in ("", row.get(name)) for name, cell in numbers.items())
        for row in figures
    )
