"""A unit's procedures beside those of units like it, or beside its own quarter before."""

import re

from generator.model.text import judged_percent
from generator.pages.units import list as units
from generator.pages.units.procedure_lines import ProcedureLine, procedures_of
from generator.pages.units.source import Units
from worlds.shipped import shipped_edition, shipped_renderer

WARD, DIVISION = "p-dong-tho", "phong-quan-ly-do-thi"


def test_a_procedure_is_set_beside_the_same_procedure_alone() -> None:
    source = Units(shipped_renderer())
    for unit in source.edition.units:
        found = procedures_of(source, unit.unit_id)
        in_group, before = found.whole, found.in_quarter
        for line in (*in_group, *before):
            assert line.figure.unit_id == unit.unit_id
            assert line.other is None or line.other.procedure_id == line.figure.procedure_id
        assert all(line.other is None or line.other.group_id for line in in_group)
        assert all(line.other is None or line.other.unit_id == unit.unit_id for line in before)


def test_wards_have_their_group_and_divisions_their_quarter_before() -> None:
    source = Units(shipped_renderer())
    assert all(line.other for line in procedures_of(source, WARD).whole)
    assert procedures_of(source, WARD).in_quarter == ()
    assert not any(line.other for line in procedures_of(source, DIVISION).whole)
    quarters = {(x.figure.quarter, x.other and x.other.quarter) for x in _division(source)}
    assert quarters == {("2018-Q4", "2018-Q3")}


def test_few_dossiers_are_counted_and_have_no_share() -> None:
    source, least = Units(shipped_renderer()), shipped_edition().city.policy.percentile_min_count
    pages = {page.url: page.body for page in units.pages(shipped_renderer())}
    told = pages[f"don-vi/{DIVISION}/"].split("thu-tuc-theo-quy", 1)[1].split("</table>")[0]
    cells = re.findall(r"data-ck-key>(.*?)</td>", told, re.DOTALL)
    said = [" ".join(re.sub("<[^>]+>", "", cell).split()) for cell in cells]
    rows = [line.figure for line in _division(source)]
    assert said == [
        judged_percent(row.on_time_share)
        if row.judged_count >= least
        else f"{row.in_time_count} trong {row.judged_count}"
        for row in rows
    ]
    assert {row.judged_count >= least for row in rows} == {True, False}


def _division(source: Units) -> tuple[ProcedureLine, ...]:
    return procedures_of(source, DIVISION).in_quarter
