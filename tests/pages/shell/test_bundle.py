"""Bundles: everything of ours is in one, smaller and the same; what is broken is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.pages.shell.bundle import (
    FINDER_SCRIPTS,
    UnreadableStyle,
    bundles,
    is_source,
    joined,
    small_script,
    small_style,
)

ROOT = Path(__file__).parents[3]
THEME = ROOT / "site_templates" / "theme"


def sources(kind: str) -> list[str]:
    files = (THEME / "assets" / kind).rglob(f"*.{kind}")
    return sorted(file.relative_to(THEME).as_posix() for file in files)


def listed(key: str) -> list[str]:
    """What mkdocs.yml lists; its own tags are none of this test's business."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8").replace("!!python/name:", "")
    found: list[str] = yaml.safe_load(text)[key]
    return found


def shipped(read: list[str]) -> dict[str, str]:
    """The site's bundles; `read` is filled with the sources that went in."""

    def reading(path: str) -> str:
        read.append(path)
        return (THEME / path).read_text("utf-8")

    return bundles(listed("extra_css"), listed("extra_javascript"), reading)


def test_every_source_is_in_a_bundle_and_none_is_published_itself() -> None:
    read: list[str] = []
    assert shipped(read) == shipped([])
    drawings = {path for path in read if path.endswith(".svg")}
    assert drawings == {"assets/drum.svg", "assets/star.svg"}
    assert {*read, *FINDER_SCRIPTS} == {*sources("css"), *sources("js"), *drawings}
    assert all(is_source(path) for path in {*read} - drawings)


def test_drawings_stand_in_the_styles() -> None:
    files = {"assets/css/a.css": "a { mask: url('../x.svg') }", "assets/x.svg": "<svg a='b'/>"}
    assert 'url("data:image/svg+xml,%3Csvg%20a%3D%27b%27/%3E")' in joined(
        ["assets/css/a.css"], files.__getitem__
    )


def test_bundles_are_smaller_than_what_they_are_made_of() -> None:
    read: list[str] = []
    made = sum(len(text) for text in shipped(read).values())
    assert made < 0.85 * sum(len((THEME / path).read_text("utf-8")) for path in read)


def test_a_width_stays_a_word_that_older_browsers_know() -> None:
    small = small_style("a.css", "@media (min-width: 45em) { a:has(b) { mask: url('../x.svg') } }")
    assert small.startswith("@media (min-width:45em){a:has(b){") and "url(../x.svg)" in small


def test_a_stylesheet_that_is_none_is_named() -> None:
    with pytest.raises(UnreadableStyle, match=r"shell\.css:2:"):
        small_style("assets/css/shell.css", "a { color: red }\n\n}} b {")


def test_words_and_statements_of_a_script_stay() -> None:
    script = "// why\nconst a = `${b}  trong ${c}`\nconst d = 'e  f' /* g */\n"
    assert small_script(script) == "const a=`${b}  trong ${c}`\nconst d='e  f';\n"


def nested(script: str) -> Iterator[int]:
    """The places of text in backquotes within other such text."""
    inside: list[str] = []
    for place, letter in enumerate(script):
        if letter == "`" and inside[-1:] == ["`"]:
            inside.pop()
        elif letter == "`":
            if inside:
                yield place
            inside.append(letter)
        elif letter == "{" and (inside[-1:] == ["{"] or (script[place - 1] == "$" and inside)):
            inside.append(letter)
        elif letter == "}" and inside[-1:] == ["{"]:
            inside.pop()


@pytest.mark.parametrize("path", sources("js"))
def test_no_text_in_backquotes_lies_in_another(path: str) -> None:
    """The spaces of the inner one would be lost."""
    assert list(nested("a = `${b ? `c ` : ''}`")) == [11]
    assert not list(nested((THEME / path).read_text("utf-8")))
