"""What is tagged, what the changelog tells and what the package calls itself are one."""

import re
import subprocess
from datetime import date

import pytest
from packaging.version import Version

from release_notes import CHANGELOG, UNRELEASED, notes_of, versions
from sbom import project
from worlds.paths import ROOT

TWO = """# Changelog

Words.

## [Unreleased]

## [0.2.0] - 2027-01-02

### Added

- A thing.

## 0.1.0 - 2026-12-01

- The first.
"""


def faults(changelog: str, own: str, tags: list[str]) -> list[str]:
    """What does not agree between a changelog, the package's version and the tags of a program."""
    found = [one for one in versions(changelog) if one.version != UNRELEASED]
    numbers = [Version(one.version) for one in found]
    ahead = [one.version for one in versions(changelog)[:1] if one.version == UNRELEASED]
    told, open_notes = {one.version for one in found}, changelog.count(f"## {UNRELEASED}")
    return [
        *(f"{one.version} has no day" for one in found if one.day is None),
        *(f"{one.version} has no notes" for one in found if not one.text.strip()),
        *(f"{tag} has no notes" for tag in tags if tag.removeprefix("v") not in told),
        *(["not the newest first"] if numbers != sorted(set(numbers), reverse=True) else []),
        *(["unreleased notes are not the first"] if open_notes and not ahead else []),
        *(
            ["the package is older than its notes"]
            if max([*numbers, Version(own)]) > Version(own)
            else []
        ),
        *(["nothing tells of the package's version"] if not ahead and own not in told else []),
    ]


def test_tags_notes_and_package_agree() -> None:
    done = subprocess.run(
        ["git", "tag", "--list", "v[0-9]*"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    own = project()["version"]
    assert faults(CHANGELOG.read_text("utf-8"), own, done.stdout.split()) == []
    assert re.fullmatch(r"\d+\.\d+\.\d+", own)


@pytest.mark.parametrize(
    ("changelog", "own", "tags"),
    [
        (TWO, "0.2.0", ["v0.3.0"]),
        (TWO, "0.1.0", []),
        (TWO.replace(" - 2027-01-02", ""), "0.2.0", []),
        (TWO.replace("- The first.", ""), "0.1.0", []),
        (TWO.replace("0.1.0", "0.3.0"), "0.3.0", []),
        (TWO.partition("## [Unr")[0] + TWO.partition("eased]\n")[2], "0.4.0", []),
    ],
)
def test_what_does_not_agree_is_found(changelog: str, own: str, tags: list[str]) -> None:
    assert faults(changelog, own, tags)
    assert not faults(TWO, "0.2.0", ["v0.1.0", "v0.2.0"])


def test_the_notes_of_a_version_are_its_section() -> None:
    assert notes_of(TWO, "v0.2.0") == "### Added\n\n- A thing."
    assert notes_of(TWO, "0.1.0") == "- The first."
    assert versions(TWO)[1].day == date(2027, 1, 2)
    with pytest.raises(LookupError, match=r"there are: Unreleased, 0\.2\.0, 0\.1\.0"):
        notes_of(TWO, "9.9.9")
    assert "congkhai" in notes_of(CHANGELOG.read_text("utf-8"), UNRELEASED)
