"""Figures: SQL files that a supervisor can read and re-run, and one thin runner."""

from collections.abc import Mapping
from datetime import date

from generator.datafolder.world import World
from generator.measure.channels import count_channels
from generator.measure.cuts import count_cuts, cuts_of
from generator.measure.database import EngineName
from generator.measure.dossiers import counted_from, measure_dossiers
from generator.measure.engine import Counted, verdicts
from generator.measure.failure import EngineFailed
from generator.measure.method import STEPS
from generator.measure.obligations import obligations_of
from generator.measure.plan import plan_of
from generator.measure.render import DIMENSIONS, render_figures
from generator.measure.replies import count_replies, hearings_of
from generator.measure.reported import reported_of
from generator.measure.reports import count_reports
from generator.measure.reviews import review_units
from generator.measure.tasks import count_tasks
from generator.model.datasets import DOSSIERS
from generator.model.figures import Figures
from generator.model.public_records import public_records
from generator.model.settings import City
from generator.output.memo import NO_MEMO, Memo

__all__ = [
    "DIMENSIONS",
    "STEPS",
    "EngineFailed",
    "EngineName",
    "measure",
    "obligations_of",
    "render_figures",
    "verdicts",
    "with_records",
]


def measure(
    world: World,
    city: City,
    engine: EngineName = "duckdb",
    *,
    closings: Mapping[str, date] | None = None,
    memo: Memo = NO_MEMO,
) -> Figures:
    """Every figure of a city as of `city.as_of`; the dossiers are counted when they changed.

    `closings` are the days on which editions were closed, by quarter. The world has passed its
    check. Raises UnknownYear when a day that must be counted lies outside the calendar's years,
    and EngineFailed when `engine` cannot run.
    """
    counted = memo.reuse(
        DOSSIERS,
        lambda: (engine, counted_from(world, city, memo)),
        lambda: measure_dossiers(world, city, engine),
    )
    return with_records(counted, world, city, closings, memo)


def with_records(
    counted: Counted,
    world: World,
    city: City,
    closings: Mapping[str, date] | None = None,
    memo: Memo = NO_MEMO,
) -> Figures:
    """The figures of dossiers beside those of all other records. Raises UnknownYear."""
    cuts = cuts_of(world, city)
    public = public_records(world, city.policy, city.as_of)
    obligations = obligations_of(world, city, public, closings)
    hearings = hearings_of(world, city, public)
    figures = {
        "cuts": cuts,
        "cut_total": count_cuts(cuts),
        "obligations": obligations,
        "planned": plan_of(world, city, closings),
        "report_counts": count_reports(obligations),
        "reported": reported_of(world, city, public, counted.rows, obligations),
        "task_counts": count_tasks(world.assignments, obligations),
        "hearings": hearings,
        "channel_counts": count_channels(public.criticisms),
        "reply_counts": count_replies(world, city, public, obligations, hearings),
        "unit_reviews": review_units(world, city, public, counted.rows, obligations),
    }
    same = {name: memo.same(name, value) for name, value in figures.items()}
    return memo.reuse("figures", lambda: (counted, *same.values()), lambda: counted.figures(**same))
