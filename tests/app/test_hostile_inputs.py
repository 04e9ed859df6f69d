"""Files, paths and settings that are out to harm: told in a sentence, never followed or awaited."""

import os
import shutil
import unicodedata
import zipfile
from copy import copy
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.app.sources import Refused
from generator.check.letters import foreign_letters, skeleton
from generator.datafolder import parquet
from generator.datafolder.table import read_table
from generator.model.own_yaml import own_yaml
from generator.model.problems import render_text
from worlds.broken import findings
from worlds.command import congkhai
from worlds.hostile import lay_hostile_world
from worlds.payloads import INERT
from worlds.published import publish
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

YAML_FILES = ("city.yaml", "datapackage.yaml", "abbreviations.yaml")
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
LAW = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "city")


def codes(folder: Path) -> set[str]:
    return {problem.code for problem in findings(folder)}


@pytest.mark.parametrize("file", YAML_FILES)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "yaml-alias"),
        ("a: &a {b: 1}\nc:\n  <<: *a\n", "yaml-alias"),
        ("a: !!python/object/apply:os.system ['true']\n", "yaml-tag"),
        ("a: !!python/name:os.system x\n", "yaml-tag"),
        ("!!map {a: b}\n", "yaml-tag"),
        ("a: !include /etc/passwd\n", "yaml-tag"),
        ("%TAG ! tag:x,2000:\n---\na: !x 1\n", "yaml-tag"),
    ],
)
def test_yaml_builds_nothing(city: Path, file: str, text: str, code: str) -> None:
    (city / file).write_text(text, "utf-8")
    assert code in codes(city)


WAYS = ("link", "link to a folder", "link to a device", "pipe", "dangling")


def _lay(path: Path, way: str) -> None:
    path.unlink(missing_ok=True)
    targets = {
        "link": "/etc/passwd",
        "link to a folder": "/etc",
        "link to a device": "/dev/zero",
        "dangling": "/nowhere/at/all",
    }
    if way == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(targets[way])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "file", [*YAML_FILES, "criticisms.csv", "dossiers/2018-q1.csv", "ledger.jsonl"]
)
def test_nothing_but_plain_files_is_opened(city: Path, file: str, way: str) -> None:
    _lay(city / file, way)
    expected = "file-special" if way == "pipe" else "path-link"
    found = codes(city)
    assert expected in found or (file == "ledger.jsonl" and "file-unreadable" in found)


def test_a_folder_of_the_data_that_leads_elsewhere_is_not_followed(
    city: Path, tmp_path: Path
) -> None:
    (city / "dossiers").rename(tmp_path / "elsewhere")
    (city / "dossiers").symlink_to(tmp_path / "elsewhere")
    assert "path-link" in codes(city)


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/passwd", "../city.yaml", "dossiers/../../x.csv", "/dev/zero", "file:///etc/passwd"),
        *("https://a.example/x.csv", "..\\x.csv", "C:\\x.csv", "\\\\host\\x.csv", "./../x.csv"),
    ],
)
def test_paths_in_the_contract_stay_inside(city: Path, path: str) -> None:
    contract = city / "datapackage.yaml"
    text = contract.read_text("utf-8").replace("path: corrections.csv", f"path: '{path}'")
    contract.write_text(text, "utf-8")
    assert "path-outside" in codes(city)


@pytest.mark.parametrize("way", WAYS)
def test_the_command_neither_follows_nor_hangs(city: Path, way: str) -> None:
    _lay(city / "criticisms.csv", way)
    done = congkhai("check", "--data", city)
    assert done.status == 1 and "root:" not in done.said


def test_a_parquet_file_that_unfolds_is_not_read(tmp_path: Path) -> None:
    for name, query in (
        ("rows", "SELECT 1 AS a FROM range(100_000_001)"),
        ("letters", "SELECT repeat('a', 1_000_000) AS a FROM range(1_000)"),
    ):
        file = tmp_path / f"{name}.parquet"
        duckdb.sql(f"COPY ({query}) TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
        assert file.stat().st_size < 50_000_000
        assert parquet.fault_of(file) == "parquet-too-large", name


def test_a_zip_that_unfolds_is_not_opened(tmp_path: Path) -> None:
    """Its hundred files are the same few pressed bytes."""
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("SHA256SUMS", bytes(25 << 20))
        for number in range(100):
            packed.filelist.append(copy(packed.filelist[0]))
            packed.filelist[-1].filename = f"{number}.html"
    done = congkhai("verify", bomb)
    assert done.status == 2 and "bung ra" in done.said


@pytest.mark.parametrize("letter", ["\u202e", "\u200b", "\u2066", "\ufeff", "\u00ad", "\u200f"])
def test_hidden_letters_have_their_place(city: Path, letter: str) -> None:
    for file, name in (
        ("units.csv", "Phường Hoa Sen"),
        ("criticisms.csv", "Lê Văn C"),
        ("city.yaml", "Thành phố Mẫu"),
    ):
        path = city / file
        before = path.read_text("utf-8")
        path.write_text(before.replace(name, f"{name[:3]}{letter}{name[3:]}", 1), "utf-8")
        found = [p for p in findings(city) if p.code == "invisible-character"]
        assert found and found[0].file == file and found[0].field, file
        path.write_text(before, "utf-8")


@pytest.mark.parametrize(
    "name",
    ["Phường Hоa Sen", "Phường Ηoa Sen", "Phường Ðông Thọ", "Ｐhường Sen", "Phường 𝐇oa", "Xã ℓong"],
)
def test_letters_that_only_look_right_are_found(name: str) -> None:
    assert "U+" in foreign_letters(name)


def test_every_vietnamese_letter_is_one() -> None:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    text = unicodedata.normalize("NFC", "".join(x + t for x in letters for t in tones))
    for word in (*text.split(), text.upper(), "café m² 5º naïve"):
        kept = "".join(x for x in word if not unicodedata.combining(x))
        assert foreign_letters(kept) == "", word


def test_names_that_look_alike() -> None:
    assert skeleton("Xã Hoà Bình") == skeleton("xã  Hòa Bình") == skeleton("Xã Нoà Bình")
    assert skeleton("Xã Quảng Tâm") != skeleton("Xã Quảng Tám")
    assert skeleton("Phường Đông Thọ") != skeleton("Phường Đồng Thọ")


def test_no_payload_is_read_on_air(tmp_path: Path) -> None:
    """What would be spoken is refused unless every word of it can be read."""
    problems = findings(lay_hostile_world(tmp_path))
    refused = {
        (p.file, p.row)
        for p in problems
        if p.severity == "error" and p.field in ("violation", "reason", "subject_name")
    }
    for file in ("criticisms.csv", "commendations.csv"):
        rows = {row for name, row in refused if name == file}
        missing = [INERT[row - 2] for row in range(2, len(INERT) + 2) if row not in rows]
        assert all("<" not in text for text in missing), missing
    assert render_text(problems)


def _places(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    else:
        return [place]
    return [place, *(found for key, part in parts for found in _places(part, (*place, key)))]


CITY = own_yaml(SMALL / "city.yaml")
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=40),
    st.dates(),
    st.sampled_from(
        [date.min, date.max, "javascript:alert(1)", "http://[::1", [], {}, [[]], {"a": {}}, "0:60"]
    ),
)


@LAW
@given(place=st.sampled_from(_places(CITY)[1:]), value=ODD)
def test_any_setting_is_judged_and_what_passes_is_published(
    city: Path, place: tuple[Any, ...], value: object
) -> None:
    made = own_yaml(SMALL / "city.yaml")
    holder = made
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value
    text = yaml.safe_dump(made, allow_unicode=True)
    (city / "city.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        published = publish(city)
        assert list(published.publication.pages)
    except Refused as refused:
        assert str(refused)


@LAW
@given(file=st.sampled_from(YAML_FILES), data=st.binary(max_size=120))
def test_any_yaml_is_judged(city: Path, file: str, data: bytes) -> None:
    before = (city / file).read_bytes()
    (city / file).write_bytes(data)
    assert render_text(findings(city))
    (city / file).write_bytes(before)


@LAW
@given(data=st.binary(max_size=300))
def test_any_parquet_is_judged(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.parquet").write_bytes(b"PAR1" + data + b"PAR1")
    fault = read_table(tmp_path, "x.parquet").fault
    assert fault is not None and fault.code == "parquet-damaged"
