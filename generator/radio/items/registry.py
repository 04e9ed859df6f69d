"""Every kind of item, in the order in which a script reads them."""

from collections.abc import Mapping

from generator.radio.items.city_quarter import CITY_QUARTER
from generator.radio.items.contest import CONTEST
from generator.radio.items.correction import CORRECTION, REVOCATION
from generator.radio.items.criticism import CRITICISM
from generator.radio.items.deadline import DEADLINE
from generator.radio.items.follow_up import FOLLOW_UP
from generator.radio.items.judgement import JUDGEMENT
from generator.radio.items.kind import ItemKind
from generator.radio.items.praise import PRAISE
from generator.radio.items.reminder import REMINDER
from generator.radio.items.timing import TIMING

ITEM_KINDS: tuple[ItemKind, ...] = (
    CORRECTION,
    REVOCATION,
    CITY_QUARTER,
    PRAISE,
    CRITICISM,
    CONTEST,
    JUDGEMENT,
    FOLLOW_UP,
    TIMING,
    DEADLINE,
    REMINDER,
)
KIND_OF: Mapping[str, ItemKind] = {kind.name: kind for kind in ITEM_KINDS}
"""The kinds by name, as a decision names them."""
