"""The cut that is ordered: each procedure's baseline beside its limit in force today."""

from collections.abc import Sequence

from generator.datafolder.world import World
from generator.model.figures import Cut, CutTotal
from generator.model.records import ProcedureLimit
from generator.model.settings import City


def cuts_of(world: World, city: City) -> tuple[Cut, ...]:
    """The cut of each procedure as of `as_of`, in file order; None is met where none is ordered."""
    wanted = city.cut.share if city.cut else None
    in_force = {
        limit.procedure_id: limit
        for limit in sorted(world.procedure_limits, key=lambda limit: limit.valid_from)
        if limit.valid_from <= city.as_of <= (limit.valid_to or city.as_of)
    }
    return tuple(
        _cut(procedure.procedure_id, in_force.get(procedure.procedure_id), wanted)
        for procedure in world.procedures
    )


def _cut(procedure_id: str, limit: ProcedureLimit | None, wanted: float | None) -> Cut:
    if limit is None:
        return Cut(procedure_id, None, None, None, None, None, None, None, confirmed=False)
    share = None if wanted is None else _cut_share(limit)
    return Cut(
        procedure_id=procedure_id,
        baseline_value=limit.baseline_value,
        baseline_unit=limit.baseline_unit,
        limit_value=limit.limit_value,
        limit_unit=limit.limit_unit,
        cut_share=share,
        met=None if share is None or wanted is None else share >= wanted,
        decision_no=limit.decision_no,
        confirmed=limit.confirmed,
    )


def _cut_share(limit: ProcedureLimit) -> float | None:
    """Share of the baseline that was cut; negative when the limit grew longer."""
    if not limit.baseline_value or limit.limit_value is None:
        return None
    if limit.baseline_unit == "same_day" or limit.baseline_unit != limit.limit_unit:
        return None
    return (limit.baseline_value - limit.limit_value) / limit.baseline_value


def count_cuts(cuts: Sequence[Cut]) -> CutTotal:
    """How many procedures could be compared, and how many of them were cut enough."""
    comparable = [cut for cut in cuts if cut.met is not None]
    met_count = sum(bool(cut.met) for cut in comparable)
    return CutTotal(
        procedure_count=len(cuts),
        comparable_count=len(comparable),
        met_count=met_count,
        met_share=met_count / len(comparable) if comparable else None,
        unconfirmed_count=sum(not cut.confirmed for cut in comparable),
    )
