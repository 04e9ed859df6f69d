"""A name that has ended is gone in any writing, from its record and that record's corrections."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.open_texts import open_columns
from generator.datafolder.load import load_contract
from generator.model.anonymise import REMOVED, inseparable, nameless
from generator.model.datasets import Collections, name_of
from generator.model.policy_settings import Policy
from generator.model.public import public_criticisms
from generator.model.record import Record
from generator.model.records import Correction, Criticism
from generator.model.text import fold, nfc
from worlds.small import SMALL

NAME = "Quách Văn Khuê"
CONTRACT = load_contract(SMALL)[0]
assert CONTRACT
POLICY = Policy(
    naming_months=12,
    reply_days=5,
    percentile_min_count=30,
    same_day_cutoff="15:00",
)


def texts_of(kind: type[Record]) -> list[str]:
    """The columns of a dataset into which anything can be typed, but the name's own."""
    return sorted(open_columns(CONTRACT.dataset(name_of(kind))) - {"subject_name"})


def ended(**cells: str):
    """What is shown of a criticism whose naming has ended, and of its correction."""
    row = dict.fromkeys(("violation", "found_by", "clause"), "đã xem") | {
        "record_id": "pb-2018-001",
        "subject_kind": "person",
        "unit_id": "p-mot",
        "found_on": "2018-04-02",
        "measure": "criticism",
        "status": "approved",
        "approved_on": "2018-04-10",
    }
    told = {"record_id": "pb-2018-001", "kind": "corrected", "published_on": "2018-05-01"}
    own = {name: cells[name] for name in ("reason", "text", "said") if name in cells}
    correction = Correction.model_validate({"reason": "", "text": ""} | told | own)
    criticism = {name: cell for name, cell in cells.items() if name not in own}
    record = Criticism.model_validate(row | criticism)
    held = Collections(criticisms=(record,), corrections=(correction,))
    return public_criticisms(held, POLICY, date(2030, 1, 1))[0]


FAMILIES = ("Quách", "Nguyễn", "Lò", "Hồ", "Vi", "Giàng", "Trương", "Mai")
MIDDLES = ("Văn", "Thị", "Gia", "Mí", "Ngọc", "Hữu")
BEGINS = ("Kh", "Ng", "Tr", "Th", "B", "Đ", "L", "Qu", "Gi", "Ph", "X")
ENDS = ("uê", "oàn", "ượng", "ích", "iệp", "ắng", "ễn", "ộc", "ẫm", "ọa")
WORDS_TOO = ("Hà", "Bình", "Minh", "Hòa", "Thanh", "Sơn", "Hiền", "Hương", "Công", "Lan")
GIVEN = st.sampled_from(WORDS_TOO) | st.builds(
    lambda begin, end: nfc(begin + end), st.sampled_from(BEGINS), st.sampled_from(ENDS)
)
NAMES = st.builds(
    lambda *parts: " ".join(part for part in parts if part),
    st.sampled_from(FAMILIES),
    st.sampled_from(("", *MIDDLES)),
    GIVEN,
)
WRITINGS: dict[str, Callable[[str, str, str], str]] = {
    "whole": lambda family, middle, name: f"{family} {middle} {name}",
    "title": lambda family, middle, name: f"Trưởng phòng {name}",
    "teacher": lambda family, middle, name: f"thầy {name}",
    "kin": lambda family, middle, name: f"Bác {name}",
    "school": lambda family, middle, name: f"cô giáo {name}",
    "short form": lambda family, middle, name: f"Đ/c {name}",
    "capitals": lambda family, middle, name: f"Ông {name.upper()}",
    "all capitals": lambda family, middle, name: f"{family} {middle} {name}".upper(),
    "small": lambda family, middle, name: f"{family} {middle} {name}".lower(),
    "two": lambda family, middle, name: f"{middle} {name}" if middle else f"{family} {name}",
    "ends": lambda family, middle, name: f"{family} {name}",
    "alone": lambda family, middle, name: name,
    "initial": lambda family, middle, name: f"{family} {middle[:1] or 'V'}. {name}",
    "initials": lambda family, middle, name: f"{family[0]}. {name}",
    "two blanks": lambda family, middle, name: f"ông  {middle}\u00a0 {name}",
    "decomposed": lambda family, middle, name: unicodedata.normalize("NFD", f"ông {name}"),
    "hidden": lambda family, middle, name: f"{family} {name[0]}\u200b{name[1:]}",
    "strokes": lambda family, middle, name: f"{family}-{middle}-{name}",
}
FRAMES = ("{} nhận lỗi", "Đã nhắc nhở {}", "biên bản về {}, hai trang", "vắng: {}; đã báo", "({})")


def is_left(text: str, name: str) -> bool:
    """True when a text holds the given name with a capital, or family and given name at all."""
    plain = "".join(x for x in nfc(text) if unicodedata.category(x) != "Cf")
    last = name.split()[-1]
    words = set(re.findall(r"\w+", plain))
    whole = re.compile(r"\W*".join(map(fold, name.split())))
    return bool(words & {last, last.upper()}) or whole.search(fold(plain)) is not None


LAW = settings(max_examples=300, deadline=None, derandomize=True)


@LAW
@given(
    name=NAMES,
    writing=st.sampled_from(sorted(WRITINGS)),
    frame=st.sampled_from(FRAMES),
    column=st.sampled_from([*texts_of(Criticism), *texts_of(Correction)]),
)
def test_nothing_is_left_of_a_name_that_ended(
    name: str, writing: str, frame: str, column: str
) -> None:
    family, *middle, last = name.split()
    text = frame.format(WRITINGS[writing](family, "".join(middle), last))
    record = ended(subject_name=name, **{column: text})
    told = repr(record.model_dump())
    assert not is_left(told, name), (text, told)


@pytest.mark.parametrize("text", ["Ông {} đi muộn", "đ/c {} trực", "Mr. {} was late"])
def test_the_family_alone_goes_behind_a_word_of_address(text: str) -> None:
    assert nameless(text.format("Quách"), "Quách Văn Khuê") == text.format(REMOVED)
    for other in ("Quách Thị Lan", "Hồ Văn Tú", "Quân"):
        assert nameless(text.format(other), "Quách Văn Khuê") == text.format(other)


@pytest.mark.parametrize(
    "text", ["Ông Lê Văn Cường", "xã Khuê Ngọc Điền", "phòng khuê các", "K. 1"]
)
def test_what_is_of_something_else_stays(text: str) -> None:
    assert nameless(text, NAME) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Trần Minh", "Minh bạch hóa thủ tục"),
        ("Lê Thị Hà", "Hà Nội, Hà Trung"),
        ("Lê Văn Bình", "phường Tân Bình; Bình thường"),
        ("Vũ Thị Hòa", "Hòa giải cơ sở"),
        ("Đỗ Công An", "Công an phường"),
        ("Lê Văn Nam", "Mặt trận Tổ quốc Việt Nam, phường Nam Ngạn"),
        ("Hồ Thị Thanh", "Thanh tra thành phố Thanh Hóa"),
    ],
)
def test_words_and_places_that_are_like_a_name_stay(name: str, text: str) -> None:
    assert nameless(text, name) == text and not inseparable(text, name)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (NAME, "các hộ ở Ngọc Khuê", "Ngọc Khuê"),
        ("Lê Văn Bình", "Tân Bình có ba tổ", "Tân Bình"),
        ("Bùi Thị Hai", "Hai cán bộ vắng", "Hai"),
        ("Hồ Thị Thu", "Thu lệ phí của 11 người", "Thu"),
    ],
)
def test_what_cannot_be_told_apart_is_said(name: str, text: str, words: str) -> None:
    assert inseparable(text, name) == words
    assert REMOVED in nameless(text, name)


@pytest.mark.parametrize("written", ["Ông KHUÊ", "Khuê đi muộn", "KHUÊ ĐI MUỘN", "Theo Khuê nói"])
def test_what_is_plainly_the_name_is_no_finding(written: str) -> None:
    assert not inseparable(written, NAME)


@given(st.text(st.sampled_from("(\\[*+?. aÂ<'-"), max_size=9))
def test_a_name_may_be_written_with_any_signs(name: str) -> None:
    assert nameless("Số 12/TB-MAU", f"{name}Khuê") == "Số 12/TB-MAU"
