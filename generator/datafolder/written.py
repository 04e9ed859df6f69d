"""A YAML text as it was written: each value with its line, its letters and how it was quoted.

Read by the core schema of YAML 1.2.2, chapter 10.3, and stricter: what YAML 1.1 takes for another
value (15:00 for 900, 010 for 8, yes for true, 1_000 for 1000) is the text that stands there. So a
setting that is to be a time of day gets its time, and one that is to be a number is refused.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.model.own_yaml import QUICKEST

MAX_YAML_DEPTH = 50
MAX_DIGITS = 15
"""A longer number is no setting's: it stays the text that it is."""
_NULLS = ("", "~", "null", "Null", "NULL")
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False}
_BOOLEANS["FALSE"] = False
_INTEGER = re.compile(rf"[-+]?(?:0|[1-9]\d{{0,{MAX_DIGITS - 1}}})", re.ASCII)
_NUMBER = re.compile(r"[-+]?(?:0|[1-9]\d{0,14})?(?:\.\d{1,15})?(?:[eE][-+]?\d{1,2})?", re.ASCII)
MERGE = "<<"

Place = tuple[int | str, ...]
"""Where a value stands: the keys and the places in lists that lead to it."""


@dataclass(frozen=True)
class Written:
    """One value of a file: a scalar's letters, the parts of a list, or the parts by their keys.

    `line` is where a person looks for it: that of its key. `source` is all that stands there,
    quotation marks too; a `plain` scalar has none. `start` is the place of its first letter.
    """

    content: "str | list[Written] | dict[str, Written]"
    line: int
    source: str
    plain: bool = False
    start: int = 0

    def at(self, place: Place) -> "Written":
        """The value at a place, or what is nearest above when nothing stands there."""
        found = self
        for part in place:
            parts: Any = found.content
            try:
                found = parts[part]
            except (LookupError, TypeError):
                return found
        return found


class Refusal(Exception):
    """Why a text is not read: a problem code, its line, and the values of its sentence."""

    def __init__(self, code: str, line: int | None, **values: str) -> None:
        """`line` counts from 1."""
        super().__init__(code)
        self.code, self.line, self.values = code, line, values


def _line_of(error: yaml.YAMLError, text: str) -> int | None:
    """The line of an error; of a sign that no YAML may hold, the line where it stands."""
    if mark := getattr(error, "problem_mark", None):
        return int(mark.line) + 1
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text.count("\n", 0, unprintable.start()) + 1 if unprintable else None


def written(text: str) -> Written:
    """What stands in a YAML text of one document. Raises Refusal.

    Tags, references and deep nesting are refused: these files need none of them, and a few
    references can unfold into gigabytes.
    """
    try:
        events = yaml.parse(text, Loader=QUICKEST)
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                found = _Reader(text, events).node(event, _line(event))
                _require_end(events)
                return found
    except yaml.YAMLError as error:
        raise Refusal("yaml-syntax", _line_of(error, text)) from None
    return Written("", 1, "", plain=True)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _require_end(events: Iterator[Any]) -> None:
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise Refusal("yaml-documents", _line(event))


class _Reader:
    """Builds values from the parser's events."""

    def __init__(self, text: str, events: Iterator[Any]) -> None:
        self.text, self.events, self.depth = text, events, 0

    def node(self, event: Any, line: int) -> Written:
        """The value that begins with an event; it is looked for in `line`."""
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise Refusal("yaml-alias", _line(event))
        if event.tag is not None:
            raise Refusal("yaml-tag", _line(event))
        if isinstance(event, yaml.ScalarEvent):
            source = self._source(event, event)
            return Written(event.value, line, source, not event.style, _start(event))
        self.depth += 1
        if self.depth > MAX_YAML_DEPTH:
            raise Refusal("yaml-syntax", _line(event))
        is_list = isinstance(event, yaml.SequenceStartEvent)
        content, end = self._parts() if is_list else self._pairs()
        self.depth -= 1
        return Written(content, line, self._source(event, end), start=_start(event))

    def _source(self, first: Any, last: Any) -> str:
        return self.text[first.start_mark.index : last.end_mark.index].strip()

    def _parts(self) -> tuple[list[Written], Any]:
        parts = []
        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                break
            parts.append(self.node(event, _line(event)))
        return parts, event

    def _pairs(self) -> tuple[dict[str, Written], Any]:
        pairs: dict[str, Written] = {}
        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                break
            line = _line(event)
            key = self.node(event, line)
            if not isinstance(key.content, str):
                raise Refusal("yaml-syntax", line)
            if key.content == MERGE:
                raise Refusal("yaml-alias", line)
            if key.content in pairs:
                other = str(pairs[key.content].line)
                raise Refusal("yaml-key-twice", line, value=key.content, other=other)
            pairs[key.content] = self.node(next(self.events), line)
        return pairs, event


def understood(value: Written, is_text: Callable[[Place], bool], place: Place = ()) -> Any:
    """The value as plain Python values; where `is_text`, a number is the text that was written."""
    if isinstance(value.content, dict):
        return {
            key: understood(part, is_text, (*place, key)) for key, part in value.content.items()
        }
    if isinstance(value.content, list):
        return [
            understood(part, is_text, (*place, number)) for number, part in enumerate(value.content)
        ]
    if not value.plain:
        return value.content
    found = _of_plain(value.content)
    is_number = isinstance(found, int | float) and not isinstance(found, bool)
    return value.content if is_number and is_text(place) else found


def _of_plain(text: str) -> str | float | bool | None:
    """The value of a plain scalar by the core schema; a whole number is an int."""
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    has_digit = any(letter.isdigit() for letter in text.partition("e")[0])
    return float(text) if has_digit and _NUMBER.fullmatch(text) else text
