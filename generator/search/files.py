"""The files of the search: a start, then only those of the words that are typed and of what fits.

Each is a script that hands over one value, so that a copy opens from a disk, too. Their folder is
named after what they hold: a browser that still has yesterday's start finds no other day's files.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from generator.model.site_paths import SEARCH, SEARCH_START
from generator.search.documents import CUT, packed
from generator.search.entries import Entry
from generator.search.index import Index, Numbers, index_of

BLOCK = 8
"""So many documents lie in one file."""
FILE_BYTES = 4096
"""A file of keys is full with so many."""
MOST_NUMBERS = 128
"""So many documents of a list lie beside its key; the others in another file, rarely asked for."""
_LONGEST_COMMON, _MOST_COMMON, _FILES_READ = 2, 8, 2
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class KeyFile(NamedTuple):
    """Keys with their lists, and how those lists go on that were cut."""

    keys: list[str]
    lists: dict[str, list[Any]]
    rest: dict[str, list[str]]


def search_files(
    entries: Sequence[Entry], sections: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Every file of the search by its path; the entries are numbered in their order.

    `sections` are the names of the site's sections by their addresses.
    """
    index = index_of(entries)
    files = list(_key_files(index))
    made = dict(_numbered(files, entries))
    digest = sha256(b"".join(content for _, content in sorted(made.items()))).hexdigest()[:8]
    for name, content in made.items():
        yield f"{SEARCH}{digest}/{name}.js", content
    start = {
        "at": digest,
        "count": len(entries),
        "first": [file.keys[0] for file in files],
        "block": BLOCK,
        "sections": dict(sections),
        "common": _common(files),
    }
    yield SEARCH_START, _script("start", _JSON.encode(start))


def _numbered(files: Sequence[KeyFile], entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    for number, file in enumerate(files):
        yield f"k{number}", _script(f"k{number}", _JSON.encode(file.lists))
        if file.rest:
            yield f"r{number}", _script(f"r{number}", _JSON.encode(file.rest))
    for number, first in enumerate(range(0, len(entries), BLOCK)):
        told = ",".join(entry.shown for entry in entries[first : first + BLOCK])
        yield f"d{number}", _script(f"d{number}", f"[{told}]")


def _script(name: str, value: str) -> bytes:
    return f'ckSearch("{name}",{value})\n'.encode()


def _key_files(index: Index) -> Iterator[KeyFile]:
    file, size = KeyFile([], {}, {}), 0
    for key in sorted(index.keys):
        lists, rest = _lists(index, key)
        file.keys.append(key)
        file.lists[key] = lists
        if rest:
            file.rest[key] = rest
        size += len(key) + sum(len(str(part)) + 3 for part in lists)
        if size >= FILE_BYTES:
            yield file
            file, size = KeyFile([], {}, {}), 0
    if file.keys:
        yield file


def _lists(index: Index, key: str) -> tuple[list[Any], list[str]]:
    """What stands beside a key, and how those of its lists go on that are cut."""
    lists: list[Any] = [index.documents(key)]
    rest: list[str] = []
    for form, places in sorted(index.keys[key].items()):
        (title, more_titles), (text, more_texts) = _cut(places.in_title), _cut(places.in_text)
        lists += [form, title, text]
        rest += [form, more_titles, more_texts] if more_titles or more_texts else []
    return lists, rest


def _cut(numbers: Numbers) -> tuple[str, str]:
    """The first of a list, and what follows."""
    if len(numbers) <= MOST_NUMBERS:
        return packed(numbers), ""
    first, rest = numbers[:MOST_NUMBERS], numbers[MOST_NUMBERS:]
    return packed(first) + CUT, packed(rest, first[-1])


def _common(files: Sequence[KeyFile]) -> dict[str, list[str]]:
    """The keys most often used, by each short prefix whose keys lie in more files than are read."""
    file_of = {key: number for number, file in enumerate(files) for key in file.keys}
    documents = {key: lists[0] for file in files for key, lists in file.lists.items()}
    found: dict[str, list[str]] = {}
    for length in range(1, _LONGEST_COMMON + 1):
        for prefix, keys in _by_prefix(file_of, length).items():
            if file_of[keys[-1]] - file_of[keys[0]] >= _FILES_READ:
                often = sorted(keys, key=lambda key: (-documents[key], key))
                found[prefix] = often[:_MOST_COMMON]
    return found


def _by_prefix(every: Iterable[str], length: int) -> Mapping[str, list[str]]:
    """The keys that are words, in their order, by their first letters."""
    found: dict[str, list[str]] = {}
    for key in filter(str.isalpha, every):
        found.setdefault(key[:length], []).append(key)
    return found
