"""A site built once more from its own source, as the command does it: in a process of its own."""

from pathlib import Path

from generator.app.verify_rebuilt import Remade
from generator.cli.remaking import remaking
from worlds.paths import ROOT


def remade_site(site: Path, folder: Path) -> Remade:
    """What becomes of it; it lies in a folder, which is made."""
    folder.mkdir(parents=True)
    with remaking(site, [ROOT / "mkdocs.yml"], folder) as begun:
        return begun.outcome()
