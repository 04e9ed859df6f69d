"""What the source of a site may hold, and what the ledger says of one that was changed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import mkdocs_plugin
from generator.app.restored import SourceUnread, read_source, restored
from generator.app.site_source import source_columns
from generator.app.sources import read_settings
from generator.app.verify_source import check_source
from generator.datafolder import load_world
from generator.ledger.checksums import FILE
from generator.model.counts import LateChange
from generator.model.datasets import DATASETS, DOSSIERS, NAMING
from generator.model.public import person_of
from generator.model.since_closing import SinceClosing
from generator.model.site_paths import CHECKPOINT, DESCRIPTOR, LEDGER, OPENINGS, SOURCE
from generator.pages.supervision.closed_quarters import _words
from generator.verify import Site, open_site
from worlds.paths import DATA
from worlds.shell_site import copy_project, published, publishing
from worlds.shipped import shipped_edition

Source = dict[str, Any]


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Path:
    """The few files that the source is held against."""
    for path in (SOURCE, LEDGER, OPENINGS, CHECKPOINT, FILE):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(built_site / path, tmp_path / path)
    return tmp_path


def forge(site: Path, change: Callable[[Source], None]) -> dict[str, str]:
    """What is found once the source was changed, by place."""
    source = json.loads((site / SOURCE).read_text("utf-8"))
    change(source)
    (site / SOURCE).write_text(json.dumps(source, ensure_ascii=False), "utf-8")
    return found(site)


def found(site: Path) -> dict[str, str]:
    with open_site(site) as opened:
        return {item.place: item.sentence for item in check_source(opened).findings}


def row_of(source: Source, dataset: str, record_id: str) -> tuple[list[str], list[str]]:
    """The columns of a dataset, and the row of a record, to be changed in place."""
    rows = source["records"][dataset]
    return rows["columns"], next(row for row in rows["rows"] if row[0] == record_id)


def reworded(dataset: str, record_id: str, column: str, text: str) -> Callable[[Source], None]:
    def change(source: Source) -> None:
        columns, row = row_of(source, dataset, record_id)
        assert row[columns.index(column)] != text
        row[columns.index(column)] = text

    return change


def named_record(edition_records: Any) -> str:
    """A record in force that names a person."""
    return next(r.record_id for r in edition_records if r.named and person_of(r))


def test_the_source_as_it_was_made_is_right(site: Path) -> None:
    with open_site(site) as opened:
        assert check_source(opened).state == "right"


CRITICISM = named_record(shipped_edition().criticisms)
PRAISE = named_record(shipped_edition().commendations)
REWORDED = [
    ("criticisms", CRITICISM, "violation", "Đi muộn một lần"),
    ("criticisms", CRITICISM, "subject_name", "Trần Văn B"),
    ("criticisms", CRITICISM, "subject_name", ""),
    ("criticisms", CRITICISM, "position", "Chuyên viên khác"),
    ("criticisms", CRITICISM, "measure", "none"),
    ("commendations", PRAISE, "subject_name", "Lê Thị C"),
    ("commendations", PRAISE, "reason", "Không có gì"),
    ("recommendations", "kn-2018-07", "outcome", "accepted"),
]


@pytest.mark.parametrize(("dataset", "record", "column", "text"), REWORDED)
def test_a_record_that_says_something_else(
    site: Path, dataset: str, record: str, column: str, text: str
) -> None:
    told = forge(site, reworded(dataset, record, column, text))
    assert f"{dataset}/{record}" in told


def test_a_name_changed_whose_salt_was_destroyed(site: Path) -> None:
    lines = [json.loads(line) for line in (site / OPENINGS).read_text("utf-8").splitlines()]
    for line in lines:
        if line["record"] == f"criticisms/{CRITICISM}":
            del line["salts"]["name"]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (site / OPENINGS).write_text(text, "utf-8")
    told = forge(site, reworded("criticisms", CRITICISM, "subject_name", "Trần Văn B"))
    assert "không còn khóa" in told[f"criticisms/{CRITICISM}"]


def setting(*places: str | int, value: object) -> Callable[[Source], None]:
    def change(source: Source) -> None:
        block = source["settings"]
        for place in places[:-1]:
            block = block[place]
        assert block[places[-1]] != value
        block[places[-1]] = value

    return change


SETTINGS = [
    (("policy", "naming_months"), 60),
    (("directives", 0, "duties", "cut", "share"), 0.05),
    (("policy", "smallest_count"), 1),
    (("policy", "reply_days"), 0),
    (("radio", "slot_minutes"), 1.0),
]


@pytest.mark.parametrize(("places", "value"), SETTINGS)
def test_a_setting_that_shapes_what_is_published(
    site: Path, places: tuple[str | int, ...], value: object
) -> None:
    assert SOURCE in forge(site, setting(*places, value=value))


def test_a_setting_changed_after_the_last_edition_is_told_and_not_passed(site: Path) -> None:
    told = SinceClosing(settings=frozenset({"directives.0.duties.cut.share"})).told
    (site / DESCRIPTOR).write_text(json.dumps(told), "utf-8")
    forge(site, setting("directives", 0, "duties", "cut", "share", value=0.05))
    with open_site(site) as opened:
        step = check_source(opened)
    assert step.state == "unknown" and "cắt giảm" in step.sentence and "0,05" in step.sentence


def test_a_day_set_back_and_a_quarter_left_out(site: Path) -> None:
    assert SOURCE in forge(site, setting("as_of", value="2018-10-01"))
    assert SOURCE in forge(site, lambda source: source["quarters"].pop(0))


def test_a_source_taken_away(site: Path) -> None:
    (site / SOURCE).unlink()
    assert found(site)[SOURCE].startswith("thiếu tệp nguồn")


def without(*places: str) -> Callable[[Source], None]:
    def change(source: Source) -> None:
        block = source
        for place in places[:-1]:
            block = block[place]
        del block[places[-1]]

    return change


def with_text(path: str) -> Callable[[Source], None]:
    return lambda source: source["pages"]["texts"].update({path: "x"})


DAMAGES: dict[str, Callable[[Source], None]] = {
    "no settings": without("settings"),
    "no units": without("records", "units", "rows"),
    "a setting gone": without("settings", "policy", "reply_days"),
    "more": lambda source: source.update(more=1),
    "up": with_text("../x.md"),
    "up inside": with_text("a/../../x.md"),
    "absolute": with_text("/etc/x.md"),
    "hidden": with_text(".git/config"),
    "windows": with_text("a\\b.md"),
    "drive": with_text("c:/b.md"),
    "an unknown dataset": lambda s: s["records"].update(x=s["records"]["units"]),
    "a row too short": lambda s: s["records"]["units"]["rows"][0].pop(),
    "a day that is none": reworded("criticisms", CRITICISM, "found_on", "hôm qua"),
    "a contract without fields": without("contract", "resources"),
    "a pattern": lambda s: s["contract"]["resources"][0]["schema"]["fields"][0].update(
        constraints={"pattern": "("}
    ),
    "a program": lambda source: source["program"].update(version="\n0.1.0"),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_source_is_a_finding(site: Path, kind: str) -> None:
    assert "không đọc được" in forge(site, DAMAGES[kind])[SOURCE]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"[" * 100_000, b"{}", b'{"program": ' + b"9" * 5_000 + b"}"]
)
def test_what_is_no_source_is_a_finding(site: Path, content: bytes) -> None:
    (site / SOURCE).write_bytes(content)
    assert "không đọc được" in found(site)[SOURCE]


def test_a_source_that_is_too_large_is_not_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.app.restored.MOST_BYTES", 1_000)
    with open_site(site) as opened, pytest.raises(SourceUnread):
        read_source(opened)


def test_nothing_that_is_not_public_stands_in_the_source(built_site: Path) -> None:
    with open_site(built_site) as opened:
        source = read_source(opened)
    assert source.records.keys() == DATASETS.keys() and DOSSIERS not in source.own_tables
    for name, rows in source.records.items():
        declared = DATASETS[name].columns
        assert rows.columns == source_columns(DATASETS[name])
        for column in rows.columns:
            assert (
                declared[column].published or declared[column].aired or declared[column].in_source
            )
    contract = json.dumps(source.contract, ensure_ascii=False)
    assert all(f'"{name}"' not in contract for name in ("constraints", "foreignKeys"))


def test_a_name_that_has_ended_is_nowhere_in_the_source(built_site: Path) -> None:
    text = (built_site / SOURCE).read_text("utf-8")
    with open_site(built_site) as opened:
        sources = restored(opened, read_source(opened))
    world = shipped_edition()
    ended = {r.record_id for d in NAMING for r in getattr(world, d.name) if not r.named}
    assert ended
    named = {person_of(r) for r in sources.world.conduct if r.record_id not in ended}
    for record in sources.world.conduct:
        if record.record_id in ended and record.subject_kind == "person":
            assert (record.subject_name, record.position, record.broadcast_text) == ("", None, None)
    cleared = {item.cleared_name for item in sources.world.corrections}  # whoever wished it so
    gone = ended_names() - named - cleared
    assert gone and not [name for name in gone if name in text]


def ended_names() -> set[str]:
    """The persons of the data folder whose record is no longer in force."""
    world = load_world(DATA, read_settings(DATA)[1])
    ended = {r.record_id for d in NAMING for r in getattr(shipped_edition(), d.name) if not r.named}
    return {name for r in world.conduct if r.record_id in ended and (name := person_of(r))}


def test_the_source_is_small_beside_the_site(built_site: Path) -> None:
    whole = sum(path.stat().st_size for path in built_site.rglob("*") if path.is_file())
    assert Site(built_site).size(SOURCE) < whole / 50


@pytest.mark.parametrize(
    ("changed_count", "gone_count", "least"),
    [(3, 3, 5), (3, 2, 5), (3, 0, 5), (4, 1, 5), (12, 3, 5), (12, 12, 5), (1, 1, 2), (1, 0, 2)],
)
def test_a_few_dossiers_that_changed_are_not_counted_in_the_source(
    changed_count: int, gone_count: int, least: int
) -> None:
    change = LateChange("2018-Q1", changed_count, gone_count)
    coarse = change.coarse(least)
    assert _words(coarse, least) == _words(change, least)
    told = {coarse.changed_count, coarse.gone_count}
    assert all(count >= least or count in (0, 1, least - 1) for count in told)


def test_what_the_engine_does_not_show_is_not_in_the_source(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    content = tmp_path / "content"
    (content / ".nhap.md").write_text("# Bí mật một", "utf-8")
    (content / "nhap.md").write_text("# Bí mật hai", "utf-8")
    text = config.read_text("utf-8")
    config.write_text(f"{text}\nexclude_docs: |\n  nhap.md\n", "utf-8")
    with publishing(lambda *_, **__: published("x")):
        mkdocs_plugin.build(config, out=tmp_path / "site", extras=False)
    source = (tmp_path / "site" / SOURCE).read_text("utf-8")
    assert "Hướng dẫn" in source and "Bí mật" not in source
