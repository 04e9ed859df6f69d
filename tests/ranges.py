"""The wheel on every Python that it names, with the oldest and the newest libraries that its ranges
allow: `make test-ranges`.

The libraries are fetched; of Pythons those that this machine has are tried. Each lays a project,
builds its site and verifies it.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from test_wheel import PLACE, build_wheel
from worlds.paths import ROOT

RESOLUTIONS = {"oldest": "lowest-direct", "newest": "highest"}


UV = (sys.executable, "-m", "uv")
NAMED = re.compile(r"Programming Language :: Python :: (3\.\d+)")


def pythons() -> Iterator[tuple[str, str]]:
    """Each Python that the project names, with where it is; empty where this machine lacks it."""
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "classifiers"
    ]
    for version in (match[1] for line in classifiers if (match := NAMED.fullmatch(line))):
        find = [*UV, "python", "find", "--no-python-downloads", "--no-project", version]
        found = subprocess.run(find, capture_output=True, text=True, check=False)
        yield version, found.stdout.strip() if found.returncode == 0 else ""


def try_out(wheel: Path, folder: Path, resolution: str, python: str) -> None:
    """Install the wheel and build a new project's site by it."""
    subprocess.run([*UV, "venv", "--quiet", "--python", python, str(folder / "venv")], check=True)
    install = ["pip", "install", "--quiet", "--python", str(folder / "venv"), str(wheel)]
    subprocess.run([*UV, *install, "--resolution", resolution], check=True)
    command = folder / "venv" / "bin" / "congkhai"
    subprocess.run([command, "new", "hoa-sen", *PLACE], cwd=folder, check=True)
    for words in (("build",), ("verify", "site")):
        subprocess.run([command, *words], cwd=folder / "hoa-sen", check=True)


def main() -> None:
    """Try both ends of the ranges on every Python."""
    with tempfile.TemporaryDirectory() as name:
        wheel = build_wheel(Path(name))
        for version, python in pythons():
            if not python:
                print(f"Python {version}: not on this machine, not tried")
                continue
            for end, resolution in RESOLUTIONS.items():
                folder = Path(name) / version / end
                folder.mkdir(parents=True)
                try_out(wheel, folder, resolution, python)
                print(f"Python {version}, {end} libraries: ok", flush=True)


if __name__ == "__main__":
    main()
