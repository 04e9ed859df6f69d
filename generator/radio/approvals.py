"""Approvals: who has signed the words of a script, held to the words as they are today."""

from dataclasses import replace

from generator.edition.approval import Approval, words_code
from generator.edition.bulletin import Bulletin
from generator.edition.edition import Edition
from generator.model.duty_records import ScriptApproval, ScriptEdition
from generator.radio.scripts.txt import render_txt


def with_approval(
    bulletin: Bulletin, edition: Edition, which: ScriptEdition | None = None
) -> Bulletin:
    """The script with what is known of its approval, where the city asks for one.

    `which` is None for a script of another length or of one unit, which its code alone approves.
    """
    if not edition.radio.approvers:
        return bulletin
    code, week = words_code(render_txt(bulletin)), bulletin.bulletin_id
    rows = [row for row in edition.script_approvals if row.bulletin_id == week]
    signed = [row for row in rows if row.text_code == code]
    of_it = signed or [row for row in rows if row.edition == which]
    told = Approval(code, is_aired=any(row.bulletin_id == week for row in edition.broadcasts))
    return replace(bulletin, approval=_of(told, max(of_it, key=_day)) if of_it else told)


def _of(told: Approval, row: ScriptApproval) -> Approval:
    return replace(
        told,
        by=row.approved_by,
        on=row.approved_on,
        is_coded=row.text_code is not None,
        is_of_these_words=row.text_code == told.code,
    )


def _day(row: ScriptApproval) -> str:
    return row.approved_on.isoformat()
