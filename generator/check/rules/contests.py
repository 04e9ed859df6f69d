"""The law on complaints in force: a contest is of a public criticism, and its outcome is obeyed."""

from collections.abc import Iterator, Mapping

from generator.check.context import CheckContext
from generator.check.corrected import corrected
from generator.check.record_ids import criticism_ids, record_thing
from generator.check.rule import Rule
from generator.model.contests import OPEN_OUTCOME, OUTCOMES_OF
from generator.model.problem import Problem
from generator.model.records import Contest, Correction, Criticism

OBEYED: Mapping[str, tuple[str, ...]] = {
    "annulled": ("withdrawn", "revoked"),
    "changed": ("corrected", "withdrawn", "revoked"),
    "granted": ("expired", "withdrawn", "revoked"),
}
"""The corrections of which one must follow, by the outcome of a contest."""


@Rule
def contest_of_nothing(context: CheckContext) -> Iterator[Problem]:
    """A contest of no criticism, or of one that was not public yet."""
    known = criticism_ids(context)
    records = {record.record_id: record for _, record in context.rows(Criticism)}
    for row, contest in context.rows(Contest):
        record = records.get(contest.record_id)
        if known is not None and contest.record_id not in known:
            thing = record_thing(contest.record_id)
            yield context.found(
                "contest-of-nothing",
                Contest,
                row,
                "record_id",
                thing=thing,
                value=contest.record_id,
            )
        elif record and record.decision_on and contest.opened_on < record.decision_on:
            yield context.found(
                "contest-before-decision",
                Contest,
                row,
                "opened_on",
                value=contest.opened_on,
                other=record.decision_on,
                of=record.record_id,
            )


@Rule
def contest_half_ended(context: CheckContext) -> Iterator[Problem]:
    """An outcome without its day, or a day of the outcome without one."""
    for row, contest in context.rows(Contest):
        is_open = contest.outcome == OPEN_OUTCOME
        if not is_open and not contest.ended_on:
            yield context.found("contest-undated", Contest, row, "ended_on")
        if is_open and contest.ended_on:
            yield context.found("contest-unended", Contest, row, "outcome", value=contest.ended_on)


@Rule
def outcome_of_its_kind(context: CheckContext) -> Iterator[Problem]:
    """An outcome that no contest of the kind can have: a plea for an early end annuls nothing."""
    for row, contest in context.rows(Contest):
        allowed = OUTCOMES_OF[contest.kind]
        if contest.outcome not in allowed:
            yield context.found(
                "outcome-of-other-kind",
                Contest,
                row,
                "outcome",
                value=context.label(Contest, "outcome", contest.outcome),
                kind=context.label(Contest, "kind", contest.kind),
                allowed=", ".join(context.label(Contest, "outcome", code) for code in allowed),
            )


@Rule
def outcome_obeyed(context: CheckContext) -> Iterator[Problem]:
    """A criticism that was annulled or changed, and stands as it stood."""
    if not context.is_readable(Correction):
        return
    as_of, is_corrected = context.city.as_of, corrected(context)
    for row, contest in context.rows(Contest):
        wanted = OBEYED.get(contest.outcome, ())
        if not wanted or not contest.ended_on or contest.ended_on > as_of:
            continue
        if not is_corrected(contest.record_id, wanted, contest.opened_on):
            yield context.found(
                "outcome-unobeyed",
                Contest,
                row,
                "outcome",
                value=contest.record_id,
                label=context.label(Contest, "outcome", contest.outcome),
                allowed=", ".join(wanted),
            )
