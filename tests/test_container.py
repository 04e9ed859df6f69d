"""The image: what it is made of is there, and where something can build it, it works."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sbom import project
from tools import NEEDED
from worlds.containerfile import CONTAINERFILE, instructions, told
from worlds.paths import DATA, ROOT

BUILDERS = ("podman", "docker", "buildah")
BUILDS_THE_WHEEL = "python -m hatchling build -t wheel"


def stages() -> dict[str, str]:
    """What each named stage begins from."""
    named = (re.fullmatch(r"(\S+)(?: AS (\S+))?", one) for one in told("FROM"))
    return {found[2] or "": found[1] for found in named if found}


def test_the_base_is_pinned_by_its_version() -> None:
    outside = set(stages().values()) - stages().keys()
    (base,) = outside
    found = re.fullmatch(r"docker\.io/library/python:(\d+\.\d+)\.\d+-slim-[a-z]+", base)
    assert found and f"Programming Language :: Python :: {found[1]}" in project()["classifiers"]


def test_each_stage_and_each_file_it_takes_is_there() -> None:
    assert instructions()[0].word == "FROM" and len(stages()) > 3
    for line in told("COPY"):
        *sources, _ = line.split()
        if sources[0].startswith("--from="):
            assert sources[0].removeprefix("--from=") in stages()
        else:
            assert [source for source in sources if not (ROOT / source).exists()] == []


def test_what_it_runs_is_what_other_tests_try() -> None:
    runs = " && ".join(told("RUN"))
    assert f"{BUILDS_THE_WHEEL} -d" in runs, "tests/test_wheel.py builds it so"
    assert "--require-hashes -r /src/requirements.lock" in runs, "the Makefile installs it so"
    assert "--no-deps --no-index /wheel/*.whl" in runs, "tests/test_wheel.py installs it so"
    assert "--add safe.directory /city" in runs and told("WORKDIR")[-1] == "/city"
    assert json.loads(told("ENTRYPOINT")[0])[0] in project()["scripts"]
    assert told("USER") == re.findall(r"useradd --create-home (\S+)", runs), "never as root"
    (packages,) = re.findall(r"--no-install-recommends ([a-z -]+?) *&&", runs)
    assert {"git", "rsync"} <= set(packages.split()) and "rsync" in NEEDED["tests"]


def test_nothing_private_gets_into_it() -> None:
    left_out = (ROOT / ".containerignore").read_text("utf-8").split()
    assert {".git", ".venv", "site"} <= set(left_out)
    assert left_out == (ROOT / ".dockerignore").read_text("utf-8").split()


def test_editors_open_the_stage_that_is_for_them() -> None:
    told_editors = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    build = told_editors["build"]
    folder = ROOT / ".devcontainer"
    assert (folder / build["dockerfile"]).resolve() == CONTAINERFILE
    assert (folder / build["context"]).resolve() == ROOT and build["target"] in stages()
    makefile = (ROOT / "Makefile").read_text("utf-8")
    make, target = told_editors["postCreateCommand"].split()
    assert make == "make" and re.search(rf"^{target}:", makefile, re.MULTILINE)
    (port,) = told_editors["forwardPorts"]
    assert f"PORT ?= {port}\n" in makefile


def builder() -> str:
    """A program that can build an image here; skips where there is none."""
    for name in BUILDERS:
        if (
            shutil.which(name)
            and not subprocess.run([name, "info"], capture_output=True).returncode
        ):
            return name
    pytest.skip(f"Không có {', '.join(BUILDERS)} nào chạy được")


@pytest.mark.container
def test_the_image_checks_a_city(tmp_path: Path) -> None:
    name, image = builder(), tmp_path / "image"
    command = [name, "build", "--file", str(CONTAINERFILE), "--tag", "congkhai-test", str(ROOT)]
    subprocess.run(command, check=True)
    if name == "buildah":
        return
    data = shutil.copytree(DATA, image / "data")
    run = [name, "run", "--rm", "-v", f"{data.parent}:/city:ro", "congkhai-test"]
    done = subprocess.run([*run, "check"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
