"""In which documents each word stands, in the title or only in the text."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

from generator.search.entries import Entry
from generator.search.forms import Form, codes, form_of, initials, words
from generator.search.other_words import other_words

Numbers: TypeAlias = "array[int]"
"""Numbers of documents, ascending, four bytes each."""


@dataclass(frozen=True, slots=True)
class Places:
    """The documents in whose title a form stands, and those in whose text alone it does."""

    in_title: Numbers = field(default_factory=partial(array, "I"))
    in_text: Numbers = field(default_factory=partial(array, "I"))


@dataclass(frozen=True, slots=True)
class Index:
    """The places of every form, by its key."""

    keys: dict[str, dict[str, Places]] = field(default_factory=dict)

    def documents(self, key: str) -> int:
        """In how many documents a key stands."""
        found: set[int] = set()
        for places in self.keys[key].values():
            found.update(places.in_title, places.in_text)
        return len(found)


def index_of(entries: Iterable[Entry]) -> Index:
    """The index of entries, numbered in their order."""
    index, known = Index(), dict[str, Form]()
    for number, entry in enumerate(entries):
        title = {*_forms(_title(entry), known)}
        if entry.named:
            title.update((name, name) for name in initials(entry.title))
        for key, form in sorted(title):
            index.keys.setdefault(key, {}).setdefault(form, Places()).in_title.append(number)
        for key, form in sorted({*_forms(_text(entry), known)} - title):
            index.keys.setdefault(key, {}).setdefault(form, Places()).in_text.append(number)
    return index


def _title(entry: Entry) -> str:
    said = f"{entry.title} ; {entry.called}"
    return f"{said} ; {other_words(said)}"


def _text(entry: Entry) -> str:
    return f"{entry.page} ; {entry.text} ; {other_words(entry.text)}"


def _forms(text: str, known: dict[str, Form]) -> Iterator[Form]:
    """The key and the form of each word and code of a text; `known` are those of words so far."""
    for word in words(text):
        yield known.get(word) or known.setdefault(word, form_of(word))
    yield from ((code, code) for code in codes(text))
