"""Vietnamese as it comes out of a keyboard whose Vietnamese is turned off."""

import re
import unicodedata

from generator.model.text import nfc

_TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX_SIGNS = {"\u0302": None, "\u0306": "w", "\u031b": "w"}
_VNI_SIGNS = {"\u0302": "6", "\u0306": "8", "\u031b": "7"}


def telex(text: str) -> str:
    """`thủ tục` as `thur tucj`."""
    return _WORD.sub(lambda word: _typed(word[0], _TELEX, _TELEX_SIGNS, "dd"), nfc(text).lower())


def vni(text: str) -> str:
    """`thủ tục` as `thu3 tuc5`."""
    return _WORD.sub(lambda word: _typed(word[0], _VNI, _VNI_SIGNS, "d9"), nfc(text).lower())


_WORD = re.compile(r"[^\W_]+")


def _typed(word: str, tones: dict[str, str], signs: dict[str, str | None], bar: str) -> str:
    keys, tone = "", ""
    for mark in unicodedata.normalize("NFD", word):
        tone = tones.get(mark, tone)
        if mark in signs:
            keys += signs[mark] or keys[-1]
        elif mark not in tones:
            keys += bar if mark == "đ" else mark
    return keys + tone
