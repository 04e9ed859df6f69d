"""The sample city at five years: twenty quarters, 250 weeks on air, made once for all that look.

Its scripts are one script under the names of all weeks, and its editions were closed without
entries: neither is what is looked at, and the real ones would cost half a minute.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import mkdocs_plugin
from generator.app import publication as issuing
from generator.app.pipeline import public_edition
from generator.app.publication import Published
from generator.app.sources import Sources, read_settings
from generator.datafolder import load_world
from generator.edition.bulletin_words import week_title
from generator.edition.edition import Edition
from generator.edition.page import Publication
from generator.edition.script import Script
from generator.history import closed
from generator.ledger.ledger import Ledger
from generator.ledger.setting_changes import sealed_settings
from generator.model.abbreviations import Abbreviations
from generator.model.settings import City
from generator.model.text import quarter_end, week_of
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from generator.pages.sections import SitePages
from generator.radio.scripts.forms import make_script
from generator.sample import make_sample, sample_records
from generator.sample.as_known import seeded_salts
from worlds.edition_records import a_bulletin
from worlds.paths import DATA, ROOT, TEMPLATES
from worlds.published import COMPILED

FIRST, LAST, SEED = 2018, 2022, 643
QUARTERS = [f"{year}-Q{number}" for year in range(FIRST, LAST + 1) for number in (1, 2, 3, 4)]
DOSSIERS = 2_000


@cache
def five_years() -> Edition:
    """The edition of the last day of the fifth year."""
    city, contract = read_settings(DATA)
    city = city.model_copy(update={"as_of": date(LAST, 12, 31)})
    facts = load_world(DATA, contract)
    made = make_sample(facts, city, dossier_count=DOSSIERS, seed=SEED, first_year=FIRST)
    with TemporaryDirectory() as folder:
        files = [Path(folder) / name.replace("/", "-") for name in made if "dossiers/" in name]
        for path, text in zip(files, (made[n] for n in made if "dossiers/" in n), strict=True):
            path.write_text(text, "utf-8")
        made_files = {"dossier_files": tuple(files), "closed_quarters": ()}
        world = replace(facts, **sample_records(made), **made_files)
        sources = Sources(DATA, city, contract, Abbreviations(), world, _ledger(city))
        edition = public_edition(sources)
    return edition.with_bulletins(_scripts(edition))


def _ledger(city: City) -> Ledger:
    ledger, chance = Ledger(), seeded_salts(SEED)
    for quarter in QUARTERS:
        nothing = {
            "origin": "so-cong-khai/mau",
            "data": None,
            "quarters": {},
            "tables": {},
            "settings": sealed_settings(city),
        }
        ledger = closed(ledger, {}, quarter, quarter_end(quarter), nothing, chance)
    return ledger


def _scripts(edition: Edition) -> Iterator[Script]:
    """A script for every Saturday since the first of April."""
    script = make_script(a_bulletin(), "", edition.city.radio)
    day = date(FIRST, 4, 7)
    while day <= edition.as_of:
        week = week_of(day)
        bulletin = replace(script.bulletin, bulletin_id=week, air_on=day)
        yield replace(script, bulletin=bulletin, title=week_title(week))
        day += timedelta(days=7)


def five_years_pages() -> SitePages:
    """The pages of the edition."""
    return SitePages(Renderer(five_years(), templates(TEMPLATES, COMPILED)))


def build_five_years(out: Path) -> Path:
    """The site of the edition, without files to download."""
    published = Published(Publication(five_years_pages(), {}), five_years(), (), 0)
    with _publishing(published):
        mkdocs_plugin.build(ROOT / "mkdocs.yml", out=out, extras=False)
    return out


@contextmanager
def _publishing(published: Published) -> Iterator[None]:
    run, issuing.publish = issuing.publish, lambda *_, **__: published
    try:
        yield
    finally:
        issuing.publish = run
