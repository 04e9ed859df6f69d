"""What could do harm is refused, or done only when a person has said yes."""

import shutil
from pathlib import Path

import pytest
import yaml

from generator.app.sample import NoSample, holds_real_data, said_to_be_sample
from worlds.command import Answer, congkhai
from worlds.commands import commands
from worlds.edition_folder import City
from worlds.paths import DATA, ROOT
from worlds.shell_site import tree
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

REFUSED = 2


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A data folder that does not say that it is invented."""
    data = shutil.copytree(SMALL, tmp_path / "dữ liệu")
    settings = data / "city.yaml"
    text = settings.read_text("utf-8").replace("sample: true", "sample: false  # số liệu thật")
    settings.write_text(text, "utf-8")
    return data


def invent(out: Path, *words: str, data: Path = SMALL) -> Answer:
    return congkhai("sample", "--data", data, "--out", out, "--dossiers", "40", *words)


@pytest.mark.parametrize("words", [(), ("--yes",)])
def test_invented_records_never_replace_a_city(real: Path, words: tuple[str, ...]) -> None:
    before = tree(real)
    done = invent(real, *words)
    assert done.status == REFUSED and "không bị ghi đè" in done.said
    (real / "city.yaml").write_text("{", "utf-8")
    assert holds_real_data(real), "what cannot be read may be a city's"
    assert {**before, "city.yaml": b"{"} == tree(real)


def test_invented_records_say_so_whatever_the_facts_are_from(tmp_path: Path) -> None:
    real, out = shutil.copytree(DATA, tmp_path / "thật"), tmp_path / "mẫu"
    settings_file = real / "city.yaml"
    text = settings_file.read_text("utf-8")
    settings_file.write_text(text.replace("sample: true", "sample: false"), "utf-8")
    done = invent(out, data=real)
    assert done.status == 0, done.said
    settings = (out / "city.yaml").read_text("utf-8")
    assert yaml.safe_load(settings)["sample"] is True and settings.count("sample: true") == 1


def test_a_city_too_small_for_a_sample_is_told_so(tmp_path: Path) -> None:
    done = invent(tmp_path / "mẫu")
    assert done.status == REFUSED and "quá ít đơn vị" in done.said
    assert not (tmp_path / "mẫu").exists()


@pytest.mark.parametrize("said", ["false", "no", "False # a", "'false'", "", "true", "0"])
@pytest.mark.parametrize("key", ["sample:", "sample :", '"sample":', "'sample' :"])
def test_any_way_to_say_that_records_are_real_is_taken_back(key: str, said: str) -> None:
    text = f"a: 1\n{key} {said}\nradio:\n  sample: no\n"
    made = said_to_be_sample(text.encode())
    assert yaml.safe_load(made) == {"a": 1, "sample": True, "radio": {"sample": False}}


@pytest.mark.parametrize("text", ["", "{sample: false}", "sample: false\nsample: false\n"])
def test_what_cannot_be_taken_back_is_no_sample(text: str) -> None:
    with pytest.raises(NoSample):
        said_to_be_sample(text.encode())


def test_other_files_are_overwritten_only_on_demand(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("của tôi", "utf-8")
    done = invent(tmp_path)
    assert done.status == REFUSED and "--yes" in done.said
    assert (tmp_path / "units.csv").read_text("utf-8") == "của tôi"


def writing() -> list[tuple[str, str]]:
    """Every command with an option that names what is written, and that option."""
    return [
        (name, param.opts[0])
        for name, command in commands().items()
        for param in command.params
        if param.name in ("out", "audio")
    ]


WORDS = {
    "podcast": ("--address", "https://congkhai.example/"),
    "bulletin": ("--week", "2018-W40"),
    "report": ("--quarter", "2018-Q4", "--no-pdf"),
    "build": ("--config", str(ROOT / "mkdocs.yml")),
}


@pytest.mark.parametrize(("name", "option"), writing())
@pytest.mark.parametrize("below", ["", "criticisms.csv", "mới/a.wav"])
def test_nothing_is_written_into_the_data(name: str, option: str, below: str, real: Path) -> None:
    if name == "build" and below:
        pytest.skip("a site may lie beside the tables: it is no table")
    before = tree(real)
    done = congkhai(name, *WORDS.get(name, ()), "--data", real, option, real / below)
    assert done.status == REFUSED, done.said
    assert tree(real) == before


@pytest.mark.parametrize("out", [".", "..", "/", "data"])
def test_a_site_never_takes_the_place_of_what_it_is_made_of(out: str) -> None:
    done = congkhai("build", "--out", out)
    assert done.status == REFUSED and "không bị thay thế" in done.said, done.said


def test_a_script_takes_the_place_of_another_file_only_on_demand(tmp_path: Path) -> None:
    mine = tmp_path / "của tôi.docx"
    mine.write_bytes(b"x")
    done = congkhai("bulletin", "--week", "2018-W40", "--data", SMALL, "--out", mine)
    assert done.status == REFUSED and "--yes" in done.said and mine.read_bytes() == b"x"


def test_an_edition_is_closed_before_its_quarter_ends_only_on_demand(tmp_path: Path) -> None:
    city = City(tmp_path)
    city.edit("city.yaml", "as_of: 2018-12-31", "as_of: 2018-12-28", "Ngày số liệu")
    close = ("edition", "close", "2018-Q4")
    status, said = city.run(*close)
    assert status == REFUSED and "quý đến 31/12/2018 mới hết" in said and "--yes" in said
    assert not city.repo.tags and city.run(*close, "--yes")[0] == 0
