"""The shipped data's site, built once for all the tests that look at it."""

import gc
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from browser.chromium import chromium, served
from generator import mkdocs_plugin, own_engine
from generator.ledger import spoken_code
from generator.model import problems
from generator.model.own_yaml import own_yaml
from generator.verify import pages as verified_pages
from worlds.compiled import CompiledOnce
from worlds.forged import Forged
from worlds.once import Once, of_run
from worlds.paths import ROOT
from worlds.read_once import read_once
from worlds.small_memo import small_memo

# An error that nobody foresaw is to fail a test, not to be told of in a sentence.
os.environ["CONGKHAI_TRACEBACK"] = "1"

MOST_PAGES = 1_000
"""Of so many the marks are kept: more than the sample has."""

# How long an example takes says how busy the machine is, and nothing of the law.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_collection_finish() -> None:
    """What was collected stays to the end: in rooms that make much, to look through it for garbage
    again and again takes a sixth of the time. The product leaves this to Python."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """At the end Python takes all down, as ever."""
    gc.unfreeze()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """What is made once for all workers of this run."""
    return of_run(tmp_path_factory)


@pytest.fixture(scope="session", autouse=True)
def compiled(once: Once) -> Iterator[None]:
    """Every build compiles its templates, and half of a small city's build is that."""
    with CompiledOnce(once.made("templates", lambda folder: folder)).used():
        yield


@pytest.fixture(scope="session", autouse=True)
def stretched() -> Iterator[None]:
    """A code for the ear is slow to find, and the same one is asked for by every build."""
    with patch.object(spoken_code, "scrypt", cache(spoken_code.scrypt)):
        yield


@pytest.fixture(scope="session", autouse=True)
def read() -> Iterator[None]:
    """Most of what is made of a script is how its sentences are read."""
    with read_once():
        yield


@pytest.fixture(scope="session", autouse=True)
def worded() -> Iterator[None]:
    """A command reads the sentences of its findings once; the tests tell of some ten thousand."""
    with patch.object(problems, "own_yaml", cache(own_yaml)):
        yield


@pytest.fixture(scope="session", autouse=True)
def marked() -> Iterator[None]:
    """Most pages of a site in a forger's hands are those of the site as it was made."""
    with patch.object(verified_pages, "marks_of", lru_cache(MOST_PAGES)(verified_pages.marks_of)):
        yield


@pytest.fixture(scope="module")
def remembered() -> Iterator[None]:
    """For tests of what builds of the small city say: what is not changed is made once a worker.

    Not for tests of whether two builds are the same, or of what a build may not hold.
    """
    with small_memo().used():
        yield


@pytest.fixture(scope="session")
def built_site(once: Once) -> Path:
    """The folder of the finished site; the workers of one run share it.

    mkdocs.yml is strict: what the engine only warns of fails here.
    """
    config = ROOT / "mkdocs.yml"
    return once.made("sample", lambda to: mkdocs_plugin.build(config, out=to / "site")) / "site"


@pytest.fixture(scope="session")
def own_site(once: Once) -> Path:
    """The same site, drawn by no engine but our own."""
    config = ROOT / "mkdocs.yml"
    return once.made("sample-own", lambda to: own_engine.build(config, out=to / "site")) / "site"


@pytest.fixture
def forged(built_site: Path, tmp_path: Path) -> Forged:
    """The finished site in the hands of a forger."""
    return Forged(built_site, tmp_path)


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """Where the finished site is served."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with chromium() as running:
        yield running
