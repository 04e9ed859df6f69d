"""The city's own dictionary of short forms, `data/abbreviations.yaml`."""

import re
from dataclasses import dataclass

from pydantic import Field

from generator.model.settings import Settings

FILE = "abbreviations.yaml"
Readings = dict[str, str]


class Abbreviations(Settings):
    """How each short form is read. A form that is not here has no reading."""

    anywhere: Readings = Field(default_factory=dict)
    """Short forms read alike everywhere, e.g. `UBND`."""
    before_name: Readings = Field(default_factory=dict)
    """Short forms with a full stop that are read so only before a proper name, e.g. `P`."""
    before_number: Readings = Field(default_factory=dict)
    """Short forms read so only right before a number, e.g. `QL` in "QL1A"."""
    document_prefixes: Readings = Field(default_factory=dict)
    """Words in capitals before a document's number, e.g. `MẪU` in "MẪU-101/QĐ-UBND"."""
    document_types: Readings = Field(default_factory=dict)
    """Kinds of document in the first group of a symbol, e.g. `NĐ`."""
    document_bodies: Readings = Field(default_factory=dict)
    """Bodies that issue documents, e.g. `TTg`."""
    drafting_bodies: Readings = Field(default_factory=dict)
    """The drafting body in the last group of an official letter's symbol: `TTr` is Thanh tra."""
    after_number: Readings = Field(default_factory=dict)
    """Units and signs right after a number, e.g. `km`."""
    foreign_words: Readings = Field(default_factory=dict)
    """Words that are no Vietnamese syllable, and how to say them."""


@dataclass(frozen=True)
class ShortForms:
    """The patterns that find the short forms of a dictionary in a text."""

    anywhere: re.Pattern[str]
    """Any key of `anywhere`, the longest first, standing alone."""
    before_name: re.Pattern[str]
    """A key of `before_name`, its full stop, blanks, and a word to come."""
    before_number: re.Pattern[str]
    """A key of `before_number`, perhaps a full stop and a blank, and a digit to come."""
    after_number: re.Pattern[str]
    """A unit or sign after a number, perhaps after one blank."""


def short_forms(known: Abbreviations) -> ShortForms:
    """Compile the patterns of a dictionary."""
    return ShortForms(
        re.compile(rf"(?<!\w)(?:{_either(known.anywhere)})(?!\w)"),
        re.compile(rf"(?<!\w)({_either(known.before_name)})\.\s*(?=\w)"),
        re.compile(rf"(?<!\w)({_either(known.before_number)})\.?\s?(?=\d)"),
        re.compile(rf"\s?({_either(known.after_number)})(?!\w)"),
    )


def _either(readings: Readings) -> str:
    """Write the keys as a regular expression; one that matches nothing when there are none."""
    keys = sorted(readings, key=lambda key: (-len(key), key))
    return "|".join(re.escape(key) for key in keys) or r"(?!)"
