"""The city's own dictionary of short forms, `data/abbreviations.yaml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.setting_types import Settings

FILE = "abbreviations.yaml"
Reading = Annotated[
    str,
    StringConstraints(max_length=200),
    Field(title="cách đọc", description="how it is read", examples=["Ủy ban nhân dân"]),
]
Readings = dict[str, Reading]
Cue = Annotated[
    str,
    StringConstraints(max_length=100),
    Field(title="từ đi kèm", description="a word of the same sentence", examples=["tuyển sinh"]),
]
Meanings = dict[
    str,
    dict[
        Reading,
        Annotated[
            list[Cue],
            Field(title="các từ đi kèm của một cách đọc", examples=[["tuyển sinh", "sinh viên"]]),
        ],
    ],
]
_TITLE_ENDS = r"(?:\.\s?|,\s?|\s)"
_NAME = r"[^\W\d_a-zđ][^\W\d_]+\s+[^\W\d_a-zđ]"
_YEAR = r"(?:19|20)\d{2}(?![\w/]|[.,-]\d|\s+(?:đường|phố|ngõ|quốc lộ)\b)"
_FIRST_WORD = re.compile(r"[^\W\d_]*")
_PHONE = r"\(?(?:\+84|0)\d?[\d ().-]{7}|1[89]00[ .]?\d"


class Abbreviations(Settings):
    """How each short form is read. A form that is not here has no reading."""

    anywhere: Readings = Field(
        default_factory=dict,
        title="chữ viết tắt đọc như nhau ở mọi chỗ",
        examples=[{"UBND": "Ủy ban nhân dân"}],
    )
    """Short forms read alike everywhere, e.g. `UBND`."""
    by_context: Meanings = Field(
        default_factory=dict,
        title="chữ viết tắt có nhiều nghĩa, đọc theo các từ cùng câu",
        examples=[{"ĐH": {"đại học": ["tuyển sinh"], "đại hội": ["chi bộ"]}}],
    )
    """Short forms of several meanings: read where words of one of them stand in the sentence."""
    before_name: Readings = Field(
        default_factory=dict,
        title="chữ viết tắt có dấu chấm đứng trước tên riêng",
        examples=[{"P": "phường"}],
    )
    """Short forms with a full stop that are read so only before a proper name, e.g. `P`."""
    before_person: Readings = Field(
        default_factory=dict,
        title="học vị, chức danh viết tắt đứng trước họ tên",
        examples=[{"TS": "tiến sĩ"}],
    )
    """Titles, with or without a full stop, before a person's name: "PGS.TS. Lê Văn C"."""
    before_number: Readings = Field(
        default_factory=dict, title="chữ viết tắt đứng trước số", examples=[{"QL": "quốc lộ"}]
    )
    """Short forms read so only right before a number, e.g. `QL` in "QL1A"."""
    before_year: Readings = Field(
        default_factory=dict,
        title="chữ viết tắt đứng trước một năm",
        examples=[{"SN": "sinh năm"}],
    )
    """Short forms read so only before a year, whatever they are before other numbers: `SN`."""
    before_phone: Readings = Field(
        default_factory=dict,
        title="chữ viết tắt đứng trước số điện thoại",
        examples=[{"ĐT": "điện thoại"}],
    )
    """Short forms read so only before a telephone number, e.g. `ĐT`."""
    before_short_form: Readings = Field(
        default_factory=dict,
        title="chữ viết tắt đứng trước một chữ viết tắt khác",
        examples=[{"VP": "Văn phòng"}],
    )
    """Short forms read so only before one that is read everywhere: `VP` in "VP UBND"."""
    document_prefixes: Readings = Field(
        default_factory=dict, title="chữ hoa đứng trước số văn bản", examples=[{"MẪU": "mẫu"}]
    )
    """Words in capitals before a document's number, e.g. `MẪU` in "MẪU-101/QĐ-UBND"."""
    document_types: Readings = Field(
        default_factory=dict, title="loại văn bản trong ký hiệu", examples=[{"NĐ": "nghị định"}]
    )
    """Kinds of document in the first group of a symbol, e.g. `NĐ`."""
    document_bodies: Readings = Field(
        default_factory=dict,
        title="cơ quan ban hành trong ký hiệu",
        examples=[{"TTg": "Thủ tướng Chính phủ"}],
    )
    """Bodies that issue documents, e.g. `TTg`."""
    drafting_bodies: Readings = Field(
        default_factory=dict,
        title="đơn vị soạn thảo trong ký hiệu",
        examples=[{"TTr": "Thanh tra"}],
    )
    """The drafting body in the last group of an official letter's symbol: `TTr` is Thanh tra."""
    after_number: Readings = Field(
        default_factory=dict, title="đơn vị đo và dấu đứng sau số", examples=[{"km": "ki lô mét"}]
    )
    """Units and signs right after a number, e.g. `km`."""
    in_addresses: Readings = Field(
        default_factory=dict,
        title="chữ trong địa chỉ trang mạng, thư điện tử",
        examples=[{"gov": "gốp"}],
    )
    """The words that addresses of the web are made of, in small letters and without accents."""
    foreign_words: Readings = Field(
        default_factory=dict,
        title="từ nước ngoài và cách đọc",
        examples=[{"Internet": "in tơ nét"}],
    )
    """Words that are no Vietnamese syllable, and how to say them."""


@dataclass(frozen=True)
class ShortForms:
    """The patterns that find the short forms of a dictionary in a text."""

    anywhere: re.Pattern[str]
    """Any key of `anywhere`, the longest first, standing alone."""
    by_context: re.Pattern[str]
    """Any key of `by_context`, standing alone."""
    cues: dict[str, dict[str, str]]
    """For each of them, and each of its readings, the pattern of the words that go with it: most
    of them stand in no text, and are not compiled before one does."""
    before_name: re.Pattern[str]
    """A key of `before_name`, its full stop, blanks, and a word to come."""
    before_person: re.Pattern[str]
    """A key of `before_person`, perhaps more of them, and two words of a name to come."""
    before_number: re.Pattern[str]
    """A key of `before_number`, perhaps a full stop and a blank, and a digit to come."""
    before_year: re.Pattern[str]
    """A key of `before_year`, and a year to come that no street follows."""
    before_phone: re.Pattern[str]
    """A key of `before_phone`, and a telephone number to come."""
    before_short_form: re.Pattern[str]
    """A key of `before_short_form`, and one of `anywhere` to come."""
    after_number: re.Pattern[str]
    """A unit or sign after a number, perhaps after one blank: "90CV", "5 km", not "12 CV"."""
    first_words: frozenset[str]
    """The word that each key of the whole dictionary begins with."""


def short_forms(known: Abbreviations) -> ShortForms:
    """Compile the patterns of a dictionary."""
    return ShortForms(
        re.compile(rf"(?<!\w)(?:{_either(known.anywhere)})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{_either(known.by_context)})(?!\w)"),
        {short: _cues(readings) for short, readings in known.by_context.items()},
        re.compile(rf"(?<!\w)({_either(known.before_name)})\.\s*(?=\w)"),
        re.compile(
            rf"(?<!\w)({_either(known.before_person)}){_TITLE_ENDS}"
            rf"(?=(?:(?:{_either(known.before_person)}){_TITLE_ENDS}){{0,4}}{_NAME})"
        ),
        re.compile(rf"(?<!\w)({_either(known.before_number)})\.?\s?(?=\d)"),
        re.compile(rf"(?<!\w)({_either(known.before_year)})\.?:?\s?(?={_YEAR})"),
        re.compile(rf"(?<!\w)({_either(known.before_phone)})\.?\s?:?\s?(?={_PHONE})"),
        re.compile(
            rf"(?<!\w)({_either(known.before_short_form)})(?:\.\s?|\s)"
            rf"(?=(?:{_either(known.anywhere)})(?!\w))"
        ),
        re.compile(
            rf"(?:\s(?!(?:{_either(_of_two_meanings(known))})(?!\w)))?"
            rf"({_either(known.after_number)})(?!\w|-[^\W\da-zđ_])"
        ),
        frozenset(
            "".join(_FIRST_WORD.findall(key)[:1]) for _, readings in known for key in readings
        ),
    )


def _of_two_meanings(known: Abbreviations) -> list[str]:
    """Return the units that are other short forms, too: they must stick to their number."""
    return [
        unit
        for unit, words in known.after_number.items()
        if unit in known.by_context or known.anywhere.get(unit, words) != words
    ]


def _cues(readings: dict[str, list[str]]) -> dict[str, str]:
    """The pattern of the words that go with each reading, in whatever case they stand."""
    return {reading: rf"(?i)(?<!\w)(?:{_either(cues)})(?!\w)" for reading, cues in readings.items()}


def _either(written: Iterable[str]) -> str:
    """Write the keys as a regular expression; one that matches nothing when there are none."""
    keys = sorted(written, key=lambda key: (-len(key), key))
    return "|".join(re.escape(key) for key in keys) or r"(?!)"
