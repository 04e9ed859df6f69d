"""More than a thousand things that people type, each with the page that must come first.

They are made of the site itself: the titles of its pages, typed in every way; the codes and names
of its records; and everyday words, which a person wrote down.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

from browser.keys_of import telex, vni
from generator.model.text import fold
from worlds.searched import Searched
from worlds.shipped import shipped_edition

EVERYDAY = Path(__file__).with_name("everyday_words.yaml")
"""What people call it, by the address of the page that they look for."""
_OLD_TONES = {
    **{f"o{new}": f"{old}a" for old, new in zip("òóỏõọ", "àáảãạ", strict=True)},
    **{f"o{new}": f"{old}e" for old, new in zip("òóỏõọ", "èéẻẽẹ", strict=True)},
    **{f"u{new}": f"{old}y" for old, new in zip("ùúủũụ", "ỳýỷỹỵ", strict=True)},
}
_I_FOR_Y = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))


def _moved_tone(title: str) -> str:
    """Each tone on the other vowel: hòa as hoà."""
    moved = {old: new for new, old in _OLD_TONES.items()}
    ends = "|".join(moved)
    return re.sub(rf"(?i)(?<!q)(?:{ends})\b", lambda found: moved[found[0].lower()], title)


def _i_for_y(title: str) -> str:
    return re.sub(r"(?i)\b([hklmst])([yỳýỷỹỵ])\b", lambda f: f[1] + _I_FOR_Y[f[2].lower()], title)


def _half(title: str) -> str:
    """Without accents, and of the last word only the first letters."""
    words = fold(title).split()
    return " ".join([*words[:-1], words[-1][: max(2, len(words[-1]) - 2)]])


WAYS: Mapping[str, Callable[[str], str]] = {
    "as it is": str,
    "no accents": fold,
    "decomposed": lambda title: unicodedata.normalize("NFD", title),
    "capitals": str.upper,
    "Telex": telex,
    "VNI": vni,
    "half": _half,
    "the other place of tones": _moved_tone,
    "i for y": _i_for_y,
}
"""How a title is typed."""


def titled(searched: Searched) -> dict[str, str]:
    """The address of each page by its title, where no other page says the same."""
    pages = [(title, url) for url, title, *_ in searched.documents if "#" not in url]
    twins = Counter(fold(title) for title, _ in pages)
    return {title: url for title, url in pages if twins[fold(title)] == 1 and len(title) < 90}


def corpus(searched: Searched) -> Iterator[tuple[str, str, str]]:
    """What is typed, the page that must come first, and of what kind the typing is."""
    titles = titled(searched)
    for kind, way in WAYS.items():
        typed = Counter(way(title) for title in titles)
        for title, url in titles.items():
            is_other = kind == "as it is" or way(title) != title
            if is_other and typed[way(title)] == 1:  # of two halves that are alike none is right
                yield way(title), url, kind
    yield from _codes()
    yield from _people()
    for url, typed in yaml.safe_load(EVERYDAY.read_text("utf-8")).items():
        yield from ((words, url, "everyday words") for words in typed)


def _codes() -> Iterator[tuple[str, str, str]]:
    edition = shipped_edition()
    for procedure in edition.procedures:
        code = procedure.procedure_id
        url = f"thu-tuc/{code.replace('.', '-')}/"
        yield from ((typed, url, "a code") for typed in (code, code.partition(".")[2]))
    conduct = {"phe-binh": edition.criticisms, "neu-guong": edition.commendations}
    numbers = Counter(record.decision_no for records in conduct.values() for record in records)
    for section, records in conduct.items():
        for record in records:
            url = f"{section}/{record.record_id}/"
            yield record.record_id, url, "a code"
            yield record.record_id.upper(), url, "a code"
            if record.decision_no and numbers[record.decision_no] == 1:
                yield record.decision_no, url, "a document"
                yield record.decision_no.partition("/")[0], url, "half a document"


def _people() -> Iterator[tuple[str, str, str]]:
    """People in force, each named by one record alone."""
    edition = shipped_edition()
    conduct = {"phe-binh": edition.criticisms, "neu-guong": edition.commendations}
    records = [(section, each) for section, some in conduct.items() for each in some]
    people = [
        (s, each) for s, each in records if each.subject_kind == "person" and each.subject_name
    ]
    named = Counter(each.subject_name for _, each in people)
    for section, record in people:
        if named[record.subject_name] == 1:
            for typed in (record.subject_name, fold(record.subject_name)):
                yield typed, f"{section}/{record.record_id}/", "a person"
