"""Examples that once found something, kept as small files that a person can read."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from fuzz.targets import Case

FOLDER = Path(__file__).parent / "seeds"


def keep(case: Case, wrong: str) -> Path:
    """Write an example, with the last line of what was wrong; return its file."""
    told = {
        "command": case.command,
        "file": case.file,
        "damages": case.damages,
        "found": wrong.strip().splitlines()[-1][:200],
    }
    text = json.dumps(told, ensure_ascii=True, indent=1) + "\n"
    name = sha256(text.encode()).hexdigest()[:10]
    path = FOLDER / f"{case.command.replace(' ', '-')}-{name}.json"
    path.write_text(text, "utf-8")
    return path


def kept() -> Iterator[tuple[str, Case]]:
    """Every kept example by the name of its file."""
    for path in sorted(FOLDER.glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        damages = tuple(tuple(damage) for damage in told["damages"])
        yield path.stem, Case(told["command"], told["file"], damages)
