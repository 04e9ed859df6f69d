"""The document that orders the column: what is aired was approved first, by whom the city named."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import Broadcast, ScriptApproval
from generator.model.problem import Problem


@Rule
def approver_unknown(context: CheckContext) -> Iterator[Problem]:
    """A script that somebody approved whom the settings do not name."""
    radio = context.city.radio
    named = radio.approvers if radio else ()
    for row, approval in context.rows(ScriptApproval):
        if named and approval.approved_by not in named:
            yield context.found(
                "approver-unknown",
                ScriptApproval,
                row,
                "approved_by",
                value=approval.approved_by,
                known=", ".join(named),
            )


@Rule
def approved_after_airing(context: CheckContext) -> Iterator[Problem]:
    """A script that was aired before anybody approved it, which is what its first approval says."""
    aired = _first_days(context)
    first: dict[str, tuple[date, int]] = {}
    for row, approval in context.rows(ScriptApproval):
        told = (approval.approved_on, row)
        first[approval.bulletin_id] = min(told, first.get(approval.bulletin_id, told))
    for week, (day, row) in first.items():
        if week in aired and day > aired[week]:
            yield context.found(
                "approved-after-airing",
                ScriptApproval,
                row,
                "approved_on",
                severity="warning",
                value=day,
                other=aired[week],
            )


@Rule
def aired_unapproved(context: CheckContext) -> Iterator[Problem]:
    """A bulletin that was aired though nobody approved it, since the city began to approve any."""
    approved = {approval.bulletin_id for _, approval in context.rows(ScriptApproval)}
    radio = context.city.radio
    if not (radio and radio.approvers and approved and context.is_readable(ScriptApproval)):
        return
    for row, broadcast in context.rows(Broadcast):
        week = broadcast.bulletin_id
        if min(approved) < week and week not in approved:
            yield context.found(
                "aired-unapproved", Broadcast, row, "bulletin_id", severity="warning", value=week
            )


def _first_days(context: CheckContext) -> dict[str, date]:
    """The first day on which each week was aired, as the station says."""
    found: dict[str, date] = {}
    for _, broadcast in context.rows(Broadcast):
        if day := broadcast.aired_on:
            week = broadcast.bulletin_id
            found[week] = min(day, found.get(week, day))
    return found
