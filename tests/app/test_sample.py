"""The shipped sample: made again from its seed, and shaped like life."""

import csv
import io
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from statistics import mean

import pytest

from generator.app.pipeline import make_figures
from generator.app.sample import NoSample, make_sample_files, with_dossier_files
from generator.app.sources import read_settings
from generator.datafolder import load_world
from generator.model.figures import Figures
from generator.sample.city_facts import CityFacts
from generator.sample.pace import IMPROVING, SILENT, SLOW
from sample_ledger import CLOSED, SEED, remake
from worlds.broken import findings
from worlds.paths import DATA

PLACEHOLDER = re.compile(r"^[A-ZĐ]\w+ (Văn|Thị) [A-Z]$")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


DOSSIERS = [row for path in sorted(DATA.glob("dossiers/*.csv")) for row in rows(str(path))]
RECEIVED = Counter(date.fromisoformat(row["received_at"][:10]) for row in DOSSIERS)


@pytest.fixture(scope="module")
def figures() -> Figures:
    return make_figures(DATA)


def test_the_shipped_files_are_the_seed_s_own() -> None:
    made = make_sample_files(DATA, dossiers=20_000, seed=SEED)
    for path, content in made.items():
        assert (DATA / path).read_bytes() == content, path


def test_one_ward_sends_nobody_a_letter_and_every_other_busy_unit_does(figures: Figures) -> None:
    owing = [line for line in figures.apologies if line.unit_id and line.owed_count >= 10]
    assert {line.unit_id for line in owing if not line.sent_count} == {SILENT}


def contents(place: Path) -> dict[str, bytes]:
    """The file, or every file of the folder, by name."""
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return {file.name: file.read_bytes() for file in files}


def test_the_shipped_ledger_and_closed_quarters_are_those_of_the_seed(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / "ledger.jsonl").write_text("")
    remake(tmp_path / "data")
    for name in CLOSED:
        assert contents(tmp_path / "data" / name) == contents(DATA / name)


def test_another_seed_gives_another_sample() -> None:
    one, other = (make_sample_files(DATA, dossiers=50, seed=seed) for seed in (1, 2))
    assert one["dossiers/2018-q1.csv"] != other["dossiers/2018-q1.csv"]
    assert one["units.csv"] == other["units.csv"]


def test_there_are_twenty_thousand_dossiers_of_2018() -> None:
    assert len(DOSSIERS) == 20_000
    assert {row["received_at"][:4] for row in DOSSIERS} == {"2018"}


def test_few_come_around_tet() -> None:
    january = mean(RECEIVED[date(2018, 1, day)] for day in range(15, 20))
    before_tet = mean(RECEIVED[date(2018, 2, day)] for day in range(5, 10))
    assert before_tet < 0.6 * january
    assert sum(RECEIVED[date(2018, 2, day)] for day in range(14, 21)) == 0


def test_mondays_are_the_busiest() -> None:
    by_weekday = Counter(day.weekday() for day in RECEIVED.elements())
    assert by_weekday.most_common(1)[0][0] == 0


def test_nobody_is_at_the_counter_at_lunch() -> None:
    at_lunch = [
        row["received_at"][11:16]
        for row in DOSSIERS
        if row["channel"] != "online" and "11:30" <= row["received_at"][11:16] < "13:30"
    ]
    assert at_lunch == []


def test_one_division_is_slow(figures: Figures) -> None:
    whole, slow = figures.one(), figures.one(unit=SLOW)
    assert whole and slow
    assert (slow.on_time_share or 1) < (whole.on_time_share or 0) - 0.1


def test_one_ward_improves(figures: Figures) -> None:
    shares = [
        row.on_time_share or 0
        for quarter in figures.quarters
        if (row := figures.one(unit=IMPROVING, quarter=quarter))
    ]
    assert shares[-1] > shares[0] + 0.1


def test_the_city_is_neither_perfect_nor_hopeless(figures: Figures) -> None:
    whole = figures.one()
    assert whole
    assert 0.88 < (whole.on_time_share or 0) < 0.96


def test_every_stage_of_a_dossier_s_life_is_there() -> None:
    outcomes = Counter(row["outcome"] for row in DOSSIERS)
    assert set(outcomes) == {"granted", "rejected", "withdrawn", "stopped", "pending"}
    assert any(row["apology_on"] for row in DOSSIERS)
    assert any(row["supplement_requests"] == "2" for row in DOSSIERS)
    assert any(not row["promised_at"] for row in DOSSIERS)


def test_every_person_is_a_placeholder() -> None:
    for name in ("commendations.csv", "criticisms.csv"):
        for row in rows(name):
            if row["subject_kind"] == "person":
                assert PLACEHOLDER.match(row["subject_name"]), row["subject_name"]


def test_no_two_records_name_the_same_person() -> None:
    people = [
        row["subject_name"]
        for name in ("commendations.csv", "criticisms.csv")
        for row in rows(name)
        if row["subject_kind"] == "person"
    ]
    assert len(people) == len(set(people)) >= 25


def test_nothing_invented_can_pass_for_a_real_document() -> None:
    for name in ("commendations.csv", "criticisms.csv", "quarterly_reports.csv", "inspections.csv"):
        for row in rows(name):
            number = row.get("decision_no") or row.get("document_no") or row.get("conclusion_no")
            assert not number or number.startswith("MẪU-"), number


def test_criticisms_are_in_every_stage_of_life() -> None:
    all_rows = rows("criticisms.csv")
    assert 25 <= sum(row["status"] == "approved" for row in all_rows) <= 30
    assert any(row["effect_until"] and row["effect_until"] < "2018-12-31" for row in all_rows)
    assert any(not row["reply"] for row in all_rows)
    assert any(row["remedied_on"] > row["remedy_due_on"] for row in all_rows)
    assert any(not row["remedied_on"] for row in all_rows)
    kinds = {row["kind"] for row in rows("corrections.csv")}
    assert kinds == {"corrected", "withdrawn", "revoked", "expired"}


def test_the_letter_s_dates_are_the_letter_s() -> None:
    due = {row["assignment_id"]: row["due_on"] for row in rows("assignments.csv")}
    assert due["nv-1-1"] == "2018-03-19"  # "trước ngày 20/3/2018"
    assert due["nv-4-2-c"] == "2018-04-29"  # "xong trước 30/4/2018"


def test_thirty_seven_wards_and_communes_stood_in_2018() -> None:
    standing = [
        row
        for row in rows("units.csv")
        if row["kind"] in ("ward", "commune")
        and row["valid_from"] <= "2018-03-06" <= row["valid_to"]
    ]
    kinds = Counter(row["kind"] for row in standing)
    assert kinds == {"ward": 20, "commune": 17}
    assert len({row["gso_code"] for row in standing}) == 37


def test_no_gso_code_could_be_an_identity() -> None:
    codes = Counter(row["gso_code"] for row in rows("units.csv") if row["gso_code"])
    assert max(codes.values()) > 1


@pytest.mark.parametrize(("seed", "years"), [(0, 1), (1, 1), (2, 2)])
def test_records_of_any_seed_pass_the_gates(tmp_path: Path, seed: int, years: int) -> None:
    city = shutil.copytree(DATA, tmp_path / "city")
    for name in ("ledger.jsonl", "ledger_checkpoint.txt"):
        (city / name).unlink()
    for folder in ("ledger_openings", "closed_quarters"):
        shutil.rmtree(city / folder)
    for path, content in make_sample_files(DATA, dossiers=50, seed=seed, years=years).items():
        (city / path).write_bytes(content)
    assert {problem.code for problem in findings(city)} == set()


def test_later_years_follow_the_first_and_move_the_day_of_the_figures() -> None:
    made = {path: content.decode() for path, content in make_sample_files(
        DATA, dossiers=61, seed=SEED, years=2
    ).items()}  # fmt: skip
    assert "as_of: 2019-12-31" in made["city.yaml"]
    dossiers = {path: list(csv.DictReader(io.StringIO(made[path]))) for path in made if "/" in path}
    assert sum(map(len, dossiers.values())) == 61
    for path, received in dossiers.items():
        assert f"- {path}\n" in made["datapackage.yaml"]
        assert {row["received_at"][:4] for row in received} <= {path[9:13]}
    for name in ("commendations", "criticisms", "inspections", "recommendations"):
        found = csv.DictReader(io.StringIO(made[f"{name}.csv"]))
        ids = [next(iter(row.values())) for row in found]
        assert {each.split("-")[1] for each in ids} == {"2018", "2019"}
        assert len(ids) == len(set(ids))


def test_nobody_is_named_twice_in_six_years() -> None:
    city, contract = read_settings(DATA)
    facts = load_world(DATA, contract)
    years = [CityFacts(facts, city, SEED, year, 2018) for year in range(2018, 2024)]
    names = [f.placeholder(n) for f in years for n in (*range(40), *range(100, 130))]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("listed", ["path: a.csv", "path:\n      - a.csv", "path:\n  - 'a.csv'"])
def test_the_dossiers_files_are_declared_however_the_old_ones_were(listed: str) -> None:
    said = with_dossier_files(f"  - name: dossiers\n    {listed}\n".encode(), ["a.csv"], ["b", "c"])
    assert said.decode().endswith("    path:\n      - b\n      - c\n")


def test_a_contract_that_cannot_be_changed_is_told_in_words() -> None:
    with pytest.raises(NoSample, match="mục path của bộ dossiers"):
        with_dossier_files(b"path: [a.csv]\n", ["a.csv"], ["b.csv"])
