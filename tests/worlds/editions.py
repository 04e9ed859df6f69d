"""A small hand-made edition: real names of places, placeholder people, invented counts.

`small_edition()` has nine units, eight procedures, four quarters and every kind of record in
every stage that a page tells apart. `empty_edition()` has the same city and no record at all.
"""

from dataclasses import replace
from datetime import date
from functools import cache

from generator.datafolder.load import load_city, load_contract
from generator.edition.edition import Edition
from generator.model.figures import Figures
from generator.model.records import Procedure, ProcedureLimit, Succession
from worlds.edition_figures import PROCEDURES, figures
from worlds.edition_records import a_bulletin, all_units, records
from worlds.paths import DATA


def empty_edition() -> Edition:
    """The city and nothing else."""
    city, _ = load_city(DATA)
    contract, _ = load_contract(DATA)
    assert city and contract
    return Edition(
        city=city,
        contract=contract,
        edition_id="2018-Q4",
        figures=Figures(()),
        units=(),
        unit_succession=(),
        procedures=(),
        procedure_limits=(),
        commendations=(),
        criticisms=(),
        corrections=(),
        assignments=(),
        quarterly_reports=(),
        inspections=(),
        recommendations=(),
        broadcasts=(),
        calendar=(),
    )


@cache
def small_edition() -> Edition:
    """An edition with a little of everything."""
    return replace(
        empty_edition(),
        figures=figures(),
        units=all_units(),
        unit_succession=(
            Succession(
                from_unit="p-dong-tho",
                to_unit="p-hac-thanh",
                extent="part",
                effective_on=date(2025, 7, 1),
                confirmed=True,
            ),
        ),
        procedures=tuple(
            Procedure(
                procedure_id=a,
                name=f"Thủ tục {b.lower()}",
                short_name=b,
                field=c,
                level=d,
                sensitive=e,
                confirmed=True,
            )  # type: ignore[arg-type]
            for a, b, c, d, e, *_ in PROCEDURES
        ),
        procedure_limits=tuple(
            ProcedureLimit(
                procedure_id=a,
                valid_from=date(2018, 3, 20),
                baseline_value=f,
                baseline_unit=h,
                limit_value=g,
                limit_unit=h,
                confirmed=i,
                decision_no="3152/QĐ-UBND",
            )  # type: ignore[arg-type]
            for a, _, _, _, _, f, g, h, i in PROCEDURES
        ),
        bulletins=(a_bulletin(),),
        **records(),  # type: ignore[arg-type]
    )
