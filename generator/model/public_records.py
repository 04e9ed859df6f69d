"""All records that are public on a day, as they are shown that day."""

from datetime import date
from typing import NamedTuple

from generator.model.datasets import Collections
from generator.model.policy_settings import Policy
from generator.model.public import (
    PublicCommendation,
    PublicCriticism,
    public_commendations,
    public_criticisms,
)
from generator.model.recommendations import PublicRecommendation, public_recommendations


class PublicRecords(NamedTuple):
    """Praise, criticism and recommendations, each newest first."""

    commendations: tuple[PublicCommendation, ...]
    criticisms: tuple[PublicCriticism, ...]
    recommendations: tuple[PublicRecommendation, ...]


def public_records(held: Collections, policy: Policy, as_of: date) -> PublicRecords:
    """The records of all that is held as they are shown on a day."""
    return PublicRecords(
        public_commendations(held.commendations, held.corrections, as_of),
        public_criticisms(held, policy, as_of),
        public_recommendations(held.recommendations, held.corrections, as_of),
    )
