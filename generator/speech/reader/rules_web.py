"""Rules for addresses of the web and of mail, which are read by the words they are made of."""

import re

from generator.speech.reader.cursor import Cursor, Reading, Rule

_LABEL = r"[A-Za-z0-9-]{1,40}"
_ADDRESS = re.compile(
    rf"(?:https?://)?(?:www\.)?(?:({_LABEL}(?:\.{_LABEL}){{0,3}})@)?"
    rf"({_LABEL}(?:\.{_LABEL}){{0,4}}\.(?:vn|com|net|org|gov|edu|info))/?(?![\w/@-]|\.\w)",
    re.IGNORECASE,
)


def web_address(cursor: Cursor) -> Reading | None:
    """Read "dichvucong.gov.vn" where each of its words is known; raises Unreadable elsewhere.

    Its letters carry no tones, so nobody can tell a word from them that is not in the dictionary.
    """
    if cursor.before[-1:].isalnum():
        return None
    match = _ADDRESS.match(cursor.text, cursor.start)
    if match is None:
        return None
    known = cursor.abbreviations.in_addresses
    parts = [part for part in match.groups() if part]
    if not all(label.lower() in known for part in parts for label in part.split(".")):
        raise cursor.refuse()
    said = (" chấm ".join(known[label.lower()] for label in part.split(".")) for part in parts)
    return Reading(" a còng ".join(said), len(match[0]))


WEB_RULES: tuple[Rule, ...] = (web_address,)
