"""The layout of a template's source is no part of the page."""

import pytest
from jinja2 import Environment

from generator.pages.layout import Layout

ENVIRONMENT = Environment(
    extensions=[Layout], trim_blocks=True, lstrip_blocks=True, autoescape=True
)


def shown(source: str) -> str:
    """What a template with these lines makes, given `x`."""
    return ENVIRONMENT.from_string(source).render(x="X", yes=True)


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("<tr>\n  <td>a</td>\n  <td>b</td>\n  </tr>", "<tr><td>a</td><td>b</td></tr>"),
        ("<h{{ x }}>\n  a</h{{ x }}>", "<hX>a</hX>"),
        ("<p>\n    a long\n    line\n  </p>", "<p>a long line</p>"),
        ("a\n  <strong>b</strong>\n  c", "a <strong>b</strong> c"),
        ('<p class="a"\n  id="{{ x }}"\n  hidden>', '<p class="a" id="X" hidden>'),
        ("a\n  {% if yes %}\n    , b\n  {% endif %}.", "a, b."),
        ("{{ x }}\n  {{ x }}", "X X"),
        ("{{\n  x\n  }}", "X"),
        ("{# why #}\n  a", "a"),
        ("a\n  {% if yes %} b{% endif %}", "a b"),
    ],
)
def test_an_indented_line_goes_on_where_the_one_before_it_ended(source: str, page: str) -> None:
    assert shown(source) == page


def test_a_line_that_is_not_indented_is_a_line_of_the_page() -> None:
    assert shown("<li>a</li>\n<li>b</li>\n\nc") == "<li>a</li>\n<li>b</li>\n\nc"
    assert shown("a\n  \nb") == "a\n  \nb"


def test_lines_keep_their_numbers() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        shown("a\n  b\n  <p>\n    {{ 1 / 0 }}</p>")
    assert caught.traceback[-1].lineno + 1 == 4
