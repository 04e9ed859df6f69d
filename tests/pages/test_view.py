"""Each template is given one type of view, and asks for nothing that it is not given."""

from collections import Counter
from dataclasses import fields

import pytest
from jinja2 import StrictUndefined, nodes
from jinja2.meta import find_undeclared_variables

from generator.pages.environment import FUNCTIONS
from generator.pages.here import Here, known_of
from worlds.shipped import shipped_edition
from worlds.views import ENVIRONMENT, NAMES, PARTS, VIEWS, parsed, view_types


def asked(name: str) -> set[str]:
    """The names that a template takes from outside, without the functions of the environment."""
    tree = parsed(name)
    if name in VIEWS and VIEWS[name].is_macro:
        (macro,) = (item for item in tree.find_all(nodes.Macro) if item.name == "page")
        return {argument.name for argument in macro.args} - {"here", "title"}
    known = {function.__name__ for function in FUNCTIONS} | ENVIRONMENT.globals.keys()
    own = {item.name for item in tree.find_all(nodes.Name) if item.ctx == "store"}
    return find_undeclared_variables(tree) - known - own


def shared() -> set[str]:
    """What every template of a page sees beside its view."""
    return set(Here(known_of(shipped_edition()), "").shared(""))


def test_no_two_views_have_one_template() -> None:
    assert Counter(view.template for view in view_types()).most_common(1)[0][1] == 1
    assert VIEWS.keys() <= set(NAMES)


def test_an_undefined_name_raises() -> None:
    assert ENVIRONMENT.undefined is StrictUndefined


@pytest.mark.parametrize("name", VIEWS)
def test_a_template_asks_for_all_that_its_view_has_and_for_nothing_else(name: str) -> None:
    given = {item.name for item in fields(VIEWS[name])}
    assert asked(name) - shared() <= given
    assert given <= asked(name)


@pytest.mark.parametrize("name", PARTS)
def test_a_template_without_a_view_holds_macros_only(name: str) -> None:
    for item in parsed(name).body:
        if isinstance(item, nodes.Output):
            assert all(isinstance(n, nodes.TemplateData) and not n.data.strip() for n in item.nodes)
        else:
            assert isinstance(item, nodes.Macro | nodes.Import | nodes.FromImport)
    assert asked(name) <= shared()


@pytest.mark.parametrize("name", NAMES)
def test_no_template_decides_by_words_in_vietnamese(name: str) -> None:
    tree = parsed(name)
    decided = [*tree.find_all(nodes.Compare), *tree.find_all(nodes.Test)]
    for decision in decided:
        for constant in decision.find_all(nodes.Const):
            assert not isinstance(constant.value, str) or constant.value.isascii()
    cut = {"startswith", "endswith"}
    assert not [item for item in tree.find_all(nodes.Getattr) if item.attr in cut]
