"""A site against the same site built once more: of the data, or of what the site itself holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.app.site import is_offline
from generator.ledger.checksums import SIGNATURE
from generator.model.site_paths import SOURCE
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.pages.shell.offline import ARCHIVE
from generator.verify import Finding, Site, StepResult, open_site
from generator.verify.finding import looked_at

Outcome = Literal["built", "failed", "other-program", "slow"]
"""What became of a rebuild: done, impossible, not tried, given up."""


@dataclass(frozen=True)
class Remade:
    """A site built once more from its own source, or why there is none.

    `folder` holds it; `version` and `own` are the programs that built the site, and that runs.
    """

    outcome: Outcome
    folder: Path
    version: str = ""
    own: str = ""


def check_rebuilt(site: Site, rebuilt: Path) -> StepResult:
    """The site built once more has the same bytes."""
    title = TITLES["rebuilt"]
    right = f"{vn_number(len(site.paths))} tệp dựng lại giống từng byte."
    return looked_at(title, right, unlike(site, rebuilt), site.paths)


def unlike(site: Site, rebuilt: Path) -> Iterator[Finding]:
    """Every file in which a site differs from one built once more; of an offline copy, from the
    copy in it."""
    with open_site(rebuilt / ARCHIVE if is_offline(site.paths) else rebuilt) as other:
        for path in sorted({*site.paths, *other.paths} - {SIGNATURE}):
            if path not in other.paths:
                yield Finding(path, said("remade-added"))
            elif path not in site.paths:
                yield Finding(path, said("remade-missing"))
            elif site.hash(path) != other.hash(path):
                yield Finding(path, said("remade-changed"))


def check_remade(site: Site, remade: Remade) -> StepResult:
    """The site built from its own source has the same bytes."""
    title = TITLES["remade"]
    if remade.outcome == "failed":
        return looked_at(title, "", [Finding(SOURCE, said("remade-failed"))])
    if remade.outcome == "slow":
        return StepResult(title, "unknown", said("remade-slow"))
    if remade.outcome == "other-program":
        other = said("remade-other", version=remade.version, own=remade.own)
        return StepResult(title, "unknown", other)
    if found := tuple(unlike(site, remade.folder)):
        return looked_at(title, "", found)
    right = said("remade-right", count=vn_number(len(site.paths)))
    looked = frozenset(site.paths)
    return StepResult(title, "right", right, looked=looked, unsealed=said("not-sealed"))
