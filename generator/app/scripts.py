"""Write the scripts of an edition, each week's and its short edition, in every form."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.clock import Calendar, UnknownYear
from generator.edition.bulletin import Bulletin, PendingCorrection
from generator.edition.bulletin_words import short_title, week_title
from generator.edition.edition import Edition
from generator.edition.script import Script
from generator.output.memo import NO_MEMO, IdentityKey, Memo
from generator.output.progress import doing, each
from generator.radio.bulletin import make_pairs
from generator.radio.pending_corrections import pending_corrections
from generator.radio.scripts.forms import make_script

SCRIPTS, SHORT = "Viết kịch bản", "Viết kịch bản một phút"
SHORT_MINUTES = 1.0
"""Length of the short edition for the wards' loudspeakers."""


def with_scripts(edition: Edition, memo: Memo = NO_MEMO) -> Edition:
    """Return the edition with its scripts, and the corrections that the station still owes.

    Without a station there is nothing to write.
    """
    if edition.city.radio is None:
        return edition
    doing("Chọn tin cho các bản tin")
    pairs = make_pairs(edition, SHORT_MINUTES, memo)
    whole, short = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    written = edition.with_bulletins(
        [
            _script(item, week_title(item.bulletin_id), whole, edition, memo)
            for item in each(SCRIPTS, whole, len(whole))
        ],
        [
            _script(item, short_title(item.bulletin_id), short, edition, memo)
            for item in each(SHORT, short, len(short))
        ],
    )
    calendar = Calendar(edition.calendar)
    owed = tuple(_aged(item, calendar, edition.as_of) for item in pending_corrections(written))
    return replace(written, pending_corrections=owed)


def _script(
    bulletin: Bulletin, title: str, every: Sequence[Bulletin], edition: Edition, memo: Memo
) -> Script:
    """Make a script in its forms; the newest one says which of all the others are void."""
    earlier = tuple(every) if bulletin is every[-1] else ()
    radio = edition.radio
    return memo.reuse(
        ("script", title),
        lambda: (bulletin, IdentityKey(radio), earlier),
        lambda: make_script(bulletin, title, radio, earlier),
    )


def _aged(item: PendingCorrection, calendar: Calendar, as_of: date) -> PendingCorrection:
    """Add its age; none one in a year that the calendar does not know."""
    try:
        days = calendar.working_days_between(item.correction.published_on, as_of)
    except UnknownYear:
        return item
    return replace(item, working_days=days)
