"""Every number of every script of 2018, read back from its words, is one that its source holds."""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken_numbers import numbers_in, value_of

from generator.contract.bulletin import Bulletin, BulletinItem
from generator.contract.edition import Edition
from generator.contract.figures import Figure
from generator.contract.settings import Dialect
from generator.pipeline import make_edition
from generator.radio.spoken import decimal, integer
from generator.text import percent_value, quarter_end

DATA = Path(__file__).parent.parent / "data"
SAID_BY_THE_COLUMN = {Decimal(value) for value in (1, 9, 10)}
""" "một công chức", and "chín trong mười hồ sơ" of a percentile."""


@given(st.integers(0, 10**12), st.sampled_from(["north", "south"]))
def test_the_little_reader_reads_every_number_back(value: int, dialect: Dialect) -> None:
    assert value_of(integer(value, dialect)) == value


@given(st.decimals(0, 1000, places=2), st.sampled_from(["north", "south"]))
def test_and_every_decimal(value: Decimal, dialect: Dialect) -> None:
    assert value_of(decimal(value, dialect)) == value


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Ngày mùng bốn tháng tư năm hai nghìn không trăm mười tám", [4, 4, 2018]),
        ("thứ bảy, có năm hồ sơ, không có đơn", [5]),
        ("Chín mươi hai phẩy bốn phần trăm của quý ba", ["92.4", 3]),
        ("phường Ba Đình giải quyết một nghìn hai trăm linh năm hồ sơ", [1205]),
        ("trong năm ngày", [5]),
    ],
)
def test_numbers_are_found_in_sentences(sentence: str, numbers: list[object]) -> None:
    assert list(numbers_in(sentence)) == [Decimal(str(number)) for number in numbers]


@cache
def whole_year() -> Edition:
    return make_edition(DATA)


def written_numbers(text: str) -> set[Decimal]:
    """Numbers of a text: in digits (8/2018 is 8 and 2018), and in words."""
    digits = {
        Decimal(found.replace(".", "").replace(",", "."))
        for found in re.findall(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", text)
    }
    return digits | set(numbers_in(text))


def numbers_of(value: object) -> set[Decimal]:
    """Numbers of a record, whatever its fields hold: counts, days, texts and records."""
    if isinstance(value, date):
        return {Decimal(part) for part in (value.day, value.month, value.year)}
    if isinstance(value, str):
        return written_numbers(value)
    if isinstance(value, bool) or value is None:
        return set()
    if isinstance(value, int | float | Decimal):
        return {Decimal(str(value))}
    if is_dataclass(value) and not isinstance(value, type):
        return numbers_of([getattr(value, field.name) for field in fields(value)])
    if hasattr(value, "model_fields_set"):
        return numbers_of(list(dict(value).values()))
    return {number for part in value for number in numbers_of(part)} if _many(value) else set()


def _many(value: object) -> bool:
    return isinstance(value, list | tuple | set)


def of_figures(row: Figure, before: Figure | None) -> set[Decimal]:
    """The row's counts, its share on time as shown, and how it changed."""
    numbers = numbers_of(row)
    if row.on_time_share is not None:
        share = percent_value(row.on_time_share)
        numbers.add(share.normalize())
        if before and before.on_time_share is not None:
            numbers.add(abs(share - percent_value(before.on_time_share)).normalize())
    return numbers


def allowed(item: BulletinItem, bulletin: Bulletin, edition: Edition) -> set[Decimal]:
    """The numbers of what an item tells of: its records, the figures and deadlines of its day."""
    aired = bulletin.air_on
    if item.kind in ("greeting", "closing"):
        return numbers_of([aired, edition.city.radio.station, edition.city.radio.column])
    rows = [*edition.commendations, *edition.criticisms]
    told = [row for row in rows if row.record_id in item.record_ids]
    quarters = [name for name in edition.figures.quarters if quarter_end(name) < aired]
    numbers = numbers_of(told) | SAID_BY_THE_COLUMN | _counts(bulletin)
    numbers |= numbers_of([edition.unit(row.unit_id).name for row in told])
    if item.kind in ("timing", "lead_in") and quarters:
        numbers |= numbers_of([int(quarters[-1][:4]), int(quarters[-1][-1])])
    if item.kind == "timing":
        numbers |= _of_quarter(edition, quarters)
    if item.kind == "deadline":
        numbers |= _of_deadlines(edition, aired)
    if item.kind == "correction":
        numbers |= numbers_of([row.aired_at for row in edition.broadcasts])
    return numbers


def _counts(bulletin: Bulletin) -> set[Decimal]:
    """How many pieces of each kind the bulletin has, which its openings say."""
    items = {
        item.kind: [i for i in bulletin.items if i.kind == item.kind] for item in bulletin.items
    }
    counts = [max(len(of), sum(len(item.record_ids) for item in of)) for of in items.values()]
    counts += [
        sum(" là hạn " in sentence for item in bulletin.items for sentence in item.sentences)
    ]
    return {Decimal(count) for count in counts}


def _of_quarter(edition: Edition, quarters: Iterable[str]) -> set[Decimal]:
    latest, *earlier = list(quarters)[::-1]
    row = edition.figures.one(quarter=latest)
    before = edition.figures.one(quarter=earlier[0]) if earlier else None
    assert row is not None
    procedures = edition.figures.by("procedure", "quarter")
    days = {Decimal(p.p90_days or 0) for p in procedures if p.quarter == latest}
    return of_figures(row, before) | days


def _of_deadlines(edition: Edition, aired: date) -> set[Decimal]:
    due = [o for o in edition.figures.obligations if o.due_on and o.due_on > aired]
    open_reports = {
        (o.due_on, o.key.rpartition("/")[2]): 0 for o in due if o.dataset == "quarterly_reports"
    }
    for o in due:
        key = (o.due_on, o.key.rpartition("/")[2])
        if key in open_reports and (o.done_on is None or o.done_on > aired):
            open_reports[key] += 1
    quarters = {int(key[1][-1]) for key in open_reports}
    keys = {o.key for o in due}
    tasks = [row.task for row in edition.assignments if row.assignment_id in keys]
    days = [o.due_on for o in due]
    return numbers_of([days, list(open_reports.values()), list(quarters), tasks])


@pytest.mark.parametrize("week", [f"2018-W{number:02d}" for number in range(14, 53)])
def test_every_number_of_a_script_is_one_of_its_source(week: str) -> None:
    edition = whole_year()
    bulletin = next(item for item in edition.bulletins if item.bulletin_id == week)
    said = 0
    for item in bulletin.items:
        source = allowed(item, bulletin, edition)
        for sentence in item.sentences:
            for number in numbers_in(sentence):
                said += 1
                assert number.normalize() in {n.normalize() for n in source}, (item.kind, sentence)
    assert said > 5


PLACES = {
    "ended": r"giải quyết xong (.+) hồ sơ",
    "share": r"đúng hạn .*là (.+) phần trăm",
    "overdue": r"(?:Có|có) (.+?) hồ sơ trả kết quả quá hạn",
}


def test_the_quarters_figures_stand_where_the_sentence_says_they_stand() -> None:
    edition, seen = whole_year(), set()
    for bulletin in edition.bulletins:
        closed = [q for q in edition.figures.quarters if quarter_end(q) < bulletin.air_on]
        row = edition.figures.one(quarter=closed[-1]) if closed else None
        text = "\n".join(s for i in bulletin.items if i.kind == "timing" for s in i.sentences)
        for name, place in PLACES.items():
            for words in re.findall(place, text):
                assert row is not None
                assert row.on_time_share is not None
                figure = {
                    "ended": Decimal(row.ended_count),
                    "share": percent_value(row.on_time_share),
                    "overdue": Decimal(row.overdue_count),
                }[name]
                assert value_of(words.split(" phần trăm")[0]) == figure, (
                    bulletin.bulletin_id,
                    words,
                )
                seen.add(name)
    assert seen == set(PLACES)


def test_every_script_of_the_shipped_year_can_be_read_in_full() -> None:
    notes = [note for item in whole_year().bulletins for note in item.notes]
    assert [note for note in notes if "cách đọc" in note] == []
