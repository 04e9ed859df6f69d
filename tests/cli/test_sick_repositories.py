"""Whatever is wrong with git, an edition is closed wholly or not at all, and sites are built."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.history import data_standing
from worlds.commands import ENGLISH, ask
from worlds.edition_folder import City
from worlds.shell_site import tree
from worlds.sick_repositories import SICK

GIT_WORDS = r"git [a-z-]+( --?[a-z-]+)*|safe\.directory|user\.\w+|(commit|tag)\.gpgsign|hook|bare"


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> City:
    return City(tmp_path_factory.mktemp("lành"))


@pytest.fixture(params=SICK)
def sick(
    request: pytest.FixtureRequest, healthy: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[City, str]:
    """A city whose repository is sick, and what is said of it."""
    city = healthy.copied(tmp_path)
    harm, told = SICK[request.param]
    monkeypatch.delenv("GIT_AUTHOR_NAME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name, value in harm(city).items():
        monkeypatch.setenv(name, value)
    return city, told


def assert_vietnamese(said: str, *known: object) -> None:
    """No English but the names of commands and files."""
    for name in known:
        said = said.replace(str(name), "")
    said = re.sub(GIT_WORDS, "", said)
    assert not ENGLISH.findall(said), said


def state(city: City) -> Mapping[str, bytes]:
    """The data, the branches and the tags."""
    files = tree(city.root)
    kept = {name: files[name] for name in files if not name.startswith(".git/")}
    return kept | {name: files[name] for name in files if ".git/refs/" in name}


def test_an_edition_is_closed_wholly_or_not_at_all(sick: tuple[City, str]) -> None:
    city, told = sick
    before = state(city)
    status, said = ask("edition", "close", "2018-Q4", "--data", str(city.data))
    assert status == 2 and told in said, said
    assert_vietnamese(said, city.root)
    assert state(city) == before


def test_what_a_site_does_not_tell_has_a_reason(sick: tuple[City, str]) -> None:
    city, _ = sick
    standing = data_standing(city.data)
    assert bool(standing.commit) != bool(standing.why)
    assert_vietnamese(standing.why, city.root)


def test_a_refused_closing_is_done_once_what_refused_is_gone(healthy: City, tmp_path: Path) -> None:
    city = healthy.copied(tmp_path)
    SICK["a hook that refuses tags"][0](city)
    assert ask("edition", "close", "2018-Q4", "--data", str(city.data))[0] == 2
    (Path(city.repo.git_dir) / "hooks" / "reference-transaction").unlink()
    assert ask("edition", "close", "2018-Q4", "--data", str(city.data))[0] == 0
    assert [tag.name for tag in city.repo.tags] == ["edition/2018-Q4"]
    assert not city.repo.is_dirty(untracked_files=True)
