"""Sixteen dossiers, each verdict given with its reason, and the figures that follow from them."""

from dataclasses import replace
from datetime import date

import pytest

from generator.measure import measure, render_figures, verdicts
from generator.measure.cuts import cuts_of
from generator.measure.engine import run_steps
from generator.model.figures import Cut, CutTotal, Figures, Taken
from generator.model.obligations import Obligation, ReportCount
from generator.model.reporting import ReportOf
from worlds.measured import HAND_COUNTED, folder_world, rows_of
from worlds.paths import GOLDENS

GOLDEN = GOLDENS / "measure"
WORLD, CITY = folder_world(HAND_COUNTED)
EXPECTED = rows_of(HAND_COUNTED / "verdicts.csv")


@pytest.fixture(scope="module")
def figures() -> Figures:
    return measure(WORLD, CITY)


@pytest.fixture(scope="module")
def judged() -> dict[tuple[str, str], tuple[str, ...]]:
    query = (
        "SELECT dossier_id, quarter, verdict, coalesce(strict_verdict, ''),"
        " coalesce(legal_verdict, ''), coalesce(shortened_verdict, ''), coalesce(days::VARCHAR, '')"
        " FROM judgements"
    )
    with run_steps(WORLD, CITY, "4_judgements") as connection:
        return {row[:2]: row[2:] for row in connection.execute(query).fetchall()}


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row['dossier_id']}-{row['quarter']}")
def test_a_dossier_in_a_quarter(row: dict[str, str], judged) -> None:
    expected = (row["verdict"], row["strict"], row["legal"], row["shortened"], row["days"])
    assert judged[row["dossier_id"], row["quarter"]] == expected, row["why"]


def test_no_dossier_lives_in_another_quarter(judged) -> None:
    assert judged.keys() == {(row["dossier_id"], row["quarter"]) for row in EXPECTED}


def test_the_verdict_of_today_is_that_of_the_last_quarter() -> None:
    assert dict(verdicts(WORLD, CITY)) == {row["dossier_id"]: row["verdict"] for row in EXPECTED}


@pytest.mark.parametrize(
    "by", ["", "quarter", "unit", "procedure", "unit,quarter", "field,quarter"]
)
@pytest.mark.parametrize("fmt", ["table", "csv", "json"])
def test_the_figures_as_they_are_told(by: str, fmt: str, figures: Figures) -> None:
    if fmt != "table" and by != "quarter":
        return
    told = render_figures(figures, [part for part in by.split(",") if part], fmt)
    suffix = {"table": "txt"}.get(fmt, fmt)
    assert told == (GOLDEN / f"{by.replace(',', '_') or 'all'}.{suffix}").read_text(
        encoding="utf-8"
    )


def test_a_quarter_counted_by_hand(figures: Figures) -> None:
    row = figures.one(quarter="2018-Q1")
    assert row is not None
    assert (row.received_count, row.received_online_count, row.carried_over_count) == (8, 2, 0)
    assert (row.ended_count, row.early_count, row.on_time_count, row.overdue_count) == (6, 1, 3, 2)
    assert (row.open_within_count, row.open_overdue_count, row.no_deadline_count) == (1, 1, 0)
    assert (row.supplemented_count, row.overdue_without_apology_count) == (1, 3)
    assert (row.strict_on_time_count, row.strict_overdue_count) == (4, 4)
    assert (row.legal_on_time_count, row.legal_overdue_count) == (6, 0)
    assert (row.on_time_unconfirmed_count, row.strict_unconfirmed_count) == (1, 1)
    assert (row.shortened_on_time_count, row.shortened_overdue_count) == (5, 2)
    assert (row.on_time_share, row.legal_on_time_share) == (4 / 7, 1.0)
    assert (row.shortened_on_time_share, row.median_days, row.p90_days) == (5 / 7, 4, 5)


def test_the_whole_time_counts_nothing_twice(figures: Figures) -> None:
    row = figures.one()
    assert row is not None
    assert (row.received_count, row.carried_over_count, row.ended_count) == (16, 0, 13)
    assert (row.early_count, row.on_time_count, row.overdue_count) == (2, 6, 4)
    assert (row.open_within_count, row.open_overdue_count, row.no_deadline_count) == (1, 1, 2)
    assert (row.rejected_count, row.withdrawn_count, row.stopped_count) == (1, 1, 1)
    assert row.on_time_share == 8 / 13


def test_the_shares_beside_the_share_on_time(figures: Figures) -> None:
    row = figures.one(quarter="2018-Q2")
    assert row is not None
    assert row.strict_on_time_share == 3 / 7
    assert row.rejected_share == row.withdrawn_share == row.stopped_share == 1 / 7
    assert row.supplemented_share == 1 / 7
    assert row.overdue_without_apology_share == 1 / 3
    assert (row.legal_unconfirmed_count, row.shortened_unconfirmed_count) == (1, 1)


def test_what_was_taken_before_and_after_the_cut(figures: Figures) -> None:
    assert figures.before_after == (
        Taken("1.000001", "before", 4, None, None),
        Taken("1.000001", "after", 3, None, None),
        Taken("1.000002", "after", 2, None, None),
        Taken("1.000004", "before", 3, None, None),
    )


def test_no_share_and_no_percentile_of_too_little(figures: Figures) -> None:
    row = figures.one(procedure="1.000003")
    assert row is not None
    assert (row.received_count, row.no_deadline_count) == (2, 2)
    assert row.on_time_share is row.legal_on_time_share is row.median_days is row.p90_days is None


def test_the_cut_of_each_procedure(figures: Figures) -> None:
    day, hours = "working_day", "same_day"
    assert figures.cuts == (
        Cut("1.000001", 5, day, 3, day, 0.4, True, "12/QĐ-UBND", False),
        Cut("1.000002", 30, "day", 24, "day", 0.2, False, "13/QĐ-UBND", True),
        Cut("1.000003", None, None, None, None, None, None, None, False),
        Cut("1.000004", 0, hours, 0, hours, None, None, None, True),
    )
    assert figures.cut_total == CutTotal(4, 2, 1, 0.5, 1)


@pytest.mark.parametrize(("baseline", "now"), [(10, 7), (20, 14), (30, 21), (90, 63)])
def test_exactly_the_wanted_cut_is_enough(baseline: int, now: int) -> None:
    values = {"baseline_value": baseline, "limit_value": now}
    world = replace(WORLD, procedure_limits=(WORLD.procedure_limits[0].model_copy(update=values),))
    assert cuts_of(world, CITY)[0].met


def test_the_quarterly_reports(figures: Figures) -> None:
    reports = [item for item in figures.obligations if item.dataset == "quarterly_reports"]
    due, late = date(2018, 3, 15), date(2018, 6, 15)

    def report(unit: str, quarter: str, *rest: object) -> Obligation:
        of = ReportOf(quarter, "cong-van-643")
        return Obligation("quarterly_reports", f"{unit}/{quarter}", unit, *rest, of)

    assert reports == [
        report("d-c", "2018-Q1", due, date(2018, 3, 19), "done_late", 2),
        report("p-a", "2018-Q1", due, date(2018, 3, 15), "done_on_time", 0),
        report("p-b", "2018-Q1", due, None, "overdue", 73),
        report("d-c", "2018-Q2", late, None, "overdue", 10),
        report("p-a", "2018-Q2", late, date(2018, 6, 18), "done_late", 1),
    ]
    counts = {(c.unit_id, c.quarter): c for c in figures.report_counts}
    assert counts[None, None] == ReportCount(None, None, 5, 1, 2, 2)
    assert counts[None, "2018-Q1"] == ReportCount(None, "2018-Q1", 3, 1, 1, 1)
    assert counts["p-a", None] == ReportCount("p-a", None, 2, 1, 1, 0)
    assert counts["p-b", "2018-Q1"] == ReportCount("p-b", "2018-Q1", 1, 0, 0, 1)
    assert ("p-b", "2018-Q2") not in counts
    assert not [key for key in counts if key[0] == "s-d"]
