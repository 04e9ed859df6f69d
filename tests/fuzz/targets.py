"""What is fuzzed: every command that reads a folder, on a city that has closed an edition."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from fuzz.damages import Damage, damaged
from worlds.clerk import sheet
from worlds.command import Answer, congkhai
from worlds.edition_folder import City
from worlds.exports import export
from worlds.paths import ROOT
from worlds.sheets import workbook

SITE, ARCHIVE = "site", "site.zip"
DATA = "dữ liệu"
BOOK = "so.xlsx"
"""A workbook as a clerk sends it in."""
EXPORT = "ho-so.xlsx"
"""What a one-stop system exports."""
CONFIG = ("--config", str(ROOT / "mkdocs.yml"))
WORDS: dict[str, tuple[str, ...]] = {
    "check": ("--format", "json"),
    "figures": (),
    "due": ("--received", "2018-10-01T15:30", "--limit", "5 working_day", "--explain"),
    "due list": ("--format", "json"),
    "today": ("2019-01-05", "--yes"),
    "speak": (),
    "build": ("--plain", "--out", "built", *CONFIG),
    "bulletin": ("--week", "2018-W40", "--explain"),
    "approve": ("2018-W40",),
    "aired": ("2018-W40", "--at", "2018-10-06T06:00"),
    "report": ("--quarter", "2018-Q4", "--no-pdf", "--yes", "--out", "reports"),
    "verify": ("--quick",),
    "template": ("--out", "moi.xlsx", "--yes"),
    "import": ("so.xlsx", "--dry-run"),
    "import dossiers": ("ho-so.xlsx", "--dry-run"),
    "edition close": ("2018-Q4.2", "--yes"),
    "edition list": (),
    "edition diff": ("2018-Q3", "2018-Q4"),
}
"""The words that follow each command, before the folder of the data or the site."""
LEFT_OUT = {
    "serve": "stays up; what it does at a change is a build",
    "desk": "stays up; what it reads is what check and import read",
    "publish": "moves the day and builds, as today and build do",
    "podcast": "reads what bulletin reads",
    "sample": "reads the contract and the settings, as every command does",
    "edition sign": "reads one file of hashes, as verify does",
    "edition sign-log": "reads the settings and the ledger, as check does",
    "edition add-signature": "the same, and a line of text",
    "witness": "reads a site's ledger, as verify does",
    "forget": "reads what closing an edition reads",
    "key": "reads nothing",
    "new": "reads a list of names and a calendar, which the check reads again",
    "completion": "reads nothing",
    "schema": "reads nothing",
}
"""Commands that are not fuzzed, and why."""


@dataclass(frozen=True)
class Case:
    """One example: a command, the file that is damaged, and how."""

    command: str
    file: str
    damages: tuple[Damage, ...]

    def run(self, base: Path, folder: Path) -> Answer:
        """Lay the city into a folder, damage it, and give the command."""
        shutil.copytree(base, folder, symlinks=True)
        path = folder / self.file
        before = path.read_bytes() if path.exists() else b""
        path.write_bytes(damaged(before, self.damages))
        words = (*self.command.split(), *WORDS[self.command])
        where = ("--data", DATA) if self.command != "verify" else (self.file.split("/")[0],)
        words = (*words, *where)
        return congkhai(*words, at=folder, typed=path.read_bytes()[:100_000])


def lay_base(folder: Path, *, with_site: bool = True) -> Path:
    """Lay a city that has closed an edition, and its site; return the folder of both."""
    city = City(folder)
    city.closed("2018-Q4")
    city.save("Kỳ công bố 2018-Q4")
    workbook(city.root / BOOK, {"Nêu gương": sheet()})
    workbook(city.root / EXPORT, {"Hồ sơ": export()})
    if with_site:
        answer = congkhai("build", "--plain", "--out", SITE, *CONFIG, "--data", DATA, at=city.root)
        assert answer.status == 0, answer.said
        shutil.make_archive(str(city.root / SITE), "zip", city.root / SITE)
    return city.root


def files_of(base: Path, command: str) -> list[str]:
    """The files that may be damaged for a command: of the site, the data folder, or a workbook."""
    if command in ("import", "import dossiers"):
        return [WORDS[command][0]]
    part = base / (SITE if command == "verify" else DATA)
    found = (path.relative_to(base).as_posix() for path in part.rglob("*") if path.is_file())
    read = sorted(path for path in found if "/assets/" not in path)
    open_data = [path for path in read if "/du-lieu/" in path or path.count("/") == 1]
    open_data.append(ARCHIVE)
    return open_data if command == "verify" else read
