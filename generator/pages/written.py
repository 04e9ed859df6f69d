"""Hand-written pages and labels with a city's settings put in, by a small part of Jinja2.

`{{ place }}` puts a variable in and `{% if station %}…{% endif %}` keeps a part for those that have
one. A published site is built again from its own pages, which nobody vouches for: they can call
nothing, reckon nothing and use no filter but those below.
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from traceback import extract_tb
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.model.capitals import capitalize_first, mid_sentence
from generator.model.text import vn_date, vn_number, vn_percent

FILTERS = {
    "vn_date": vn_date,
    "vn_number": vn_number,
    "vn_percent": vn_percent,
    "mid_sentence": mid_sentence,
    "capitalize_first": capitalize_first,
}
"""What may be done with a variable: shown as a day, a number or a share, or with another letter."""
_FAULT = "Trang viết tay {file}, dòng {line}: {fault}"
_UNKNOWN = "không có biến “{name}”. Các biến dùng được: {known}. Hãy sửa lại tên biến."
_MISWRITTEN = (
    "chỗ đặt biến viết chưa đúng, hoặc dùng điều không được phép (chỉ dùng được {{{{ biến }}}}, "
    "{{% if … %}} và các bộ lọc: {filters}). Hãy sửa lại dòng này."
)
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~]")
_PLACE = re.compile(r"\{[{%][^{}]*[}%]\}")
_TEXT = "<template>"
"""What Jinja2 calls a text that comes from no file."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n\s*", re.DOTALL)


class PageUnreadable(Exception):
    """A page or label names what is not there; `str()` says where, in Vietnamese."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Values may be looked at and compared, and nothing more."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse to reckon: a text times a million fills the memory."""
        raise SecurityError(operator)

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called."""
        return False


def _environment(finalize: Callable[[object], str] | None) -> _Sandbox:
    environment = _Sandbox(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{%#",  # {#name} names a heading
        comment_end_string="#%}",
        finalize=finalize,
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.filters.update(FILTERS)
    return environment


def _as_text(value: object) -> str:
    """A value that Markdown and HTML leave as it is."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", escape(str(value)))


_PLAIN, _MARKDOWN = _environment(None), _environment(_as_text)


def with_variables(
    value: Any, file: str, variables: Mapping[str, Any], source: str | None = None
) -> Any:
    """A plain text, or a list or mapping of them, with its variables put in.

    `source` is the whole file that it stands in, of which a fault names the line. Raises
    PageUnreadable.
    """
    if isinstance(value, dict):
        return {
            with_variables(key, file, variables, source): with_variables(
                part, file, variables, source
            )
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [with_variables(part, file, variables, source) for part in value]
    if not isinstance(value, str):
        return value
    return _rendered(value, file, variables, _line_of(value, source or value))


def page_with_variables(source: str, file: str, variables: Mapping[str, Any]) -> str:
    """The Markdown of a page, without its front matter, with its variables put in.

    What a variable says stays text. Raises PageUnreadable.
    """
    text = source.replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    begin = front.end() if front else 0
    first_line = text.count("\n", 0, begin) + 1
    return _rendered(text[begin:], file, variables, first_line, markdown=True)


def _line_of(text: str, source: str) -> int:
    """The line of a file in which a text begins to put something in, as far as it is found."""
    found = _PLACE.search(text)
    return source[: max(source.find(found[0]), 0)].count("\n") + 1 if found else 1


def _rendered(
    text: str, file: str, variables: Mapping[str, Any], first_line: int, *, markdown: bool = False
) -> str:
    if "{" not in text and "\r" not in text:
        return text  # most texts put nothing in, and what makes a template of them takes its time
    try:
        return (_MARKDOWN if markdown else _PLAIN).from_string(text).render(variables)
    except UndefinedError as error:
        line, name = _line_in(error), str(error).split("'")[-2]
        fault = _UNKNOWN.format(name=name, known=", ".join(sorted(variables)))
    except TemplateSyntaxError as error:
        line, fault = error.lineno, _MISWRITTEN.format(filters=", ".join(FILTERS))
    except (TemplateError, TypeError, ValueError, AttributeError) as error:
        line, fault = _line_in(error), _MISWRITTEN.format(filters=", ".join(FILTERS))
    raise PageUnreadable(_FAULT.format(file=file, line=first_line + line - 1, fault=fault))


def _line_in(error: Exception) -> int:
    """The line of the text at which an error arose, counted from one."""
    lines = [at.lineno or 1 for at in extract_tb(error.__traceback__) if at.filename == _TEXT]
    return max(lines, default=1)
