"""The public form of a recommendation: what the Front or another body asked for."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from generator.model.public import (
    PublicCommendation,
    PublicCriticism,
    fields_of,
)
from generator.model.records import Correction, Recommendation
from generator.model.told import corrections_by_record

CORRECTED_AS = ("corrected", "withdrawn")
"""What may become of a recommendation: it names nobody and rests on no decision of the city, so
it does not expire and is not revoked."""


class PublicRecommendation(Recommendation):
    """A recommendation as it may be shown. Withdrawn by its body, it stays to be read."""

    standing: Literal["in_force", "withdrawn"]
    """Whether a reply is still asked for, or the body took the recommendation back."""
    corrections: tuple[Correction, ...]
    """Corrections of this recommendation, oldest first."""


PublicRecord = PublicCommendation | PublicCriticism | PublicRecommendation
"""What is shown of a record that has lines of its own in the ledger, corrections beside it."""


def public_recommendations(
    asked: Iterable[Recommendation], corrections: Iterable[Correction], as_of: date
) -> tuple[PublicRecommendation, ...]:
    """The recommendations sent by `as_of`, newest first."""
    corrected = corrections_by_record(corrections, as_of)
    public = [
        _public(item, corrected.get(item.record_id, ())) for item in asked if item.sent_on <= as_of
    ]
    return tuple(sorted(public, key=lambda item: (item.sent_on, item.record_id))[::-1])


def _public(item: Recommendation, mine: tuple[Correction, ...]) -> PublicRecommendation:
    taken_back = any(correction.kind == "withdrawn" for correction in mine)
    said = fields_of(
        item,
        standing="withdrawn" if taken_back else "in_force",
        corrections=[correction.model_dump() for correction in mine],
    )
    return PublicRecommendation.model_validate(said)
