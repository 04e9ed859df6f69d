"""Modules of `generator/` as the reference tells them: their docstrings and public names, unrun."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from rooms import GENERATOR, declared, room_of

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef


def public_modules() -> dict[str, Path]:
    """Each module that others may use by its dotted name; one that begins with _ is private."""
    found = {_dotted(path): path for path in sorted(GENERATOR.rglob("*.py"))}
    return {
        name: path
        for name, path in found.items()
        if not any(part.startswith("_") for part in name.split(".")) or path.parent == GENERATOR
    }


def _dotted(path: Path) -> str:
    parts = path.relative_to(GENERATOR.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def room_page(room: str) -> str:
    """A room's page: its charter, what it may import, and each of its modules."""
    charter, below = declared()[room]
    led = ", ".join(f"[{other}]({other}.md)" for other in below) or "nothing"
    modules = [
        part
        for name, path in public_modules().items()
        if path != GENERATOR / "__init__.py" and room_of(path) == room
        for part in _module(name, path)
    ]
    head = [f"# {room}", f"{_sentence(charter)}.", f"It may import: {led}."]
    return "\n\n".join([*head, *modules]) + "\n"


def _module(name: str, path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    yield f"## `{name}`"
    yield prose(ast.get_docstring(tree) or "")
    for told, text in _constants(tree.body):
        yield f"**`{told}`** {prose(text)}"
    for node in tree.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield from _told(node)


def _told(node: Documented) -> Iterator[str]:
    """A class with its public fields and methods, or a function."""
    if isinstance(node, Function):
        yield f"**`{_signature(node)}`** {prose(ast.get_docstring(node) or '')}"
        return
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    yield f"### `{node.name}{f'({bases})' if bases else ''}`"
    yield prose(ast.get_docstring(node) or "")
    fields = [f"- `{told}` {_one_line(text)}" for told, text in _constants(node.body)]
    methods = [
        f"- `{_signature(part)}` {_one_line(ast.get_docstring(part) or '')}"
        for part in node.body
        if isinstance(part, Function) and not part.name.startswith("_")
    ]
    yield "\n".join([*fields, *methods])


def _constants(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Names that are set with a docstring under them."""
    for node, below in pairwise(body):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        text = below.value if isinstance(below, ast.Expr) else None
        told = isinstance(text, ast.Constant) and isinstance(text.value, str)
        if isinstance(target, ast.Name) and told and not target.id.startswith("_"):
            kind = f": {ast.unparse(node.annotation)}" if isinstance(node, ast.AnnAssign) else ""
            yield f"{target.id}{kind}", str(text.value)


def _signature(node: Function) -> str:
    is_property = any(ast.unparse(one).endswith("property") for one in node.decorator_list)
    returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}{returned if is_property else f'({ast.unparse(node.args)}){returned}'}"


def prose(text: str) -> str:
    """A plain text as Markdown: what is no code must not be taken for a sign."""
    parts = re.split(r"(``?[^`]+``?)", text)
    plain = [re.sub(r"([*_\[\]|\\])", r"\\\1", one).replace("<", "&lt;") for one in parts[::2]]
    parts[::2] = plain
    return "".join(parts)


def _one_line(text: str) -> str:
    return " ".join(prose(text).split())


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
