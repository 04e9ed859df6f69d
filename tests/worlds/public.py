"""What is public of a world on the day of its city."""

from generator.datafolder.world import World
from generator.model.public_records import PublicRecords, public_records
from generator.model.settings import City


def public_of(world: World, city: City) -> PublicRecords:
    """Its records as they are shown that day."""
    return public_records(world, city.policy, city.as_of)
