"""Rules for addresses of the web and of mail, which are read by the words they are made of."""

import re

from generator.speech.reader.cursor import Cursor, Reading, Rule

_LABEL = r"[A-Za-z0-9-]{1,40}"
_ADDRESS = re.compile(
    rf"(?:https?://)?(?:www\.)?(?:({_LABEL}(?:\.{_LABEL}){{0,3}})@)?"
    rf"({_LABEL}(?:\.{_LABEL}){{0,4}}\.(?:vn|com|net|org|gov|edu|info))/?(?![\w/@-]|\.\w)",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"[bcdghklmnpqrstvx]{2,5}")


def web_address(cursor: Cursor) -> Reading | None:
    """Read "dichvucong.gov.vn" where each of its words is known; raises Unreadable elsewhere.

    Its letters carry no tones, so nobody can tell a word from them that is not in the dictionary;
    initials are spelled.
    """
    if cursor.before[-1:].isalnum():
        return None
    match = _ADDRESS.match(cursor.text, cursor.start)
    if match is None:
        return None
    known = cursor.abbreviations.in_addresses
    parts = [part for part in match.groups() if part]
    labels = {label for part in parts for label in part.lower().split(".")}
    words = {label: known.get(label) or _initials(label) for label in labels}
    if not all(words.values()):
        raise cursor.refuse()
    said = (" chấm ".join(words[label] for label in part.lower().split(".")) for part in parts)
    return Reading(" a còng ".join(said), len(match[0]))


def _initials(label: str) -> str:
    """Spell letters that are no word because they have no vowel: "tpth"."""
    return " ".join(label.upper()) if _NO_WORD.fullmatch(label) else ""


WEB_RULES: tuple[Rule, ...] = (web_address,)
