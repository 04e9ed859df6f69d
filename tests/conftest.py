"""The shipped data's site, built once for all the tests that look at it."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from browser.chromium import chromium, served
from generator import mkdocs_plugin
from worlds.forged import Forged
from worlds.paths import ROOT

# An error that nobody foresaw is to fail a test, not to be told of in a sentence.
os.environ["CONGKHAI_TRACEBACK"] = "1"

# How long an example takes says how busy the machine is, and nothing of the law.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the finished site; the workers of one run share it.

    mkdocs.yml is strict: what the engine only warns of fails here.
    """
    # A worker's folder lies in the run's own; without workers the folder is the run's.
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "congkhai-site"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = shared / "site"
        if not site.exists():
            mkdocs_plugin.build(ROOT / "mkdocs.yml", out=site)
    return site


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
