"""The table of figures once more, one file for each way in which its rows are divided.

A row of such a file is one group of one kind, so sums and charts need no filter first; units and
procedures stand there by name, groups of units in words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator.edition.edition import Edition
from generator.model.content import Content
from generator.model.figures import CUT_BY, FIGURES
from generator.model.unit_groups import UnitGroup, group_words
from generator.opendata.csv import CSV
from generator.opendata.format import Package, PackageFormat
from generator.opendata.tables import Table
from generator.output.memo import NO_MEMO, Memo


def cut_tables(edition: Edition, tables: Sequence[Table]) -> tuple[Table, ...]:
    """A table for each set of columns by which rows are divided, the fewest columns first."""
    whole = next(table for table in tables if table.name == FIGURES)
    names = [str(field["name"]) for field in whole.fields]
    places = [names.index(name) for name in CUT_BY]

    def divided_by(row: tuple[str, ...]) -> tuple[bool, ...]:
        return tuple(bool(row[place]) for place in places)

    rows = sorted(whole.rows, key=divided_by, reverse=True)
    cuts = {cut: tuple(found) for cut, found in groupby(rows, divided_by) if any(cut)}
    return tuple(
        _cut_table(edition, replace(whole, rows=cuts[cut]), cut) for cut in sorted(cuts, key=sum)
    )


def _cut_table(edition: Edition, whole: Table, cut: tuple[bool, ...]) -> Table:
    """The rows of one cut, without the columns that are empty in all of them."""
    used = [name for name, divides in zip(CUT_BY, cut, strict=True) if divides]
    kept = [
        place
        for place, field in enumerate(whole.fields)
        if field["name"] not in CUT_BY or field["name"] in used
    ]
    titles = [str(field["title"]).lower() for field in whole.fields if field["name"] in used]
    fields = [whole.fields[place] for place in kept]
    rows = [[row[place] for place in kept] for row in whole.rows]
    for column, called in _names(edition).items():
        if column in used:
            _name(fields, rows, column, called)
    return Table(
        "-".join([FIGURES, *(name.removesuffix("_id") for name in used)]),
        f"Theo {' và '.join(titles)}" if len(titles) < 3 else f"Theo {', '.join(titles)}",
        whole.description,
        tuple(fields),
        tuple(map(tuple, rows)),
    )


def _names(edition: Edition) -> Mapping[str, Mapping[str, str]]:
    """What the codes of a column are called, by column."""
    return {
        "unit_id": {unit.unit_id: unit.name for unit in edition.units},
        "procedure_id": {item.procedure_id: item.short_name for item in edition.procedures},
        "group_id": {
            group_id: group_words(UnitGroup(group_id), edition.local_units)
            for row in edition.figures.rows
            if (group_id := row.group_id)
        },
    }


def _name(
    fields: list[Mapping[str, object]],
    rows: list[list[str]],
    column: str,
    called: Mapping[str, str],
) -> None:
    """Put what its codes are called beside a column."""
    place = next(place for place, field in enumerate(fields) if field["name"] == column)
    title = f"Tên {str(fields[place]['title']).lower()}"
    named = {"name": column.replace("_id", "_name"), "title": title}
    fields.insert(place + 1, {**fields[place], **named})
    for row in rows:
        row.insert(place + 1, called[row[place]])


def cut_files(
    edition: Edition, tables: Sequence[Table], memo: Memo = NO_MEMO
) -> tuple[tuple[Table, Content], ...]:
    """Each of those tables with its file."""
    whole = next(table for table in tables if table.name == FIGURES)
    return memo.reuse(
        "figures by one cut",
        lambda: (whole, edition.units, edition.procedures),
        lambda: tuple((table, CSV.render(table)) for table in cut_tables(edition, tables)),
    )


def _render(package: Package) -> dict[str, Content]:
    return {CSV.file_name(table): content for table, content in package.cuts}


ONE_CUT = PackageFormat(FIGURES, _render)
