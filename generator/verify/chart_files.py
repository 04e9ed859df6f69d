"""The numbers that charts give to take along, held against the rows of the figures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
DRAWN = "judged_count"
"""The column by which a chart is known to show rows of figures: it stands under every share."""
OF_MANY = (UNIT_PAGES, PROCEDURE_PAGES)
"""The folders whose own charts are of all units or procedures, and those below of one."""


def chart_files(site: Site) -> Mapping[str, list[dict[str, str]]]:
    """The lines of the charts that show rows of figures, by their files."""
    paths = (path for path in site.paths if path.startswith(CHARTS) and path.endswith(".csv"))
    lines = {path: csv_rows(site, path) for path in paths}
    return {path: rows for path, rows in lines.items() if rows and DRAWN in rows[0]}


def chart_faults(
    sealed: SealedRows, charts: Mapping[str, Sequence[PublishedRow]]
) -> Iterator[Finding]:
    """Lines of a chart that are no row of the figures of its unit, procedure and quarter."""
    figures = _by_place(row for key, row in sealed.rows.items() if key.startswith(f"{FIGURES}/"))
    for path, lines in charts.items():
        folder = _folder(path)
        for line in lines:
            if not _is_shown(sealed, line, figures.get((folder, line.get("quarter")), ())):
                yield Finding(path, said("chart-other", line=",".join(line.values())))


def _by_place(
    figures: Iterable[PublishedRow],
) -> Mapping[tuple[str, str | None], Sequence[PublishedRow]]:
    """The rows that a chart may show, by its folder, as `_folder` gives it, and by the quarter of
    its line; None is a line that names none and may be of any."""
    found: dict[tuple[str, str | None], list[PublishedRow]] = defaultdict(list)
    for row in figures:
        unit, procedure = row.get("unit_id", ""), slug(row.get("procedure_id", ""))
        for folder in ("", f"{UNIT_PAGES}{unit}/", f"{PROCEDURE_PAGES}{procedure}/"):
            for quarter in {None, row.get("quarter")}:
                found[folder, quarter].append(row)
    return found


def _folder(path: str) -> str:
    """The folder of the one unit or procedure that a chart is of; empty when it is of several."""
    folder = f"{path.removeprefix(CHARTS).rpartition('/')[0]}/"
    of_one = folder not in OF_MANY and folder.startswith(OF_MANY)
    return "/".join(folder.split("/")[:2]) + "/" if of_one else ""


def _is_shown(sealed: SealedRows, line: PublishedRow, figures: Sequence[PublishedRow]) -> bool:
    """True when a line is one of the rows of its quarter; where there is none, there are no
    numbers."""
    numbers = {name: cell for name, cell in line.items() if name in NUMBERS and name != "quarter"}
    if not any(numbers.values()):
        return True
    return any(
        line.get("unit", "") in ("", sealed.units.get(row.get("unit_id", "")))
        and all(cell in ("", row.get(name)) for name, cell in numbers.items())
        for row in figures
    )
