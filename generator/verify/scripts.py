"""Scripts held against one another: every form says the same sentences, of records that stand."""

import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from zipfile import ZipFile

from generator.model.archives import UNREADABLE
from generator.model.made_files import (
    DOCUMENT,
    IN_FORCE,
    ONLY_SENTENCES,
    SPOKEN,
    TELLS_OF_ENDS,
    WITH_HEADS,
)
from generator.model.page_marks import plain
from generator.model.site_paths import BULLETINS, MOST_UNPACKED_BYTES
from generator.model.verify_words import said
from generator.verify.finding import Finding
from generator.verify.records import PublishedRow
from generator.verify.sealed_rows import SealedRows
from generator.verify.site import Site

_TAG = re.compile(r"<[^<>]*>")
_DIRECTION = re.compile(r"\[[^\]]{0,80}\]|\([^)]{0,40}\)")


@dataclass(frozen=True)
class Spoken:
    """What a script's data say: its sentences, what else may stand in it, records by kind."""

    sentences: tuple[str, ...]
    others: frozenset[str]
    records: tuple[tuple[str, str], ...]
    is_void: bool


def script_faults(site: Site, sealed: SealedRows) -> Iterator[Finding]:
    """Forms of a script that say something else, and records that it may not name."""
    for path in site.paths:
        if not _is_script(site, path):
            continue
        if (spoken := _spoken(site.read(path))) is None:
            yield Finding(path, said("script-unread"))
            continue
        yield from _named(sealed, path, spoken)
        yield from _other_forms(site, path.removesuffix(".json"), spoken)


def _is_script(site: Site, path: str) -> bool:
    if not (path.startswith(BULLETINS) and path.endswith(".json")):
        return False
    return site.has(f"{path.removesuffix('.json')}{SPOKEN}")


def _spoken(content: bytes) -> Spoken | None:
    try:
        script = json.loads(content)
        items = [(item, str(item["kind"])) for item in script["items"]]
        return Spoken(
            tuple(plain(str(text)) for item, _ in items for text in item["sentences"]),
            frozenset(
                str(words).lower()
                for words in (
                    *(item[name] for item, _ in items for name in ("voice", "voice_id")),
                    *(script[name] for name in ("first_line", "last_line")),
                )
                if words
            ),
            tuple((kind, str(record)) for item, kind in items for record in item["record_ids"]),
            bool(script["void_since"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _named(sealed: SealedRows, path: str, spoken: Spoken) -> Iterator[Finding]:
    for kind, record in spoken.records:
        row = sealed.row_of_record(record)
        if row is None:
            yield Finding(path, said("script-record", record=record))
        elif not (spoken.is_void or kind in TELLS_OF_ENDS or _stands(row)):
            yield Finding(path, said("script-ended", record=record))


def _stands(row: PublishedRow) -> bool:
    return row.get("standing", IN_FORCE) == IN_FORCE


def _other_forms(site: Site, start: str, spoken: Spoken) -> Iterator[Finding]:
    for ending in (*ONLY_SENTENCES, *WITH_HEADS, DOCUMENT):
        path = f"{start}{ending}"
        if not site.has(path):
            continue
        rest = _beside(_text(path, site.read(path)), spoken.sentences)
        if rest is None or (ending in ONLY_SENTENCES and not _is_known(rest, spoken.others)):
            yield Finding(path, said("script-other", script=f"{start}.json"))


def _text(path: str, content: bytes) -> str:
    if path.endswith(DOCUMENT):
        try:
            with ZipFile(io.BytesIO(content)) as archive:
                text = archive.getinfo("word/document.xml")
                content = archive.read(text) if text.file_size <= MOST_UNPACKED_BYTES else b""
        except (KeyError, *UNREADABLE):  # a document without its text, or none
            return ""
    return plain(unescape(_TAG.sub(" ", content.decode("utf-8", "replace"))))


def _beside(text: str, sentences: Sequence[str]) -> str | None:
    """What stands in a text beside the sentences, each found after the one before; None when one
    is not there."""
    at, rest = 0, []
    for sentence in sentences:
        place = text.find(sentence, at)
        if place < 0:
            return None
        rest.append(text[at:place])
        at = place + len(sentence)
    return " ".join((*rest, text[at:]))


def _is_known(rest: str, others: frozenset[str]) -> bool:
    left = _DIRECTION.sub(" ", rest).lower()
    for words in sorted(others, key=len, reverse=True):
        left = left.replace(words, " ")
    return not re.search(r"\w", left)
