"""What the program is made of is told in full, and all of it may be passed on."""

import json
import re
import subprocess
import sys

import pytest

from sbom import LOCK, Package, bill, locked, needed_at_run_time, project
from worlds.paths import ROOT

FREE = re.compile(
    r"\b(MIT|MIT-0|MIT-CMU|0BSD|BSD|BSD-\d-Clause|ISC|Apache|Apache-2\.0|PSF-2\.0|Artistic"
    r"|MPL-2\.0|MPL 2\.0)\b"
)
"""Licences under which a city may run, change and pass on the whole without publishing its own."""


def test_the_bill_names_every_package_of_the_lock() -> None:
    lines = [line for line in LOCK.read_text("utf-8").splitlines() if re.match(r"[a-z]", line)]
    named = [f"{part['name']}=={part['version']}" for part in bill()["components"]]
    assert named == [line.split(" ")[0] for line in lines]


def test_what_each_needs_is_in_the_bill() -> None:
    made = bill()
    refs = {part["bom-ref"] for part in (made["metadata"]["component"], *made["components"])}
    assert {one["ref"] for one in made["dependencies"]} == refs
    assert {ref for one in made["dependencies"] for ref in one["dependsOn"]} <= refs
    kinds = {part["name"]: part["scope"] for part in made["components"]}
    assert kinds["duckdb"] == kinds["markupsafe"] == "required"
    assert kinds["hatchling"] == kinds["editables"] == "excluded"


def test_the_same_lock_gives_the_same_bytes_without_an_address_or_a_day() -> None:
    command = [sys.executable, str(ROOT / "tests" / "sbom.py")]
    one, other = (
        subprocess.run(command, cwd=at, check=True, capture_output=True).stdout
        for at in (ROOT, "/")
    )
    assert one == other == (json.dumps(bill(), ensure_ascii=False, indent=1) + "\n").encode()
    assert b"://" not in one and b"timestamp" not in one


@pytest.mark.parametrize("package", locked(), ids=lambda package: package.name)
def test_each_licence_lets_the_whole_be_passed_on(package: Package) -> None:
    choices = [one for text in package.licences for one in text.splitlines()[0].split(" OR ")]
    assert [one for one in choices if FREE.search(one) and "GPL" not in one], (
        package.name,
        package.licences,
    )


def test_the_program_itself_is_free() -> None:
    assert FREE.search(project()["license"])
    assert len(needed_at_run_time()) > len(project()["dependencies"])
