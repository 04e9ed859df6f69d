"""The script as a page of its own: large type to read and print, and a prompter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from jinja2 import Environment
from markupsafe import Markup

from generator.edition.bulletin import Bulletin
from generator.edition.bulletin_words import (
    air_day_words,
    approval_words,
    bulletin_number,
    grounds_words,
    length_words,
    void_words,
    warning_of,
)
from generator.edition.script import Script, ScriptRow
from generator.pages.view import View, rendered


@dataclass(frozen=True)
class ScriptView(View):
    """A script to read from; without `assets` it has its `style` and `script` inside."""

    template: ClassVar[str] = "bulletins/script.html"
    bulletin: Bulletin
    rows: Sequence[ScriptRow]
    title: str
    warning: str
    number: str
    air_on: str
    length: str
    slot: str
    grounds: str
    void: str
    approval: str
    assets: str | None
    style: str
    script: str


def render_html(environment: Environment, script: Script, assets: str | None = None) -> bytes:
    """The script as one HTML page, UTF-8; `environment` comes from `pages.environment.templates`.

    The rest is as `script_view` has it.
    """
    return rendered(environment, script_view(environment, script, assets)).encode()


def script_view(environment: Environment, script: Script, assets: str | None = None) -> ScriptView:
    """What the page of a script shows.

    `assets` is the address of the site's `assets/` as seen from the page, which then holds no
    script and no style of its own; without it both are inside, so that the page works from a
    memory stick.
    """
    bulletin = script.bulletin
    return ScriptView(
        bulletin=bulletin,
        rows=script.rows,
        title=script.title,
        warning=warning_of(bulletin),
        number=bulletin_number(bulletin),
        air_on=air_day_words(bulletin.air_on),
        length=length_words(bulletin.seconds),
        slot=length_words(bulletin.slot_seconds),
        grounds=grounds_words(bulletin),
        void=void_words(bulletin),
        approval=approval_words(bulletin),
        assets=assets,
        style=_inside(environment, "css") if assets is None else "",
        script=_inside(environment, "js") if assets is None else "",
    )


def _inside(environment: Environment, kind: str) -> Markup:
    """The prompter's own stylesheet or script, to stand inside the page."""
    assert environment.loader is not None
    source = environment.loader.get_source(environment, f"theme/assets/{kind}/prompter.{kind}")[0]
    return Markup(source)  # noqa: S704  our own file, not anybody's text
