"""A city that has closed an edition, for all tests of commands that begin with one."""

from pathlib import Path

import pytest

from worlds.edition_folder import City


@pytest.fixture(scope="session")
def closed_once(tmp_path_factory: pytest.TempPathFactory) -> City:
    """It, to be copied only."""
    city = City(tmp_path_factory.mktemp("closed"))
    city.closed("2018-Q4")
    return city


@pytest.fixture
def published(closed_once: City, tmp_path: Path) -> City:
    """A city that has closed its first edition, to do with as one likes."""
    return closed_once.copied(tmp_path)
