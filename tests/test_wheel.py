"""The installed package is the whole product: a city's site from a bare folder, without a clone."""

import os
import re
import resource
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from worlds.once import Once
from worlds.paths import ROOT

MOST_SECONDS = 60
PLACE = ("--kind", "xa", "--name", "Xã Hoa Sen", "--station", "không", "--directive", "không")


def processor_seconds() -> float:
    """What the processes that this one has waited for took: no other program's work counts."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build_wheel(folder: Path) -> Path:
    """The wheel of this tree."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def command(once: Once) -> Path:
    """The command of the wheel in an environment of its own, beside the versions of the lock.

    Those are the packages of the environment that runs the tests, lent by their folder: nothing is
    fetched. What lies in the clone is not lent.
    """
    return once.made("wheel", _install) / "venv" / "bin" / "congkhai"


def _install(folder: Path) -> None:
    wheel, own = build_wheel(folder), folder / "venv"
    venv.create(own, symlinks=True)
    python = own / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    (site,) = own.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")


def run(command: Path, at: Path, *words: str) -> str:
    """What the command says on a machine where git knows nobody."""
    env = {"PATH": os.environ["PATH"], "HOME": str(at), "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        [command, *words], cwd=at, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_city_of_its_own_in_a_bare_folder(command: Path, tmp_path: Path) -> None:
    assert "congkhai 0." in run(command, tmp_path, "--version")
    run(command, tmp_path, "new", "hoa-sen", *PLACE)
    project = tmp_path / "hoa-sen"
    before = processor_seconds()
    run(command, project, "build")
    assert processor_seconds() - before < MOST_SECONDS
    assert (project / "site" / "du-lieu" / "ban-ngoai-tuyen.zip").is_file()
    assert "dựng lại giống từng byte" in run(command, project, "verify", "site")
    readme = (project / "README.md").read_text("utf-8")
    (row,) = re.findall(r"^ng-.*$", readme, re.MULTILINE)
    with (project / "data" / "commendations.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    run(command, project / "data", "build", "--plain")
    assert list((project / "site" / "neu-guong").glob("ng-*"))


def test_the_sample_city_comes_with_it(command: Path, tmp_path: Path) -> None:
    run(command, tmp_path, "new", "mau", "--example")
    told = run(command, tmp_path / "mau", "build", "--plain")
    assert re.search(r"Đã dựng [23]\d\d trang\.", told), told


def test_the_ranges_of_the_metadata_begin_at_the_lock_and_end_before_what_breaks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = dict(
        re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text(), re.M)
    )
    for text in project["dependencies"]:
        wanted = Requirement(text)
        assert wanted.specifier.contains(locked[wanted.name]), text
        assert {part.operator for part in wanted.specifier} == {">=", "<"}, text
