"""What a person answers to the questions of an export."""

import re
from collections.abc import Sequence

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.words import Word, is_code
from generator.entry.cells import Unread as NotUnderstood
from generator.entry.choices import Choice, Choices
from generator.entry.meant import code_of
from generator.model.dossier_mapping import DossierMapping, Rule

__all__ = ["LEFT_OUT", "NotUnderstood", "read_answer", "rule_answered"]
__all__ = ["LEFT_OUT", "NotUnderstood", "read_answer", "rule_answered"]
LEFT_OUT = "bỏ"
"""What is answered of rows that are no dossiers."""


def read_answer(desk: DossierDesk, mapping: DossierMapping, word: Word, typed: str) -> str:
    """The value that is meant: by its number in the list of near ones, its name or its code.

    A code of a procedure that is not known yet is taken as it is. Raises NotUnderstood.
    """
    typed = typed.strip()
    if typed.lower() == LEFT_OUT:
        return LEFT_OUT
    near = _numbered(word.near, typed)
    if near:
        return near.code
    if mapping.new_procedures and is_code(desk, word.column, typed):
        return typed
    choices = word.column.column.choices or Choices(())
    return code_of(choices, typed)


def _numbered(choices: Sequence[Choice], typed: str) -> Choice | None:
    """The choice of that number, counted from 1."""
    if not re.fullmatch(r"[1-9]\d?", typed, re.ASCII) or int(typed) > len(choices):
        return None
    return choices[int(typed) - 1]


def rule_answered(desk: DossierDesk, column: str, labels: Sequence[str], typed: str) -> Rule:
    """The rule of a column of which a person has said where it comes from.

    That is the number of a column of the export, its name, or one value for all dossiers. Raises
    NotUnderstood.
    """
    typed = typed.strip()
    if re.fullmatch(r"[1-9]\d{0,2}", typed, re.ASCII) and int(typed) <= len(labels):
        return Rule(headings=(labels[int(typed) - 1],))
    if typed in labels:
        return Rule(headings=(typed,))
    choices = desk.entry.column(column).choices
    if choices is None:
        raise NotUnderstood("choice-unknown", value=typed, candidates="; ".join(labels))
    return Rule(blank=code_of(choices, typed))
