"""What a template asks of the values it is given is there, by their types: in every branch of it,
not only in those that the sample's pages go through."""

from collections.abc import Iterable, Mapping, Sequence
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from jinja2 import nodes

from generator.edition.edition import Edition
from generator.model.settings import City
from generator.pages.home.page import HomeView
from generator.pages.renderer import Here
from generator.pages.view import View
from worlds.views import ENVIRONMENT, VIEWS, parsed

Known = Mapping[str, Any]
"""The types of names; of others nothing is known."""
BUILT_IN = (str, int, float, bool, dict, list, tuple, Mapping, Sequence)


def plain(kind: Any) -> Any:
    """A type without None; None itself when there are several."""
    if get_origin(kind) in (Union, UnionType):
        some = [item for item in get_args(kind) if item is not NoneType]
        return some[0] if len(some) == 1 else None
    return kind


def attribute(kind: Any, name: str) -> Any:
    """The type of an attribute. Raises AttributeError when the type has none of that name."""
    hints = get_type_hints(kind)
    if name in hints:
        return plain(hints[name])
    found = getattr(kind, name)
    getter = getattr(found, "fget", None) or getattr(found, "func", None)
    return plain(get_type_hints(getter).get("return")) if getter else None


def element(kind: Any) -> Any:
    """What a loop over a value gives."""
    parts = get_args(kind)
    if (get_origin(kind) is tuple and len(parts) != 2) or not parts:
        return None
    return plain(parts[0])


def one_of(kind: Any) -> Any:
    """What a value holds under a key or at a place; not known of tuples that hold several types."""
    parts = [part for part in get_args(kind) if part is not Ellipsis]
    is_mapping = len(parts) == 2 and get_origin(kind) is not tuple
    return plain(parts[-1]) if len(parts) == 1 or is_mapping else None


class Walk:
    """One walk through a template; `wrong` are the attributes that are not there."""

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        self.wrong: list[str] = []

    def type_of(self, node: nodes.Node, known: Known) -> Any:
        """The type of an expression; None when it is not known."""
        match node:
            case nodes.Name():
                return known.get(node.name)
            case nodes.Getattr():
                return self._attribute(node, known)
            case nodes.Getitem():
                whole = self.type_of(node.node, known)
                return whole if isinstance(node.arg, nodes.Slice) else one_of(whole)
            case nodes.Call(node=nodes.Getattr(attr="items")):
                parts = get_args(self.type_of(node.node.node, known))  # type: ignore[attr-defined]
                return Iterable[tuple[parts]] if parts else None  # type: ignore[valid-type]
        for child in node.iter_child_nodes():
            self.type_of(child, known)
        return None

    def _attribute(self, node: nodes.Getattr, known: Known) -> Any:
        kind = self.type_of(node.node, known)
        if not isinstance(kind, type) or kind in BUILT_IN:
            return None
        try:
            return attribute(kind, node.attr)
        except AttributeError:
            self.wrong.append(f"{kind.__name__}.{node.attr}, line {node.lineno}")
            return None

    def through(self, node: nodes.Node, known: dict[str, Any]) -> None:
        """Looks at a statement and all within it."""
        match node:
            case nodes.For():
                inner = known | names(node.target, element(self.type_of(node.iter, known)))
                inner["loop"] = None
                for part in (*node.body, *filter(None, (node.test,))):
                    self.through(part, inner)
                for part in node.else_:
                    self.through(part, known)
            case nodes.Macro():
                inner = known | {argument.name: None for argument in node.args}
                for part in node.body:
                    self.through(part, inner)
            case nodes.Assign():
                known |= names(node.target, self.type_of(node.node, known))
            case nodes.Expr():
                self.type_of(node, known)
            case _:
                for part in node.iter_child_nodes():
                    self.through(part, known)


def names(target: nodes.Expr, kind: Any) -> dict[str, Any]:
    """The types of the names that a value is unpacked into."""
    if isinstance(target, nodes.Name):
        return {target.name: kind}
    assert isinstance(target, nodes.Tuple)
    parts = get_args(kind) or (None,) * len(target.items)
    found: dict[str, Any] = {}
    for item, part in zip(target.items, parts, strict=True):
        found |= names(item, plain(part))
    return found


def wrong_in(view: type[View], tree: nodes.Template) -> list[str]:
    """The attributes that a template asks for and that are not there."""
    hints = {name: plain(kind) for name, kind in get_type_hints(view).items()}
    walk, known = Walk(), {"edition": Edition, "city": City, "here": Here} | hints
    macros = {item.name: item for item in tree.find_all(nodes.Macro)}
    for part in macros["page"].body if view.is_macro else tree.body:
        walk.through(part, known)
    return walk.wrong


@pytest.mark.parametrize("name", VIEWS)
def test_every_attribute_that_a_template_asks_for_is_there(name: str) -> None:
    assert wrong_in(VIEWS[name], parsed(name)) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ now.ended_cout }}",
        "{% for record in commendations %}{{ record.raeson }}{% endfor %}",
        "{% for item, address in corrections if item.kimd %}{{ address }}{% endfor %}",
        "{% if bulletin %}{{ bulletin.items[0].titel | mid_sentence }}{% endif %}",
        "{% set row = procedures[0] %}{{ rel(row.procedure.nam) }}",
        "{{ edition.ledger_haed }}",
    ],
)
def test_a_misspelt_attribute_is_found(source: str) -> None:
    assert len(wrong_in(HomeView, ENVIRONMENT.parse(source))) == 1
