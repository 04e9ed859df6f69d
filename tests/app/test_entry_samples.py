"""The sample rows of another place name its own bodies, and none of the sample city's."""

from datetime import date
from pathlib import Path

import pytest

from generator.app.entry_samples import samples
from generator.app.entry_template import open_desk
from generator.app.new.place import Place
from generator.app.new.project import project_files
from worlds.paths import DATA

THERE = open_desk(DATA)
FOREIGN = ("Ủy ban nhân dân", "Chủ tịch Ủy", "Mặt trận", "5 rõ", "Nghị định", "phường", "thành phố")


def _texts(folder: Path, place: Place) -> list[str]:
    """Every free text of every sample row of a place that has only begun."""
    for path, content in project_files(place, DATA).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    here = open_desk(folder / "data")
    found = []
    for name in here.names:
        entry = here.entry(name)
        rows = samples(entry, here.rows(name), THERE.rows(name), here.naming, THERE.naming)
        found += [
            cell
            for row in rows
            for column, cell in row.items()
            if cell and entry.column(column).choices is None
        ]
    return found


@pytest.mark.parametrize(
    ("kind", "name", "issuer"),
    [
        ("phuong", "Phường Hoa Sen", "Chủ tịch Ủy ban nhân dân phường Hoa Sen"),
        ("xa", "Xã Hoa Sen", "Chủ tịch Ủy ban nhân dân xã Hoa Sen"),
        ("tinh", "Tỉnh Hoa Sen", "Chủ tịch Ủy ban nhân dân tỉnh Hoa Sen"),
    ],
)
def test_a_place_in_vietnam_signs_by_its_own_kind(
    tmp_path: Path, kind: str, name: str, issuer: str
) -> None:
    texts = _texts(tmp_path, Place(kind, name, date(2026, 11, 28)))
    assert texts.count(issuer) > 3 and not [t for t in texts if "Hoa Sen Hoa Sen" in t]
    own = {row[1] for row in Place(kind, name, date(2026, 11, 28)).unit_rows()}
    there = {unit.name for unit in THERE.world.units} - own
    begun = [text for text in texts for name in own if text.startswith(f"{name},")]
    assert begun == [text for text in begun if text in own], "no name is put inside another one"
    for text in texts:
        assert "thành phố" not in text and "Thanh Hóa" not in text
    assert not [text for text in texts if text in there]


def test_a_place_without_a_document_is_shown_no_point_of_one(tmp_path: Path) -> None:
    for path, content in project_files(Place("xa", "Xã Hoa Sen", date(2026, 11, 28)), DATA).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    here, shown = open_desk(tmp_path / "data"), set[str]()
    for name in here.names:
        entry = here.entry(name)
        rows = samples(entry, here.rows(name), THERE.rows(name), here.naming, THERE.naming)
        of_settings = [c for c in entry.columns if c.declared.vocabulary and not c.field.required]
        shown |= {row[c.name] for c in of_settings if c.choices is None for row in rows}
    assert shown == {""}


@pytest.mark.parametrize("kind", ["phuong", "xa", "tinh"])
def test_no_unit_merges_into_itself_nor_helps_itself(tmp_path: Path, kind: str) -> None:
    for path, content in project_files(Place(kind, "Hoa Sen", date(2026, 11, 28)), DATA).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    here, compared = open_desk(tmp_path / "data"), 0
    for name in here.names:
        entry = here.entry(name)
        units = [key.field for key in entry.dataset.foreign_keys if key.reference == "units"]
        for row in samples(entry, here.rows(name), THERE.rows(name), here.naming, THERE.naming):
            named = [row[field] for field in units if row[field]]
            assert len(named) == len(set(named)), (name, named)
            compared += len(named) > 1
    assert compared


def test_a_place_elsewhere_says_nothing_of_vietnams_offices(tmp_path: Path) -> None:
    place = Place("khac", "New York", date(2026, 11, 28), units=("Health", "Education"))
    texts = _texts(tmp_path, place)
    assert "Người đứng đầu New York" in texts
    assert not [text for text in texts for word in FOREIGN if word in text]
