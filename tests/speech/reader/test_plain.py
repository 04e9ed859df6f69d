"""Words read at a stride are read as the other rules read them one by one."""

import csv
import re

from hypothesis import given
from hypothesis import strategies as st

from generator.model.abbreviations import Abbreviations
from generator.model.own_yaml import own_yaml
from generator.model.speech import Speech
from generator.speech.reader.cursor import Cursor, Reading
from generator.speech.reader.read import WITH_LETTERS
from generator.speech.reader.rules_plain import plain_words
from worlds.paths import DATA, DATASETS

OTHERS = [rule for rule in WITH_LETTERS if rule is not plain_words]
SHIPPED = Abbreviations.model_validate(own_yaml(DATA / "abbreviations.yaml"))
ODD = Abbreviations(
    by_context={"vụ": {"vụ án": ["tòa"], "vụ mùa": ["lúa"]}},
    anywhere={"cán bộ cc": "cán bộ công chức", "tp": "thành phố", "ca": "công an"},
    before_name={"p": "phường", "ông": "ông"},
    before_number={"nhà": "nhà số", "sn": "số nhà"},
    before_year={"sinh": "sinh năm"},
    before_phone={"gọi": "gọi số"},
    before_short_form={"phòng": "Phòng"},
    before_person={"thầy": "thầy giáo"},
    document_types={"to": "tờ trình", "kh": "kế hoạch"},
    document_bodies={"trung": "Trung ương", "nghiêng": "nghiêng"},
    after_number={"ha": "héc ta", "tấn": "tấn"},
    foreign_words={"hai": "hai", "mít": "mít tinh"},
)
KEYS = [key for known in (SHIPPED, ODD) for _, readings in known for key in readings]
LINES = [
    row["written"]
    for name in ("official_lines.csv", "by_ear.csv", "spoken_cases.csv")
    for row in csv.DictReader((DATASETS / "spoken" / name).read_text("utf-8").splitlines())
]
WRITTEN = sorted({part for line in LINES for part in re.findall(r"\w+|[^\w\s]+", line)})
MORE = [
    "to 12/to-a",
    "trung 5",
    "an.vn",
    "ki-lô-mét",
    "x 3",
    "km 5",
    "b. có",
    "v.v",
    "a/b",
    "T2",
    "No",
    "Pắk",
]


def assert_read_as_by_the_others(text: str, speech: Speech) -> None:
    """At every place where words are read at a stride, one by one they are read the same."""
    for start in (blank.start() for blank in re.finditer(r"(?=\s)|(?<!\S)", text)):
        at_once = plain_words(Cursor(text, start, text[:start], speech))
        said, at = "", start
        while at_once and at < start + at_once.length:
            cursor = Cursor(text, at, text[:start] + said, speech)
            reading = next(found for rule in OTHERS if (found := rule(cursor)))
            said, at = said + reading.words, at + reading.length
        assert at_once is None or Reading(said, at - start) == at_once


def test_of_lines_of_officials() -> None:
    speech = Speech(SHIPPED, "north")
    for line in LINES:
        assert_read_as_by_the_others(line, speech)


PIECES = st.sampled_from([*WRITTEN, *KEYS, *MORE]) | st.sampled_from("0123 ,.;:/-–()")


@given(
    st.lists(PIECES, max_size=8),
    st.sampled_from([" ", ""]),
    st.sampled_from([SHIPPED, ODD]),
)
def test_of_anything_between_anything(pieces: list[str], joint: str, known: Abbreviations) -> None:
    assert_read_as_by_the_others(joint.join(pieces).strip(), Speech(known, "south"))
