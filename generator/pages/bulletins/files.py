"""The files the station pulls: every form of every script, and the newest under a fixed name."""

from dataclasses import dataclass

from generator.edition.script import Script, ScriptForm, newest
from generator.model.content import Content
from generator.model.site_paths import SectionFolder
from generator.model.text import slug
from generator.pages.bulletins.script_html import script_view
from generator.pages.links import relative
from generator.pages.renderer import Renderer

SECTION = SectionFolder.BULLETINS
WHOLE, SHORT = "ban-tin", "ban-tin-ngan"
"""Names of a week's script and of its short edition for the wards' loudspeakers."""
NEWEST = {WHOLE: "moi-nhat", SHORT: "moi-nhat-ngan"}
"""Names under which the newest of each is always found."""


@dataclass(frozen=True)
class ScriptFile:
    """One form of one script; `path` is relative to the site's root."""

    form: ScriptForm
    path: str
    content: Content


def bulletin_url(bulletin_id: str) -> str:
    """Address of a bulletin's page: `phat-thanh/2018-w40/`."""
    return f"{SECTION}/{slug(bulletin_id)}/"


def week_files(
    renderer: Renderer, bulletin_id: str, *, alone: bool = False
) -> tuple[ScriptFile, ...]:
    """Every form of a week's script, then of its short edition.

    `alone` is true of files that will not lie in the site, whose pages hold their own style.
    """
    edition, folder = renderer.edition, bulletin_url(bulletin_id)
    return (
        *_files(renderer, edition.scripts.get(bulletin_id), folder, WHOLE, alone),
        *_files(renderer, edition.short_scripts.get(bulletin_id), folder, SHORT, alone),
    )


def newest_files(renderer: Renderer) -> tuple[ScriptFile, ...]:
    """The files of the newest script that may be aired, under names that stay."""
    edition, folder = renderer.edition, f"{SECTION}/"
    return (
        *_files(renderer, newest(edition.scripts), folder, NEWEST[WHOLE]),
        *_files(renderer, newest(edition.short_scripts), folder, NEWEST[SHORT]),
    )


def _files(
    renderer: Renderer, script: Script | None, folder: str, stem: str, alone: bool = False
) -> tuple[ScriptFile, ...]:
    if script is None:
        return ()
    assets = None if alone else relative(folder, "assets/")
    view = script_view(renderer.environment, script, assets)
    page = renderer.file(view, f"{folder}{stem}.html")
    return tuple(
        ScriptFile(form, f"{folder}{stem}.{form.suffix}", script.files.get(form.name, page))
        for form in script.forms
    )
