"""The city's own dictionary of short forms, `data/abbreviations.yaml`."""

import re

from pydantic import Field, PrivateAttr

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

    _anywhere: re.Pattern[str] = PrivateAttr()
    _before_name: re.Pattern[str] = PrivateAttr()
    _before_number: re.Pattern[str] = PrivateAttr()
    _after_number: re.Pattern[str] = PrivateAttr()

    def model_post_init(self, _context: object) -> None:
        """Compile the patterns that find the short forms in a text."""
        self._anywhere = re.compile(rf"(?<!\w)(?:{_either(self.anywhere)})(?!\w)")
        self._before_name = re.compile(rf"(?<!\w)({_either(self.before_name)})\.\s*(?=\w)")
        self._before_number = re.compile(rf"(?<!\w)({_either(self.before_number)})\.?\s?(?=\d)")
        self._after_number = re.compile(rf"\s?({_either(self.after_number)})(?!\w)")

    @property
    def anywhere_pattern(self) -> re.Pattern[str]:
        """Any key of `anywhere`, the longest first, standing alone."""
        return self._anywhere

    @property
    def before_name_pattern(self) -> re.Pattern[str]:
        """A key of `before_name`, its full stop, blanks, and a word to come."""
        return self._before_name

    @property
    def before_number_pattern(self) -> re.Pattern[str]:
        """A key of `before_number`, perhaps a full stop and a blank, and a digit to come."""
        return self._before_number

    @property
    def after_number_pattern(self) -> re.Pattern[str]:
        """A unit or sign after a number, perhaps after one blank."""
        return self._after_number


def _either(readings: Readings) -> str:
    """Write the keys as a regular expression; one that matches nothing when there are none."""
    keys = sorted(readings, key=lambda key: (-len(key), key))
    return "|".join(re.escape(key) for key in keys) or r"(?!)"
