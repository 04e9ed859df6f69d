"""What moving the day says beforehand is what the editions of the two days differ in."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.app.day import Move, move_day
from generator.app.owed import owed
from generator.app.pipeline import make_public_edition
from generator.app.sources import Refused
from generator.datafolder.day import settings_path
from generator.edition.edition import Edition
from worlds.small import SMALL

DAYS = (date(2018, 12, 31), date(2019, 2, 9), date(2019, 10, 5))

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[date, Edition]:
    """The small city's edition of each day, of a folder that was moved to it."""
    made = {}
    for day in DAYS:
        data = shutil.copytree(SMALL, tmp_path_factory.mktemp("ngày") / "data")
        settings_path(data).write_bytes(move_day(data, day).content)
        made[day] = make_public_edition(data)
    return made


def _moved(since: date, until: date, tmp_path: Path) -> Move:
    data = shutil.copytree(SMALL, tmp_path / "data")
    settings_path(data).write_bytes(move_day(data, since).content)
    return move_day(data, until)


def _told(move: Move, title: str) -> list[tuple[date | None, tuple[str, ...]]]:
    groups = [group for group in move.groups if group.title == title]
    return [(one.day, one.units) for group in groups for one in group.happenings]


PAIRS = [(since, until) for since in DAYS for until in DAYS if since < until]


@pytest.mark.parametrize(("since", "until"), PAIRS)
def test_the_names_that_end_are_told_beforehand(
    since: date, until: date, editions: dict[date, Edition], tmp_path: Path
) -> None:
    standing = {record.record_id: record.standing for record in editions[since].records}
    ended = {
        record.record_id
        for record in editions[until].records
        if standing.get(record.record_id) == "in_force" != record.standing
    }
    move = _moved(since, until, tmp_path)
    said = [one for group in move.groups if group.is_of_records for one in group.happenings]
    assert {one.words.split()[0] for one in said} == ended
    assert all(one.day and since < one.day <= until for one in said)


@pytest.mark.parametrize(("since", "until"), PAIRS)
def test_what_falls_due_is_told_beforehand(
    since: date, until: date, editions: dict[date, Edition], tmp_path: Path
) -> None:
    def late(edition: Edition) -> set[tuple[str, str, str]]:
        owed = edition.figures.obligations
        return {(i.dataset, i.key, i.unit_id) for i in owed if i.state == "overdue"}

    new = late(editions[until]) - late(editions[since])
    names = {editions[until].unit(unit_id).name for _, _, unit_id in new}
    said = _told(_moved(since, until, tmp_path), "Tới hạn mà chưa xong")
    assert sum(len(units) for _, units in said) == len(new)
    assert {unit for _, units in said for unit in units} == names


def test_something_ends_and_something_falls_due_in_the_small_city(tmp_path: Path) -> None:
    move = _moved(DAYS[0], DAYS[2], tmp_path)
    assert {group.title for group in move.groups} == {
        "Hồ sơ hết hiệu lực", "Tới hạn mà chưa xong", "Việc mới phải làm"
    }  # fmt: skip
    assert "Lê Văn C" not in "".join(group.told for group in move.groups)


def test_data_that_have_errors_on_the_new_day_refuse_it(tmp_path: Path) -> None:
    data = shutil.copytree(SMALL, tmp_path / "data")
    with pytest.raises(Refused, match="calendar"):
        move_day(data, date(2031, 5, 5))


@pytest.mark.parametrize("days", [0, 7, 366])
def test_what_is_owed_is_all_that_is_open_or_overdue_by_then(days: int) -> None:
    found = owed(SMALL, days)
    for item in found.edition.figures.obligations:
        is_due = item.due_on is not None and item.due_on <= found.until
        assert (item in found.obligations) == (
            item.state == "overdue" or (item.state == "open" and is_due)
        )
    units = {item.unit_id for item in found.obligations}
    parts = [row for unit_id in units for row in owed(SMALL, days, unit_id).rows]
    assert sorted(map(str, parts)) == sorted(map(str, found.rows))
    assert owed(SMALL, days, "UBND phường Hoa Sen").rows == owed(SMALL, days, "p-hoa-sen").rows
