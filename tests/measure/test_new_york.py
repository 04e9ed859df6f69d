"""The rule of being on time against plain sums on New York's requests, from its folder alone."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from generator.app.sources import check_folder
from generator.measure import measure, verdicts
from worlds.lay import lay
from worlds.paths import DATASETS

NEW_YORK = DATASETS / "new_york" / "data"
CLOCKS_PUT_FORWARD = "2011-03-13 02:00:00"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory):
    return check_folder(lay(NEW_YORK, tmp_path_factory.mktemp("new_york")))


@pytest.fixture(scope="module")
def ours(checked) -> dict[str, str]:
    return dict(verdicts(checked.sources.world, checked.sources.city))


@pytest.fixture(scope="module")
def requests() -> dict[str, dict[str, str]]:
    with Path(NEW_YORK / "dossiers" / "2011.csv").open(encoding="utf-8", newline="") as file:
        return {row["dossier_id"]: row for row in csv.DictReader(file)}


def plainly(row: dict[str, str]) -> str:
    """Closed after the due moment or not; what is open is late, for the part is years old."""
    if not row["promised_at"]:
        return "none"
    return "met" if "" < row["returned_at"] <= row["promised_at"] else "missed"


SAYS = {"early": "met", "on_time": "met", "overdue": "missed", "no_deadline": "none"}


def test_the_folder_passes_its_check_and_is_asked_about_its_one_day(checked) -> None:
    assert [problem.code for problem in checked.problems] == ["days-alike"]


def test_every_request_is_judged_as_the_two_moments_say(ours, requests) -> None:
    assert {number: SAYS[verdict] for number, verdict in ours.items()} == {
        number: plainly(row) for number, row in requests.items()
    }
    assert Counter(SAYS[verdict] for verdict in ours.values()) == {
        "met": 1_636, "missed": 347, "none": 17,
    }  # fmt: skip


def test_an_hour_that_the_clocks_skip_is_no_hour_of_a_promise(ours, requests) -> None:
    across = [
        number
        for number, row in requests.items()
        if row["received_at"] < CLOCKS_PUT_FORWARD < row["promised_at"] and row["returned_at"]
    ]
    assert len(across) > 500
    assert all(SAYS[ours[number]] == plainly(requests[number]) for number in across)


def test_the_figures_of_the_whole_city_are_the_sums_of_the_verdicts(checked, ours) -> None:
    whole, said = measure(checked.sources.world, checked.sources.city).one(), Counter(ours.values())
    assert whole is not None
    assert whole.received_count == 2_000
    assert whole.overdue_count + whole.open_overdue_count == said["overdue"]
    assert whole.early_count + whole.on_time_count == said["early"] + said["on_time"]
    assert whole.no_deadline_count == said["no_deadline"]
