"""What is told of a record ends and is corrected with it: its lines and its salts make sense."""

from dataclasses import replace
from datetime import date

import pytest

from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.datafolder.world import World
from generator.history.events import closed
from generator.ledger.entries import entries_of
from generator.ledger.ledger import Ledger
from generator.ledger.openings import is_told_of, key_of
from generator.ledger.salts import salt_faults
from generator.ledger.sense import faults
from generator.model.datasets import LOGGED, dataset_of
from generator.model.public_records import public_records
from generator.model.record import Record
from generator.model.records import Correction
from generator.sample.as_known import seeded_salts
from worlds.contest import CONTEST
from worlds.point import POINT
from worlds.small import SMALL

SUBJECT = POINT.record_id
CONTESTED = CONTEST.model_copy(update={"record_id": SUBJECT, "opened_on": date(2018, 10, 9)})
EARLIER = Correction(
    record_id=SUBJECT, kind="corrected", reason="Ghi nhầm", text="Đã ghi lại",
    published_on=date(2018, 10, 10),
)  # fmt: skip
TOLD: dict[str, Record] = {
    dataset_of(type(item)).name: item for item in (POINT, CONTESTED, EARLIER)
}
FACTS = {"origin": "so-cong-khai/mau", "data": None, "quarters": {}, "tables": {}, "settings": {}}
CONTRACT, CITY = load_contract(SMALL)[0], load_city(SMALL)[0]


def told(*records: Record) -> World:
    """The small city with these records and no other of their kinds."""
    assert CONTRACT
    kinds = {type(record): dataset_of(type(record)).name for record in records}
    tables = {
        name: tuple(record for record in records if type(record) is kind)
        for kind, name in kinds.items()
    }
    return replace(load_world(SMALL, CONTRACT), **{"corrections": (), **tables})


def closed_after(ledger: Ledger, world: World, edition: str, on: date) -> Ledger:
    assert CITY
    public = [record for some in public_records(world, CITY.policy, on) for record in some]
    return closed(ledger, entries_of(world, public, on), edition, on, FACTS, seeded_salts(1))


def assert_sound(ledger: Ledger) -> None:
    assert [*faults(ledger.chain), *salt_faults(ledger.chain, ledger.openings)] == []


def test_every_kind_that_is_told_of_a_record_is_tried() -> None:
    assert {dataset.name for dataset in LOGGED if is_told_of(f"{dataset.name}/")} == {*TOLD}


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("kind", ["withdrawn", "expired"])
def test_what_is_told_of_a_record_is_forgotten_with_it(name: str, kind: str) -> None:
    """Closed in one edition with the record, and an edition later."""
    end = EARLIER.model_copy(update={"kind": kind, "published_on": date(2018, 12, 20)})
    over = told(TOLD[name], end) if name != "corrections" else told(EARLIER, end)
    assert_sound(closed_after(Ledger(), over, "2018-Q4", date(2018, 12, 31)))
    first = closed_after(Ledger(), told(TOLD[name]), "2018-Q4", date(2018, 12, 1))
    assert_sound(first)
    assert_sound(closed_after(first, over, "2018-Q4.2", date(2018, 12, 31)))


@pytest.mark.parametrize("record", [POINT, CONTESTED], ids=lambda item: type(item).__name__)
def test_what_is_told_of_a_record_is_corrected_by_a_correction_of_it(record: Record) -> None:
    first = closed_after(Ledger(), told(record), "2018-Q4", date(2018, 12, 1))
    reworded = record.model_copy(update={"conclusion": "Ghi lại cho đúng"})
    late = EARLIER.model_copy(update={"published_on": date(2018, 12, 20)})
    then = closed_after(first, told(reworded, late), "2018-Q4.2", date(2018, 12, 31))
    assert [line.event for line in then.chain.lines_of(key_of(record))][-1] == "corrected"
    assert_sound(then)
