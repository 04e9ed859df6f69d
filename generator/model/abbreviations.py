"""The city's own dictionary of short forms, `data/abbreviations.yaml`."""

import re
from functools import cached_property, lru_cache

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

    @cached_property
    def anywhere_pattern(self) -> re.Pattern[str]:
        """Any key of `anywhere`, the longest first, standing alone."""
        return re.compile(rf"(?<!\w)(?:{_either(self.anywhere)})(?!\w)")

    @cached_property
    def before_name_pattern(self) -> re.Pattern[str]:
        """A key of `before_name`, its full stop, blanks, and a word to come."""
        return re.compile(rf"(?<!\w)({_either(self.before_name)})\.\s*(?=\w)")

    @cached_property
    def before_number_pattern(self) -> re.Pattern[str]:
        """A key of `before_number`, perhaps a full stop and a blank, and a digit to come."""
        return re.compile(rf"(?<!\w)({_either(self.before_number)})\.?\s?(?=\d)")

    @cached_property
    def after_number_pattern(self) -> re.Pattern[str]:
        """A unit or sign after a number, perhaps after one blank."""
        return re.compile(rf"\s?({_either(self.after_number)})(?!\w)")

    @cached_property
    def readings(self) -> dict[tuple[str, str], str]:
        """Texts read so far, by dialect and text: the check, a week's script, its short edition and
        the next build of this process read the same sentences."""
        return _readings(self.model_dump_json())


@lru_cache(maxsize=2)
def _readings(_dictionary: str) -> dict[tuple[str, str], str]:
    """What was read by a dictionary: texts read so far."""
    return {}


def _either(readings: Readings) -> str:
    """The keys as a regular expression; one that matches nothing when there are none."""
    keys = sorted(readings, key=lambda key: (-len(key), key))
    return "|".join(re.escape(key) for key in keys) or r"(?!)"
