"""What the words of an export mean: each different text once, by the mapping and by the records."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.plan import Plan, PlannedColumn
from generator.entry.cells import Unread, sentence
from generator.entry.choices import Choice
from generator.entry.fonts import font_of, in_unicode
from generator.entry.meant import beside_code
from generator.entry.read import read_cell
from generator.entry.words import clean, same
from generator.model.datasets import name_of
from generator.model.records import Procedure

Kind = Literal["meant", "left-out", "question", "unread"]

MARKS = "-–:;,.()[]"
"""What stands between a code and a name in one cell."""


@dataclass(frozen=True)
class Meaning:
    """A value of the files, of the days on which it is meant."""

    value: str
    first: date = date.min
    last: date = date.max


@dataclass(frozen=True)
class Word:
    """One text of a column: in how many rows it stands and what it means, or why that is unknown.

    `near` are the known names that are most like it; `is_new` says that it names a procedure that
    the records do not have.
    """

    column: PlannedColumn
    text: str
    count: int
    kind: Kind
    meanings: tuple[Meaning, ...] = ()
    why: str = ""
    near: tuple[Choice, ...] = ()
    is_new: bool = field(default=False)


def words_of(
    desk: DossierDesk, plan: Plan, counts: Mapping[str, Mapping[str, int]]
) -> tuple[Word, ...]:
    """The words of every column that is read so; `counts` are rows by column and text."""
    font = font_of({text for texts in counts.values() for text in texts})
    return tuple(
        _Reader(desk, plan, column, font).word(text, count)
        for column in plan.of("word")
        for text, count in sorted(counts.get(column.name, {}).items(), key=lambda item: -item[1])
    )


class _Reader:
    """What reads the words of one column."""

    def __init__(
        self, desk: DossierDesk, plan: Plan, column: PlannedColumn, font: str | None
    ) -> None:
        self.column, self.font = column, font
        self.desk, self.may_be_new = desk, bool(plan.mapping.new_procedures)
        self.left_out = {same(text) for text in column.rule.left_out}
        self.values = {same(text): value for text, value in column.rule.values.items()}

    def word(self, text: str, count: int) -> Word:
        """What a text means."""
        try:
            typed = " ".join(clean(in_unicode(text, self.font)).split())
        except Unread as unread:
            return Word(self.column, text, count, "unread", why=str(unread))
        if not typed:
            return self._meant(text, count, self.column.rule.blank or "")
        if same(typed) in self.left_out:
            return Word(self.column, text, count, "left-out")
        answer = self.values.get(same(typed))
        return self._read(text, answer or typed, count, is_answer=bool(answer))

    def _read(self, text: str, typed: str, count: int, *, is_answer: bool) -> Word:
        choices = self.column.column.choices
        if choices is None:
            return self._plain(text, typed, count)
        found = choices.candidates(typed)
        try:
            found = found or beside_code(choices, typed)
        except Unread as unread:
            if unread.code == "choice-code-name":
                return Word(self.column, text, count, "question", near=choices.nearest(typed))
        by_code = {choice.code: Meaning(choice.code, choice.first, choice.last) for choice in found}
        if len(by_code) == 1:
            return self._meant(text, count, next(iter(by_code)))
        if by_code and _are_apart(by_code.values()):
            return Word(self.column, text, count, "meant", _in_turn(by_code.values()))
        code = code_in(self.desk, self.column, typed)
        if code and code != typed:
            return self._read(text, code, count, is_answer=is_answer)
        if self.may_be_new and code:
            meaning = (Meaning(typed),)
            return Word(self.column, text, count, "meant", meaning, is_new=True)
        if self.column.rule.otherwise and not is_answer and not by_code:
            return self._meant(text, count, self.column.rule.otherwise)
        near = found if by_code else choices.nearest(typed)
        return Word(self.column, text, count, "question", near=near)

    def _plain(self, text: str, typed: str, count: int) -> Word:
        try:
            return self._meant(text, count, read_cell(self.column.column, typed))
        except Unread as unread:
            return Word(self.column, text, count, "unread", why=str(unread))

    def _meant(self, text: str, count: int, value: str) -> Word:
        """A word with its value; a value of a rule may be a name as well."""
        choices = self.column.column.choices
        if value and choices:
            codes = {choice.code for choice in choices.candidates(value)}
            if len(codes) != 1:
                why = sentence("choice-unknown", {"value": value, "candidates": _told(self.column)})
                return Word(self.column, text, count, "unread", why=why)
            value = codes.pop()
        return Word(self.column, text, count, "meant", (Meaning(value),))


def is_code(desk: DossierDesk, column: PlannedColumn, typed: str) -> bool:
    """True of what may be the code of a procedure, in a column that names procedures."""
    procedures = desk.contract.dataset(name_of(Procedure))
    pattern = procedures.field(procedures.primary_key[0]).pattern
    names_them = any(
        key.field == column.name and key.reference == procedures.name
        for key in desk.dataset.foreign_keys
    )
    return names_them and bool(pattern and re.search(pattern, typed))


def code_in(desk: DossierDesk, column: PlannedColumn, typed: str) -> str:
    """The one word that may be the code of a procedure; empty where there is none, or several."""
    words = (word.strip(MARKS) for word in typed.split())
    codes = {word for word in words if is_code(desk, column, word)}
    return codes.pop() if len(codes) == 1 else ""


def _are_apart(meanings: Iterable[Meaning]) -> bool:
    """True when no day lies in two of them."""
    ordered = sorted(meanings, key=lambda meaning: meaning.first)
    return all(one.last < other.first for one, other in pairwise(ordered))


def _in_turn(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    """Meanings that follow one another, each until the day before the next: of any day is one."""
    ordered = sorted(meanings, key=lambda meaning: meaning.first)
    firsts = [date.min, *(meaning.first for meaning in ordered[1:])]
    lasts = [*(first - timedelta(days=1) for first in firsts[1:]), date.max]
    return tuple(
        Meaning(meaning.value, first, last)
        for meaning, first, last in zip(ordered, firsts, lasts, strict=True)
    )


def _told(column: PlannedColumn) -> str:
    choices = column.column.choices
    return "; ".join(choice.shown for choice in choices.offered[:5]) if choices else ""
