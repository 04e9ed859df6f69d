"""The documentation for engineers tells of all that there is, and asks nothing of any host."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.declared_settings import Declarations
from generator.model.own_yaml import own_yaml
from generator.model.problems import MESSAGES
from generator.model.settings_schema import FILES
from reference.code import prose, public_modules
from reference.hook import with_links
from reference.pages import reference, setting_key
from rooms import declared, room_of
from sbom import needed_at_run_time
from worlds.commands import commands
from worlds.paths import ROOT, TESTS
from worlds.settings import places

_PUBLIC = re.compile(r"^(?:async )?(?:def|class) ([A-Za-z]\w*)", re.MULTILINE)
_OTHER_HOST = re.compile(
    r"""<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=["']?(?:https?:)?//"""
)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return reference()


@pytest.mark.parametrize("room", declared())
def test_each_public_name_of_a_room_is_told(room: str, pages: dict[str, str]) -> None:
    page, told = pages[f"reference/{room}.md"], 0
    for name, path in public_modules().items():
        if path.name == "__init__.py" and path.parent.name == "generator":
            continue
        if room_of(path) == room:
            assert f"\n## `{name}`\n" in page
            part = page.partition(f"\n## `{name}`\n")[2].partition("\n## `")[0]
            for public in _PUBLIC.findall(path.read_text("utf-8")):
                assert re.search(rf"`{public}\b", part), (name, public)
            told += 1
    assert told, "a room has a module"


def test_each_command_finding_setting_and_licence_is_told(pages: dict[str, str]) -> None:
    headings = {name: re.findall(r"^## (.*)$", page, re.M) for name, page in pages.items()}
    assert headings["reference/commands.md"] == [f"congkhai {name}" for name in commands()]
    assert pages["reference/commands.md"].count("Cách dùng: congkhai") == len(commands())
    assert headings["reference/findings.md"] == [*own_yaml(MESSAGES)["sentences"]]
    rows = re.findall(
        r"^\| `([^`]+)` \| (.*) \| .* \| .* \| .*\|$", pages["reference/settings.md"], re.M
    )
    assert rows == [
        (setting_key(place), prose(declared_.at(place).get("title", "")))
        for declared_ in map(Declarations, FILES.values())
        for place in places(declared_)
    ]
    named = re.findall(r"^\| ([a-z][\w-]*) \| \d", pages["reference/licences.md"], re.M)
    assert set(named) == needed_at_run_time()


def test_the_site_is_built_without_a_warning_and_asks_nothing_of_any_host(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(ROOT / "docs/frame/mkdocs.yml")]
    done = subprocess.run(
        [*command, "--quiet", "-d", str(tmp_path)],
        env={"PYTHONPATH": f"{TESTS}:{ROOT}", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    built = list(tmp_path.rglob("*.html"))
    assert len(built) > len(declared())
    assert [path for path in built if _OTHER_HOST.search(path.read_text("utf-8"))] == []


def test_a_guide_of_the_root_leads_to_pages_or_nowhere() -> None:
    text = "[a](docs/scale.md) ![b](docs/home.png) [c](CHANGELOG.md) [d](LICENSE) [e](https://e.example)"
    assert with_links(text, {"scale.md", "home.png"}) == (
        "[a](scale.md) ![b](home.png) [c](changelog.md) `d` [e](https://e.example)"
    )


def test_plain_words_are_not_taken_for_signs() -> None:
    assert prose("a *b* `c|d_e` <f> [g](h) i_j") == r"a \*b\* `c|d_e` &lt;f> \[g\](h) i\_j"
