"""intake → check → measure → one edition; refuses on errors. The only room that joins rooms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.contract.abbreviations import Abbreviations, load_abbreviations
from generator.contract.edition import Edition
from generator.contract.load import load_city, load_contract
from generator.contract.package import Contract
from generator.contract.public import public_commendations, public_criticisms
from generator.contract.publication import Publication
from generator.contract.settings import City
from generator.contract.world import World
from generator.problems import Problem, has_errors, render_text
from generator.text import quarter_of


class Refused(Exception):
    """Nothing is published: a check found errors. `str()` is the whole report in Vietnamese."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """`problems` hold at least one error."""
        self.problems = tuple(problems)
        super().__init__(render_text(list(problems), "vi"))


@dataclass(frozen=True)
class Checked:
    """What a check leaves: the typed world, when the contract could be read, and the findings."""

    city: City | None
    contract: Contract | None
    world: World | None
    problems: tuple[Problem, ...]


def check_folder(data_dir: Path) -> Checked:
    """Checks a city's data folder. Never raises for what lies in it."""
    from generator.check import check
    from generator.intake import load_world

    city, city_problems = load_city(data_dir)
    contract, contract_problems = load_contract(data_dir)
    _, reading_problems = load_abbreviations(data_dir)
    found = (*city_problems, *contract_problems, *reading_problems)
    if city is None or contract is None:
        return Checked(city, contract, None, found)
    world = load_world(data_dir, contract)
    return Checked(city, contract, world, (*found, *check(data_dir, contract, city, world)))


def _sound(data_dir: Path) -> tuple[City, Contract, World, tuple[Problem, ...]]:
    """A folder that passed its check. Raises Refused."""
    checked = check_folder(data_dir)
    if has_errors(checked.problems) or not (checked.city and checked.contract and checked.world):
        raise Refused(checked.problems)
    return checked.city, checked.contract, checked.world, checked.problems


def make_edition(data_dir: Path) -> tuple[Edition, tuple[Problem, ...]]:
    """The edition of a data folder as of its `as_of`, and the warnings. Raises Refused."""
    from generator.measure import measure
    from generator.radio import make_bulletins

    city, contract, world, warnings = _sound(data_dir)
    as_of = city.as_of
    commendations = public_commendations(world.commendations, world.corrections, as_of)
    criticisms = public_criticisms(world.criticisms, world.corrections, city.policy, as_of)
    corrections = [c for record in (*commendations, *criticisms) for c in record.corrections]
    edition = Edition(
        city=city,
        contract=contract,
        edition_id=quarter_of(as_of),
        figures=measure(world, city),
        units=world.units,
        unit_succession=world.unit_succession,
        procedures=world.procedures,
        procedure_limits=world.procedure_limits,
        commendations=commendations,
        criticisms=criticisms,
        corrections=tuple(
            sorted(corrections, key=lambda c: (c.published_on, c.record_id), reverse=True)
        ),
        assignments=world.assignments,
        quarterly_reports=world.quarterly_reports,
        inspections=world.inspections,
        recommendations=tuple(
            sorted(world.recommendations, key=lambda r: (r.sent_on, r.recommendation_id))[::-1]
        ),
        broadcasts=world.broadcasts,
        calendar=world.calendar,
        abbreviations=load_abbreviations(data_dir)[0] or Abbreviations(),
    )
    return edition.with_bulletins(make_bulletins(edition)), warnings


@dataclass(frozen=True)
class Published:
    """A finished publication and what the faces say about it."""

    publication: Publication
    city_name: str
    site_name: str
    site_url: str | None
    as_of: date
    edition_id: str
    sample: bool
    problems: tuple[Problem, ...]
    row_count: int


def publish(data_dir: Path, templates_dir: Path) -> Published:
    """Checks, measures and renders a data folder; writes nothing. Raises Refused."""
    from generator.publish.site import publish as publish_site

    edition, warnings = make_edition(data_dir)
    city = edition.city
    return Published(
        publication=publish_site(edition, templates_dir),
        city_name=city.city.name,
        site_name=city.city.site_name,
        site_url=city.site_url,
        as_of=city.as_of,
        edition_id=edition.edition_id,
        sample=city.sample,
        problems=warnings,
        row_count=0,
    )
