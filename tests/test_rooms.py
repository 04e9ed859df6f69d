"""The house of `rooms.yaml`, held against the imports of the code."""

import ast
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from rooms import CONTRIBUTING, GENERATOR, declared, imported, room_of, with_table

FILES = sorted(GENERATOR.rglob("*.py"))
ROOMS = declared()
NAMES = list(ROOMS)
Imports = Mapping[Path, set[str]]


def module_of(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(GENERATOR.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def test_every_room_is_declared() -> None:
    rooms = {room_of(path) for path in FILES} - {"__init__"}
    assert rooms == set(ROOMS)


@pytest.mark.parametrize("name", NAMES)
def test_a_room_may_import_only_what_stands_below_it(name: str) -> None:
    below = NAMES[NAMES.index(name) + 1 :]
    assert set(ROOMS[name].imports) <= set(below)


@pytest.fixture(scope="module")
def imports() -> Imports:
    """What each file imports, read once."""
    return {path: set(imported(path)) for path in FILES}


def rooms_in(names: Iterable[str]) -> set[str]:
    """The rooms of the imported names."""
    return {name.split(".")[1] for name in names if name.startswith("generator.")}


def test_a_file_imports_only_what_its_room_may(imports: Imports) -> None:
    beyond = {}
    for path, names in imports.items():
        room = room_of(path)
        allowed = set() if room == "__init__" else {room, *ROOMS[room].imports}
        if above := rooms_in(names) - allowed:
            beyond[str(path.relative_to(GENERATOR))] = above
    assert beyond == {}, "a room imports only what stands below it"


def test_what_a_room_may_import_is_used(imports: Imports) -> None:
    used = {room: set[str]() for room in (*ROOMS, "__init__")}
    for path, names in imports.items():
        used[room_of(path)] |= rooms_in(names)
    assert {name: set(room.imports) - used[name] for name, room in ROOMS.items()} == {
        name: set() for name in ROOMS
    }


def test_no_two_files_import_each_other_however_far_round(imports: Imports) -> None:
    modules = {module_of(path) for path in FILES}
    graph = {}
    for path in FILES:
        names = {n if n in modules else n.rpartition(".")[0] for n in imports[path]}
        graph[module_of(path)] = (names & modules) - {module_of(path)}
    TopologicalSorter(graph).prepare()  # raises CycleError and names the circle


def test_contributing_shows_the_rooms_as_they_are() -> None:
    text = CONTRIBUTING.read_text(encoding="utf-8")
    assert text == with_table(text), "run python tests/rooms.py"


def test_mkdocs_is_named_in_one_room(imports: Imports) -> None:
    users = [path for path in FILES if any(n.startswith("mkdocs.") for n in imports[path])]
    assert {room_of(path) for path in users} == {"mkdocs_plugin"}


def test_only_the_faces_write_to_disk() -> None:
    writing = {"write_text", "write_bytes", "mkdir", "unlink", "rmtree", "rename", "replace_dir"}
    for path in FILES:
        if room_of(path) in {"cli", "mkdocs_plugin", "output"}:
            continue
        calls = {
            node.func.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert not calls & writing, f"{path} writes: {calls & writing}"


ASKING = (GENERATOR / "cli" / "witness.py", GENERATOR / "cli" / "outside.py")
"""A cosignature says when it was made (C2SP tlog-cosignature), and a person is told that the day of
the figures is old: nothing else is of today."""


def test_nothing_asks_the_system_for_the_date() -> None:
    for path in (path for path in FILES if path not in ASKING):
        text = path.read_text(encoding="utf-8")
        for call in ("date.today(", "datetime.now(", "utcnow(", "time.time("):
            assert call not in text, f"{path} reads the clock with {call}"
