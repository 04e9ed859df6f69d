"""The rooms' table of the design, held against the imports of the code."""

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
GROUND = {"problems", "text", "contract", "kept"}
ALLOWED = {
    "kept": set(),
    "text": set(),
    "problems": {"text"},
    "contract": {"problems", "text", "kept"},
    "clock": GROUND,
    "intake": GROUND,
    "screen": GROUND,
    "check": GROUND | {"clock", "screen"},
    "measure": GROUND | {"clock"},
    "sample": GROUND | {"clock"},
    "history": GROUND,
    "radio": GROUND,
    "publish": GROUND,
    "pipeline": GROUND
    | {"intake", "screen", "check", "clock", "measure", "history", "radio", "station"},
    "station": GROUND | {"clock", "intake", "radio"},
    "audio": GROUND,
    "issuing": GROUND | {"pipeline", "history", "publish", "station"},
    "closing": GROUND | {"pipeline", "history", "publish", "sample"},
    "sampling": GROUND | {"pipeline", "intake", "radio", "sample"},
    "desk": GROUND | {"pipeline", "radio", "publish", "audio", "station"},
    "verify": GROUND,
    "proof": GROUND | {"measure", "publish", "verify"},
    "usage": set(),
    "commands": GROUND
    | {
        "pipeline",
        "mkdocs_plugin",
        "clock",
        "measure",
        "desk",
        "staging",
        "closing",
        "sampling",
        "history",
        "proof",
        "verify",
        "early",
    },
    "cli": {"commands", "usage"},
    "early": {"screen"},
    "__main__": {"cli", "early"},
    "mkdocs_plugin": GROUND | {"pipeline", "issuing", "publish", "staging", "carried", "usage"},
    "carried": {"kept", "staging"},
    "staging": set(),
}
FILES = sorted(GENERATOR.rglob("*.py"))


def room_of(path: Path) -> str:
    """The room a file belongs to: its folder, or its own name at the top."""
    parts = path.relative_to(GENERATOR).parts
    return parts[0].removesuffix(".py")


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


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_a_room_imports_only_what_the_table_allows(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    used = {name.split(".")[1] for name in imported(path) if name.startswith("generator.")}
    assert used - {room} <= ALLOWED[room], f"{room} may not import {used - {room} - ALLOWED[room]}"


def test_mkdocs_is_named_in_one_file() -> None:
    users = [path.name for path in FILES if any(n.startswith("mkdocs") for n in imported(path))]
    assert users == ["mkdocs_plugin.py"]


def test_only_the_faces_write_to_disk() -> None:
    writing = {"write_text", "write_bytes", "mkdir", "unlink", "rmtree", "rename", "replace_dir"}
    for path in FILES:
        if room_of(path) in {"commands", "mkdocs_plugin", "staging"}:
            continue
        calls = {
            node.func.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert not calls & writing, f"{path} writes: {calls & writing}"


def test_nothing_asks_the_system_for_the_date() -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        for call in ("date.today(", "datetime.now(", "utcnow(", "time.time("):
            assert call not in text, f"{path} reads the clock with {call}"
