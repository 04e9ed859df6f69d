"""What must hold of a data folder: shape, references and the editorial rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from generator.check import (
    amendments,
    approvals,
    calendar,
    duties,
    grounds,
    likeness,
    limits,
    measures,
    periods,
    threads,
    wording,
)
from generator.check.dossiers import check_dossiers, dossier_rules
from generator.check.few import FEW_ROWS, are_few, screen_few
from generator.check.files import check_files
from generator.check.misfits import check_misfits
from generator.check.rows import RowRules, Rows
from generator.check.scene import Scene
from generator.check.screen import open_engine, screen
from generator.check.shape import check_shape
from generator.check.texts import check_settings, check_texts
from generator.contract.book import Book
from generator.contract.package import Contract, Dataset
from generator.contract.settings import City
from generator.contract.table import Tables
from generator.contract.world import World
from generator.problems import Problem

RULES: tuple[Callable[[Scene], Iterator[Problem]], ...] = (
    periods.date_order,
    periods.days_to_come,
    periods.outside_unit_years,
    periods.report_before_quarter,
    limits.limit_parts,
    limits.limit_periods,
    calendar.makeup_days,
    calendar.skipped_years,
    calendar.years_of_reports,
    approvals.documents,
    approvals.approvals,
    approvals.replies,
    grounds.heard,
    grounds.consequences,
    grounds.decided_first,
    grounds.clauses,
    grounds.subjects,
    wording.criticism_as_discipline,
    wording.other_people,
    wording.papers,
    approvals.shared_ids,
    approvals.corrections,
    approvals.broadcast_records,
    threads.outcomes,
    threads.closings,
    measures.measures,
    measures.criticism_among_measures,
    likeness.units_alike,
    duties.support_units,
    duties.conclusions,
    duties.aired_moments,
)
"""The editorial rules that look at typed records."""


def check(
    data_dir: Path,
    contract: Contract,
    city: City,
    world: World,
    tables: Tables,
    meanwhile: Callable[[], None] = lambda: None,
    book: Book | None = None,
) -> list[Problem]:
    """Every finding in a data folder, by file, row, column and code. Never raises for its data.

    `tables` are the folder's, from which `world` was made; `book` says what its editions have
    published. `meanwhile` is called while the engine
    reads the dossiers.
    """
    scene = Scene(contract, city, world, tables)
    rows = rows_to_judge(scene, meanwhile)
    found = [*check_files(data_dir, contract, tables), *check_shape(contract, tables, rows)]
    found += check_misfits(scene, found)
    found += [*check_settings(city), *check_texts(contract, tables, rows)]
    found += check_dossiers(scene, rows["dossiers"])
    for rule in RULES:
        found += rule(scene)
    found += amendments.amendments(scene, book or Book())
    return _in_order(found)


def check_calendar(
    data_dir: Path, contract: Contract, city: City, world: World, tables: Tables
) -> list[Problem]:
    """What `check` finds in the calendar: all that a single deadline rests on."""
    alone = replace(contract, datasets=(contract.dataset("calendar"),))
    scene = Scene(alone, city, world, tables)
    rows = rows_to_judge(scene)
    found = [*check_files(data_dir, alone, tables), *check_shape(alone, tables, rows)]
    found += check_misfits(scene, found)
    found += [*calendar.makeup_days(scene), *calendar.skipped_years(scene)]
    return _in_order(found)


def rows_to_judge(
    scene: Scene, meanwhile: Callable[[], None] = lambda: None, few_rows: int = FEW_ROWS
) -> dict[str, Rows]:
    """Of each dataset the rows that the screen does not vouch for.

    What is much, the dossiers above all, is screened by the engine beside the rest, and beside
    what else there is to do `meanwhile`. A dataset of less than `few_rows` rows is not much.
    """
    rules = {"dossiers": dossier_rules(scene)}
    many, few = _in_two(scene, rules, few_rows)
    with ThreadPoolExecutor(max_workers=1) as beside:
        begun = beside.submit(_screened, scene, many, rules)
        rows = {item.name: screen_few(scene.contract, scene.tables, item) for item in few}
        meanwhile()
        return rows | begun.result()


def _in_two(
    scene: Scene, rules: Mapping[str, RowRules], few_rows: int
) -> tuple[list[Dataset], list[Dataset]]:
    """The datasets that are large or have rules of their own, and the others."""
    many: list[Dataset] = []
    few: list[Dataset] = []
    for dataset in scene.contract.datasets:
        is_few = dataset.name not in rules and are_few(scene.tables[dataset.name], few_rows)
        (few if is_few else many).append(dataset)
    return many, few


def _screened(
    scene: Scene, datasets: Sequence[Dataset], rules: Mapping[str, RowRules]
) -> dict[str, Rows]:
    with open_engine() as engine:
        return {
            dataset.name: screen(
                engine, scene.contract, scene.tables, dataset, rules.get(dataset.name)
            )
            for dataset in datasets
        }


def _in_order(found: list[Problem]) -> list[Problem]:
    return sorted(found, key=lambda problem: (*problem.place, problem.code, *_told(problem)))


def _told(problem: Problem) -> list[str]:
    return [f"{name}={value}" for name, value in sorted(problem.values.items())]
