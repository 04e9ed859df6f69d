"""One finding about the data, told to whoever has to mend it: on a screen, to GitHub, in JSON.

The sentences stand in `messages.yaml`, by code and language.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.model.folding import FEW, Fold, folded, in_order
from generator.model.laws import LAWS, Cited
from generator.model.own_yaml import own_yaml
from generator.model.problem import Problem
from generator.model.text import vn_percent

MESSAGES = Path(__file__).with_name("messages.yaml")
MAX_VALUE_LETTERS = 60
DAMAGED = "\ufffd"
"""The sign that stands where a conversion lost a letter."""
EXAMPLE_ROWS = FEW
LONG_NUMBER = re.compile(r"(\d{3})\d{6,}")
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def has_errors(problems: Sequence[Problem]) -> bool:
    """True when any finding forbids publication."""
    return any(problem.severity == "error" for problem in problems)


class _Language(NamedTuple):
    """How findings are told in a language: a sentence for each code, and the words around it."""

    code: str
    sentences: Mapping[str, str]
    words: Mapping[str, str]


def _language(code: str) -> _Language:
    texts = own_yaml(MESSAGES)
    sentences = {found: by_language[code] for found, by_language in texts["sentences"].items()}
    return _Language(code, sentences, texts["words"][code])


class _Told(str):
    """A value in a Vietnamese sentence: `{x:day}` writes ISO dates as 31/12/2018, moments as
    31/12/2018 lúc 14:30, `{x:quarter}` 2018-Q4 as IV/2018, `{x:count}` 2100 as 2.100,
    `{x:percent}` 33.3 as 33,3%.
    """

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if spec == "day":
            timed = re.sub(r"(?<=\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?", r" lúc \1", self)
            return re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3/\2/\1", timed)
        if spec == "quarter":
            return re.sub(r"(\d{4})-Q([1-4])", lambda q: f"{ROMAN[q[2]]}/{q[1]}", self)
        if spec == "percent":
            return vn_percent(float(self) / 100)
        return _counted(int(self), "vi") if spec == "count" else str(self)


def visible(text: str, limit: int = MAX_VALUE_LETTERS) -> str:
    """The text on one line, letters that cannot be seen written as ⟨U+200B⟩, cut to `limit`.

    Of a number as long as a citizen's only the beginning is told: reports travel further than
    the data does.
    """
    cut = text if len(text) <= limit else f"{text[: limit - 1]}…"
    return LONG_NUMBER.sub(r"\1***", "".join(_visible_letter(letter) for letter in cut))


def _visible_letter(letter: str) -> str:
    hidden = unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return f"⟨U+{ord(letter):04X}⟩" if hidden else letter


def message(problem: Problem, lang: str = "vi") -> str:
    """The whole sentence of a finding: where, what is wrong, what to do."""
    return _message(problem, _language(lang))


def _message(problem: Problem, told: _Language) -> str:
    values = {
        name: _Told(visible(value, MAX_VALUE_LETTERS if name in ("value", "other") else 1_000))
        for name, value in problem.values.items()
    }
    law = Cited(LAWS[problem.jurisdiction], problem.on, told.code)
    sentence = told.sentences[problem.code].format_map({**values, "law": law})
    where = _where(problem, told.words)
    return f"{where}: {sentence}" if where else sentence[:1].upper() + sentence[1:]


def _where(problem: Problem, words: Mapping[str, str]) -> str:
    parts = []
    if problem.row is not None:
        parts.append(words["row"].format(row=problem.row))
    if problem.field is not None:
        kind = "setting" if problem.file.endswith(".yaml") else "column"
        if "title" in problem.values:
            kind = "titled_column"
        title = problem.values.get("title", "")
        parts.append(words[kind].format(field=visible(problem.field), title=title))
    where = ", ".join(parts)
    return where[:1].upper() + where[1:]


def _line(fold: Fold, told: _Language) -> str:
    """One line for a cause, with the number and the first places of what is equal or follows."""
    line, words = _message(fold.first, told), told.words
    if fold.equal:
        rows = _rows((fold.first, *fold.equal))
        word = words["same_rows"] if ", " in rows else words["same"]
        line += " " + word.format(count=_counted(len(fold.equal) + 1, told.code), rows=rows)
    if fold.led:
        count, places = _counted(len(fold.led), told.code), _places(fold.led, words)
        line += " " + words["led"].format(count=count, places=places)
    return line


def _rows(problems: Sequence[Problem]) -> str:
    """The first rows of some findings in one file."""
    rows = list(dict.fromkeys(str(item.row) for item in problems if item.row is not None))
    return ", ".join(rows[:EXAMPLE_ROWS]) + (", …" if len(rows) > EXAMPLE_ROWS else "")


def _places(problems: Sequence[Problem], words: Mapping[str, str]) -> str:
    """The files of some findings, each with its first rows."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.file, []).append(problem)
    some = [
        words["rows_of"].format(file=visible(file), rows=rows) if (rows := _rows(found)) else file
        for file, found in files.items()
    ]
    return "; ".join(some[:EXAMPLE_ROWS]) + ("; …" if len(some) > EXAMPLE_ROWS else "")


def _counted(count: int, lang: str) -> str:
    return f"{count:,}".replace(",", ".") if lang == "vi" else f"{count:,}"


def render_text(problems: Sequence[Problem], lang: str = "vi") -> str:
    """The findings for a screen, file by file, each cause once, and how many there are."""
    told = _language(lang)
    if not problems:
        return told.words["none"]
    lines: list[str] = []
    file = None
    for fold in folded(problems):
        first = fold.first
        if first.file != file:
            file = first.file
            lines += ["", visible(file)] if lines else [visible(file)]
        lines.append(f"  {told.words[first.severity]} {_line(fold, told)} [{first.code}]")
    return "\n".join([*lines, "", _total(problems, told)])


def _total(problems: Sequence[Problem], told: _Language) -> str:
    words, lang = told.words, told.code
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    kind = ("total_both" if warnings else "total_errors") if errors else "total_warnings"
    total = words[kind].format(errors=_counted(errors, lang), warnings=_counted(warnings, lang))
    return f"{total} {words['unread']}" if any(problem.unread for problem in problems) else total


def render_json(problems: Sequence[Problem], lang: str = "vi") -> str:
    """Every finding as {code, severity, dataset, file, row, field, message, cause}.

    `cause` is the place of the finding that it follows from; null when it is one itself.
    """
    told = _language(lang)
    causes = {id(item): fold.first for fold in folded(problems) for item in fold.led}
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "dataset": problem.dataset,
            "file": problem.file,
            "row": problem.row,
            "field": problem.field,
            "message": _message(problem, told),
            "cause": _reference(causes.get(id(problem))),
        }
        for problem in in_order(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _reference(problem: Problem | None) -> dict[str, object] | None:
    if problem is None:
        return None
    return {name: getattr(problem, name) for name in ("code", "file", "row", "field")}


def render_github(problems: Sequence[Problem], lang: str = "vi", root: str = "data") -> str:
    """The findings as workflow commands of GitHub; `root` is the data folder in the repository."""
    told = _language(lang)
    return "\n".join(_annotation(fold, told, root) for fold in folded(problems))


def _annotation(fold: Fold, told: _Language, root: str) -> str:
    first = fold.first
    place = f"file={_property(f'{root}/{first.file}')},line={first.row or 1}"
    return f"::{first.severity} {place},title={_property(first.code)}::{_data(_line(fold, told))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
