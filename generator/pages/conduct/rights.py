"""What whoever is criticised by name can do about it: where to complain, and within which days."""

from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.laws import Ground
from generator.model.public import PublicCriticism
from generator.model.records import CRITICISM


@dataclass(frozen=True)
class Rights:
    """The way to complain of one criticism.

    `ground` is the law of the day of the decision, None where nobody has entered any. `to` is who
    decided, `office` who takes letters, `reach` how to reach it.
    """

    ground: Ground | None
    to: str
    office: str
    reach: tuple[str, ...]
    is_discipline: bool


def rights_of(edition: Edition, record: PublicCriticism) -> Rights:
    """Return the way to complain of a criticism, by the law of the day of its decision."""
    is_discipline = record.measure != CRITICISM
    day = record.decision_on or record.approved_on or record.found_on
    matter = "contest-discipline" if is_discipline else "contest"
    identity = edition.city.city
    reach = (identity.address, identity.phone, identity.email)
    return Rights(
        edition.city.law.matters[matter].on(day),
        record.issued_by or identity.authority,
        edition.city.office,
        tuple(way for way in reach if way),
        is_discipline,
    )
