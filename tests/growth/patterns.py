"""Every pattern of the program, found where it is compiled, and how it is used."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any
from unittest.mock import patch

import generator
from worlds.paths import ROOT

ANCHORED = {"match", "fullmatch"}
"""Ways to use a pattern that try it at one place alone."""
_CALLS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub"}


@dataclass(frozen=True)
class Used:
    """A pattern, where it is from, and whether it is tried at one place of a text alone."""

    pattern: re.Pattern[str]
    where: str
    anchored: bool = False

    def on(self, text: str) -> None:
        """Use it on a text as the program does; all that is found counts."""
        if self.anchored:
            self.pattern.match(text)
        else:
            for _ in self.pattern.finditer(text):
                pass


def patterns(run: Any) -> dict[tuple[str, int], Used]:
    """Every pattern: of the modules, written into a call, and compiled while `run` runs."""
    found: dict[tuple[str, int], Used] = {}
    for used in (*_of_modules(), *_in_calls(), *_compiled_by(run)):
        key = (used.pattern.pattern, used.pattern.flags)
        known = found.get(key)
        if known is None or (known.anchored and not used.anchored):
            found[key] = used
    return found


def _of_modules() -> Iterator[Used]:
    named = Named({path: path.read_text("utf-8") for path in _sources()})
    for name in modules():
        module = import_module(name)
        source = Path(module.__file__ or "")
        for label, value in vars(module).items():
            for pattern in _within(value):
                ways = named.ways(label, source) if value is pattern else set()
                yield Used(pattern, f"{name}.{label}", bool(ways) and ways <= ANCHORED)


@dataclass(frozen=True)
class Named:
    """The texts of the program's files, of which only those are parsed that name a pattern."""

    texts: Mapping[Path, str]
    parsed: dict[Path, tuple[dict[str, set[str]], set[str]]] = field(default_factory=dict)

    def ways(self, label: str, source: Path) -> set[str]:
        """How a name of one file is used there, and where it is imported."""
        found: set[str] = set()
        for path in (path for path, text in self.texts.items() if label in text):
            uses, imports = self._parsed(path)
            if path == source or label in imports:
                found |= uses.get(label, set())
        return found

    def _parsed(self, path: Path) -> tuple[dict[str, set[str]], set[str]]:
        """What is used of each name in a file, and what it imports."""
        if path not in self.parsed:
            tree = ast.parse(self.texts[path])
            self.parsed[path] = dict(_uses(tree)), set(_imported(tree))
        return self.parsed[path]


def _sources() -> list[Path]:
    return sorted(Path(generator.__path__[0]).rglob("*.py"))


def modules() -> Iterator[str]:
    """The name of every module that can be imported here."""
    for module in walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            try:
                import_module(module.name)
            except ImportError:  # of an engine that is not installed
                continue
            yield module.name


def _uses(tree: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """Each name, and the methods that are called on it."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.setdefault(node.value.id, set()).add(node.attr)
    # A pattern that is handed on by its name may be used in any way.
    held = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        loaded = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        if loaded and id(node) not in held:
            found.setdefault(node.id, set()).add("handed on")
    yield from found.items()


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


def _within(value: Any, depth: int = 4) -> Iterator[re.Pattern[str]]:
    """The patterns of texts in a value: itself, and what lies in its parts."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
        return
    parts: Iterable[Any] = ()
    if isinstance(value, dict):
        parts = value.values()
    elif isinstance(value, list | tuple | set | frozenset):
        parts = value
    elif is_dataclass(value) and not isinstance(value, type):
        parts = [getattr(value, one.name) for one in fields(value)]
    elif isinstance(value, partial):
        parts = value.args
    for part in parts if depth else ():
        yield from _within(part, depth - 1)


def _in_calls() -> Iterator[Used]:
    """Patterns written into a call: `re.match(r"…", text)`."""
    texts = {path: path.read_text("utf-8") for path in _sources()}
    for path, text in ((path, text) for path, text in texts.items() if "re." in text):
        for node in ast.walk(ast.parse(text)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            called = node.func
            if isinstance(called.value, ast.Name) and called.value.id == "re" and node.args:
                written = getattr(node.args[0], "value", None)
                if called.attr in _CALLS - {"compile"} and isinstance(written, str):
                    where = f"{path.relative_to(ROOT)}:{node.lineno}"
                    yield Used(re.compile(written), where, called.attr in ANCHORED)


def _compiled_by(run: Any) -> list[Used]:
    """Patterns that the program makes of data: names, codes, the contract's own."""
    found, compiled = [], re.compile

    def watched(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        made = compiled(pattern, flags)
        caller = sys._getframe(1).f_globals.get("__name__", "")
        if caller.startswith("generator.") and isinstance(made.pattern, str):
            found.append(Used(made, f"made by {caller}"))
        return made

    with patch.object(re, "compile", watched):
        run()
    return found
