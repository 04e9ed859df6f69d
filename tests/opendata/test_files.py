"""The open data package: valid for others' tools, and without a person in it."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from generator.app.sources import Sources, check_folder
from generator.model.public import public_commendations
from generator.opendata.csv import csv_bytes
from generator.opendata.tables import Table, open_tables
from worlds.paths import DATA
from worlds.shipped import shipped_edition, shipped_files

EDITION = shipped_edition()
FILES = shipped_files()


def sources() -> Sources:
    found = check_folder(DATA).sources
    assert found is not None
    return found


def test_frictionless_finds_the_published_package_valid(tmp_path: Path) -> None:
    for path, content in FILES.items():
        target = tmp_path / path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)
    report = Package(str(tmp_path / "du-lieu" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])[:5]


def test_every_dataset_is_offered_but_dossiers() -> None:
    names = {Path(path).stem for path in FILES if path.endswith(".csv")}
    assert "dossiers" not in names
    assert {d.name for d in EDITION.contract.datasets} - {"dossiers"} <= names
    assert {"figures", "day_counts", "cuts", "obligations", "report_counts"} <= names


def test_the_package_says_it_is_a_sample() -> None:
    assert "DỮ LIỆU MẪU" in json.loads(FILES["du-lieu/datapackage.json"])["title"]


def test_no_person_is_named_in_any_file() -> None:
    world = sources().world
    people = {
        record.subject_name
        for record in (*world.commendations, *world.criticisms)
        if record.subject_kind == "person"
    }
    assert len(people) >= 8
    for path, content in FILES.items():
        assert not [name for name in people if name.encode() in content], path


def test_no_dossier_is_in_any_file() -> None:
    for path, content in FILES.items():
        assert b"MAU-2018-" not in content, path


def test_a_draft_is_in_no_file() -> None:
    drafts = [r.record_id for r in sources().world.criticisms if r.status == "draft"]
    assert drafts
    assert not [d for d in drafts if d.encode() in FILES["du-lieu/criticisms.csv"]]


def test_a_name_inside_a_reason_is_taken_out() -> None:
    world, city = sources().world, sources().city
    person = next(
        r for r in world.commendations if r.subject_kind == "person" and r.status == "approved"
    )
    name = "Cao Thị Ngọc Mẫu"
    told = person.model_copy(update={"subject_name": name, "reason": f"Bà {name} trả kết quả"})
    edition = replace(
        EDITION,
        commendations=public_commendations([told], [], city.as_of),
        criticisms=(),
    )
    assert name in edition.commendations[0].reason
    assert all(name.encode() not in csv_bytes(table) for table in open_tables(edition))


def test_figures_are_the_edition_s_own_rows() -> None:
    rows = list(csv.DictReader(io.StringIO(FILES["du-lieu/figures.csv"].decode("utf-8"))))
    assert len(rows) == len(EDITION.figures.rows)
    whole = next(
        r for r in rows if not any(r[k] for k in ("unit_id", "procedure_id", "field", "quarter"))
    )
    figure = EDITION.figures.one()
    assert figure is not None
    assert int(whole["received_count"]) == figure.received_count
    assert float(whole["on_time_share"]) == figure.on_time_share


@given(st.lists(st.tuples(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))))
def test_any_text_comes_back_from_the_csv_as_it_went_in(rows: list[tuple[str]]) -> None:
    table = Table("t", "T", "T", ({"name": "a"},), tuple(rows))
    back = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8"), newline="")))
    assert [tuple(row) or ("",) for row in back[1:]] == rows


@pytest.mark.parametrize("table", open_tables(EDITION), ids=lambda table: table.name)
def test_every_column_says_what_it_is(table: Table) -> None:
    for field in table.fields:
        assert field["title"]
        assert field["description"]
