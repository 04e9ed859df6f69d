"""LibreOffice, as the spreadsheet that a clerk opens and saves a workbook with."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from worlds.patience import PATIENCE_SECONDS

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def saved_as(paths: Sequence[Path], form: str, folder: Path) -> list[Path]:
    """The files as LibreOffice saves them in another form, e.g. "ods", in a folder."""
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, "--headless", profile, "--convert-to", form, "--outdir", str(folder)]
    done = subprocess.run(
        [*command, *paths], capture_output=True, timeout=PATIENCE_SECONDS, check=True
    )
    made = [folder / f"{path.stem}.{form.partition(':')[0]}" for path in paths]
    assert all(path.exists() for path in made), done.stderr.decode()
    return made
