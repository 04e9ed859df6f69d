"""The files of a site's search, read back."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.site_paths import SEARCH, SEARCH_START
from generator.search.documents import BITS, CUT, DIGITS, MORE

Lists = tuple[list[int], list[int]]
"""The documents in whose title a word stands, and those in whose text alone it does."""


@dataclass(frozen=True)
class Searched:
    """What a browser can know: the documents, and where each form of each key stands."""

    start: dict[str, Any]
    documents: list[list[str]]
    keys: dict[str, dict[str, Lists]]

    @property
    def urls(self) -> list[str]:
        """The addresses of the documents."""
        return [document[0] for document in self.documents]

    def found(self, key: str) -> set[str]:
        """The addresses of the documents in which a key stands."""
        lists = self.keys.get(key, {}).values()
        return {self.urls[number] for lists_ in lists for some in lists_ for number in some}


def searched_in(site: Path) -> Searched:
    """The search of a site in a folder."""
    paths = [path.relative_to(site).as_posix() for path in (site / SEARCH).rglob("*.js")]
    return searched(paths, lambda path: (site / path).read_bytes())


def searched(paths: Iterable[str], read: Callable[[str], bytes]) -> Searched:
    """The search of a site whose files are read by their paths."""
    start = _value(read(SEARCH_START))
    folder = f"{SEARCH}{start['at']}/"
    names = {path.removeprefix(folder).removesuffix(".js") for path in paths} - {SEARCH_START[:-3]}

    def value(kind: str, number: int) -> Any:
        return _value(read(f"{folder}{kind}{number}.js"))

    keys: dict[str, dict[str, Lists]] = {}
    for number in range(len(start["first"])):
        rest = value("r", number) if f"r{number}" in names else {}
        for key, told in value("k", number).items():
            more = {form: texts for form, *texts in _threes(rest.get(key, []))}
            keys[key] = {
                form: _whole(texts, more.get(form, ["", ""])) for form, *texts in _threes(told[1:])
            }
    blocks = range(-(-start["count"] // start["block"]))
    return Searched(start, [entry for number in blocks for entry in value("d", number)], keys)


def _value(script: bytes) -> Any:
    text = script.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def _threes(told: list[str]) -> list[list[str]]:
    return [told[place : place + 3] for place in range(0, len(told), 3)]


def _whole(texts: list[str], more: list[str]) -> Lists:
    first, second = (_joined(text, rest) for text, rest in zip(texts, more, strict=True))
    return first, second


def _joined(text: str, rest: str) -> list[int]:
    assert text.endswith(CUT) == bool(rest)
    numbers = unpacked(text)
    return numbers + unpacked(rest, numbers[-1] if numbers else -1)


def unpacked(text: str, before: int = -1) -> list[int]:
    """The numbers of such a text."""
    numbers, rest, shift = [], 0, 0
    for digit in text.removesuffix(CUT):
        value = DIGITS.index(digit)
        rest += (value % MORE) << shift
        shift += BITS
        if value < MORE:
            before += rest
            numbers.append(before)
            rest = shift = 0
    return numbers
