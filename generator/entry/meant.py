"""Which choice a person means by what was typed, where a name stands there in more than one way.

A name may have its code beside it, words before it that say nothing more ("Mã thủ tục: …"), or be
shortened to first letters. Where a code and the name beside it are of two things, both are told.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.entry.cells import Unread
from generator.entry.choices import Choice, Choices, told
from generator.entry.initials import has_initials, is_short_for
from generator.entry.words import bare, clean

_SIGNS = re.compile(r"[\s–—:;,|/()\[\]-]+")
_LISTED = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[a-zđ]\))\s+", re.IGNORECASE)
_SEPARATORS = tuple(re.compile(sign) for sign in (r"[;\n]", ",", "/", r"[&+]", r"\bvà\b", r"\s-\s"))
"""What stands between names, that first which stands in no name."""
_LONGEST_LEAD = 8
_LONGEST = 500
"""What is longer than so many letters is looked at as one name: it has too many ends to try."""


def code_of(choices: Choices, typed: str, day: date | None = None) -> str:
    """The code that is meant. Raises Unread when nothing is called so, or several things are.

    Of several the one that is there on `day` is meant.
    """
    if found := choices.candidates(typed):
        return _the_one(found, typed, day)
    for found in (beside_code(choices, typed), _short(choices, typed)):
        if found:
            return _the_one(found, typed, day)
    if rest := _without_lead(choices, typed):
        try:
            return code_of(choices, rest, day)
        except Unread as unread:
            if unread.code not in ("choice-unknown", "choice-none"):
                raise
    if several := _several(choices, typed):
        if len({choice.code for choice in several}) == 1:
            return several[0].code
        raise Unread("choice-several", value=typed, candidates=told(several))
    if not choices.offered:
        raise Unread("choice-none", value=typed)
    raise Unread("choice-unknown", value=typed, candidates=choices.near(typed))


def codes_of(choices: Choices, typed: str, day: date | None = None) -> list[str]:
    """The codes of several names, whatever stands between them. Raises Unread."""
    try:
        return [code_of(choices, typed, day)]
    except Unread as unread:
        why = unread
    for number, (first, rest) in enumerate(_first_and_rest(typed)):
        try:
            code = code_of(choices, first, day)
        except Unread as unread:
            why = why if number else unread
            continue
        return [code, *codes_of(choices, rest, day)] if rest else [code]
    raise why


def _first_and_rest(typed: str) -> Iterator[tuple[str, str]]:
    """What was typed in two, at each sign that may stand between names, the surest sign first."""
    for separator in _SEPARATORS if len(typed) <= _LONGEST else ():
        for sign in separator.finditer(typed):
            if first := typed[: sign.start()].strip():
                yield first, typed[sign.end() :].strip()


def _the_one(found: Sequence[Choice], typed: str, day: date | None) -> str:
    if day and len(found) > 1:
        found = [choice for choice in found if choice.first <= day <= choice.last] or found
    codes = list(dict.fromkeys(choice.code for choice in found))
    if len(codes) > 1:
        raise Unread("choice-ambiguous", value=typed, candidates=told(found))
    return codes[0]


def _halves(typed: str) -> Iterator[tuple[str, str]]:
    """What was typed in two, at each blank and sign."""
    for sign in _SIGNS.finditer(typed) if len(typed) <= _LONGEST else ():
        left, right = typed[: sign.start()], typed[sign.end() :]
        if bare(left) and bare(right):
            yield left.strip("([ "), right.strip(")] ")


def beside_code(choices: Choices, typed: str) -> tuple[Choice, ...]:
    """The choice whose code and name stand there; none where no code does.

    Raises Unread where the code is of one thing and the name of another, or like none.
    """
    apart: Unread | None = None
    for left, right in _halves(clean(typed)):
        for code, around in ((left, right), (right, left)):
            beside = _without_lead(choices, around) or around
            coded = choices.by_code(code)
            if not coded or _has_code(choices, beside) or _several(choices, beside):
                continue
            named = choices.candidates(beside)
            if both := tuple(choice for choice in coded if choice in named):
                return both
            if not named and _is_like(choices, coded, beside):
                return coded
            why = "choice-code-name" if named else "choice-code-unlike"
            name = told(named) if named else beside
            apart = Unread(why, value=typed, number=code, is_of=told(coded), name=name)
    if apart:
        raise apart
    return ()


def _has_code(choices: Choices, name: str) -> bool:
    """True where a code stands alone, before other words or behind them."""
    ends = (end for half in _halves(name) for end in half)
    return any(choices.by_code(end) for end in (name, *ends))


def _is_like(choices: Choices, coded: Sequence[Choice], name: str) -> bool:
    """True of a name that says more or less than the code's own, and is like no other's as much."""
    if bare(name) in choices.heads:
        return True
    words = set(bare(name).split())
    shared = {
        choice: max(len(words & set(bare(known).split())) for known in choice.all_names)
        for choice in choices.all
    }
    own = [set(bare(known).split()) for choice in coded for known in choice.all_names]
    fits = any(words <= known or (len(known) > 1 and known <= words) for known in own if known)
    return fits and max(shared[choice] for choice in coded) == max(shared.values())


def _short(choices: Choices, typed: str) -> tuple[Choice, ...]:
    if not has_initials(typed):
        return ()
    return tuple(
        choice
        for choice in choices.all
        if any(is_short_for(typed, known) for known in (choice.shown, *choice.names))
    )


def _without_lead(choices: Choices, typed: str) -> str:
    """What was typed without words before a name, or its number in a list; empty where none is."""
    if listed := _LISTED.match(typed):
        return typed[listed.end() :]
    words = typed.split()
    for count in range(min(len(words) - 1, _LONGEST_LEAD), 0, -1):
        if bare(" ".join(words[:count])) in choices.heads:
            return " ".join(words[count:])
    return ""


def _several(choices: Choices, typed: str) -> list[Choice]:
    """The things that are meant where each part of what was typed names one; else none."""
    words = typed.split()
    halves = ([" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words)))
    for parts in (*(sign.split(typed) for sign in _SEPARATORS), *halves):
        found = [_alone(choices, part) for part in parts if part.strip()]
        if len(found) > 1 and all(found):
            return [some[0] for some in found]
    return []


def _alone(choices: Choices, part: str) -> tuple[Choice, ...]:
    """What a part names, with its code or without; none where nothing is called so."""
    try:
        return choices.candidates(part) or beside_code(choices, part)
    except Unread:
        return ()
