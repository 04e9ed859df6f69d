"""The rooms of `generator/` as `rooms.yaml` declares them, and CONTRIBUTING's table of them.

`python tests/rooms.py` writes the table anew.
"""

import ast
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- rooms: made by tests/rooms.py -->\n", "<!-- end of rooms -->\n"


class Room(NamedTuple):
    """A room's charter and the rooms that it may import, in the order of the house."""

    charter: str
    imports: tuple[str, ...]


def declared() -> dict[str, Room]:
    """Each room by its name, from the top of the house down."""
    raw = yaml.safe_load((GENERATOR / "rooms.yaml").read_text(encoding="utf-8"))
    return {name: Room(r["charter"], tuple(r["imports"])) for name, r in raw.items()}


def room_of(path: Path) -> str:
    """The room a file belongs to: its folder, or its own name at the top."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Dotted names that a file imports, wherever in the file it does."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def table() -> str:
    """The rooms as a table in Markdown."""
    rooms = declared()
    rows = ["| room | charter | may import |", "|---|---|---|"]
    for name, room in rooms.items():
        shown = f"`{name}/`" if (GENERATOR / name).is_dir() else f"`{name}.py`"
        below = ", ".join(f"`{other}`" for other in room.imports) or "nothing"
        rows.append(f"| {shown} | {room.charter} | {below} |")
    return "\n".join(rows) + "\n"


def with_table(text: str) -> str:
    """A text with the table between its marks made anew."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    text = CONTRIBUTING.read_text(encoding="utf-8")
    CONTRIBUTING.write_text(with_table(text), encoding="utf-8")
