"""Write the scripts of an edition, each week's and its short edition, in every form."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from generator.clock import Calendar, UnknownYear
from generator.edition.bulletin import Bulletin, PendingCorrection
from generator.edition.bulletin_words import short_title, week_title
from generator.edition.edition import Edition
from generator.edition.script import Script
from generator.model.radio_settings import Radio
from generator.output.memo import NO_MEMO, Memo
from generator.output.progress import doing, each
from generator.radio.approvals import with_approval
from generator.radio.bulletin import make_pairs
from generator.radio.pending_corrections import pending_corrections
from generator.radio.scripts.forms import make_script

SCRIPTS, SHORT = "Viết kịch bản", "Viết kịch bản một phút"
SHORT_MINUTES = 1.0
"""Length of the short edition for the wards' loudspeakers."""
Titled = Callable[[str], str]
"""What gives a script's title by its week."""


def with_scripts(edition: Edition, memo: Memo = NO_MEMO) -> Edition:
    """Return the edition with its scripts, and the corrections that the station still owes.

    Without a station there is nothing to write.
    """
    if edition.city.radio is None:
        return edition
    doing("Chọn tin cho các bản tin")
    pairs = make_pairs(edition, SHORT_MINUTES, memo)
    whole = [with_approval(pair[0], edition, "whole") for pair in pairs]
    short = [with_approval(pair[1], edition, "short") for pair in pairs]
    written = edition.with_bulletins(
        _written(SCRIPTS, whole, week_title, edition.radio, memo),
        _written(SHORT, short, short_title, edition.radio, memo),
    )
    calendar = Calendar(edition.calendar)
    owed = tuple(_aged(item, calendar, edition.as_of) for item in pending_corrections(written))
    return replace(written, pending_corrections=owed)


def _written(
    doing_what: str, every: Sequence[Bulletin], title: Titled, radio: Radio, memo: Memo
) -> list[Script]:
    """Make each script in its forms; the newest says which of all the others are void, and so does
    the newest that may be aired."""
    ready = next((item for item in reversed(every) if not item.is_draft), None)
    return [
        _script(
            item, title(item.bulletin_id), every if item in (every[-1], ready) else (), radio, memo
        )
        for item in each(doing_what, every, len(every))
    ]


def _script(
    bulletin: Bulletin, title: str, earlier: Sequence[Bulletin], radio: Radio, memo: Memo
) -> Script:
    """Make a script in its forms; it says which of the `earlier` are void."""
    return memo.reuse(
        ("script", title),
        lambda: (bulletin, radio, tuple(earlier)),
        lambda: make_script(bulletin, title, radio, earlier),
    )


def _aged(item: PendingCorrection, calendar: Calendar, as_of: date) -> PendingCorrection:
    """Add its age; none one in a year that the calendar does not know."""
    try:
        days = calendar.working_days_between(item.correction.published_on, as_of)
    except UnknownYear:
        return item
    return replace(item, working_days=days)
