"""Every number of every script of 2018, read back from its words, is one that its source holds."""

import csv
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edition.bulletin import Bulletin, BulletinItem
from generator.edition.edition import Edition
from generator.model.radio_settings import Dialect
from generator.model.text import quarter_end
from generator.radio.bulletin import make_bulletin
from generator.radio.items.registry import KIND_OF
from generator.radio.select.check_code import CHECK_CODE
from generator.speech.numbers import decimal, integer
from oracles.six_words import six_words
from oracles.spoken_figures import numbers_due, told_on, with_lists
from oracles.spoken_numbers import numbers_in, value_of
from worlds.paths import DATA
from worlds.shipped import shipped_edition

Fact = Decimal | tuple[int, int]
"""A number, or a day and its month, which only count together."""
SAID_BY_THE_COLUMN: set[Fact] = {Decimal(value) for value in (1, 2, 9, 10)}
""" "một công chức", "hai tuần tới", and "chín trong mười hồ sơ" of a percentile."""


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


SPOKEN_DAY = re.compile(
    r"ngày (?:mùng |mồng )?([\w ]+?) tháng "
    r"(mười một|mười hai|mười|một|hai|ba|tư|năm|sáu|bảy|tám|chín)"
    r"(?: năm (hai nghìn không trăm mười (?:bảy|tám|chín)))?(?!\w)",
    re.IGNORECASE,
)
WRITTEN_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?|(\d{4})-(\d\d)-(\d\d)")


def facts_said(sentence: str) -> list[Fact]:
    """The days and then the other numbers that a sentence says."""
    days: list[Fact] = []

    def take(match: re.Match[str]) -> str:
        month = Decimal(4) if match[2] == "tư" else value_of(match[2])
        days.append((int(value_of(match[1])), int(month)))
        return f"; năm {match[3]};" if match[3] else ";"

    rest = SPOKEN_DAY.sub(take, sentence)
    return [*days, *(number.normalize() for number in numbers_in(rest))]


def written_facts(text: str) -> set[Fact]:
    """Days and numbers of a text, in digits (8/2018 is 8 and 2018) and in words."""
    days: set[Fact] = set()

    def take(match: re.Match[str]) -> str:
        day, month = (match[1], match[2]) if match[1] else (match[6], match[5])
        days.add((int(day), int(month)))
        return f" {match[3] or match[4] or ''} "

    rest = WRITTEN_DAY.sub(take, re.sub(r"(\d{1,2})/(\d{4})", r"\1 \2", text))
    digits = {
        Decimal(found.replace(".", "").replace(",", ".")).normalize()
        for found in re.findall(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", rest)
    }
    return days | digits | {number.normalize() for number in numbers_in(rest)}


def facts_of(value: object) -> set[Fact]:
    """Days and numbers of a record, whatever its fields hold: counts, days, texts and records."""
    if isinstance(value, date):
        return {(value.day, value.month), Decimal(value.year)}
    if isinstance(value, str):
        return written_facts(value)
    if isinstance(value, bool) or value is None:
        return set()
    if isinstance(value, int | float | Decimal):
        return {Decimal(str(value)).normalize()}
    if is_dataclass(value) and not isinstance(value, type):
        return facts_of([getattr(value, field.name) for field in fields(value)])
    if hasattr(value, "model_fields_set"):
        return facts_of(list(dict(value).values()))
    many = isinstance(value, list | tuple | set)
    return {fact for part in value for fact in facts_of(part)} if many else set()  # type: ignore[attr-defined]


FIGURES = ("timing", "city_quarter")


def allowed(item: BulletinItem, bulletin: Bulletin, edition: Edition) -> set[Fact]:
    """The numbers of what an item tells of: its records, the figures and deadlines of its day."""
    aired = bulletin.air_on
    if item.kind in ("greeting", "closing"):
        radio = edition.city.radio
        wished = {fact for wish in radio.wishes for fact in facts_said(wish.words)}
        return wished | facts_of([aired, radio.station, radio.column, radio.air_time.hour])
    if item.kind == "reminder":
        return (
            facts_of([line.phone for line in edition.city.hotlines])
            | _of_deadlines(edition, aired)
            | _of_days_off(aired)
            | {Decimal(digit) for digit in range(10)}
        )
    rows = [*edition.commendations, *edition.criticisms]
    told = [row for row in rows if row.record_id in item.record_ids]
    quarters = [name for name in edition.figures.quarters if quarter_end(name) < aired]
    numbers = facts_of(told) | SAID_BY_THE_COLUMN | _counts(bulletin)
    numbers |= facts_of([edition.unit(row.unit_id).name for row in told])
    if item.kind == "follow_up":
        numbers |= {Decimal(row.decision_on.month) for row in told if row.decision_on}
    if item.kind == "lead_in" and quarters:
        numbers |= facts_of([int(quarters[-1][:4]), int(quarters[-1][-1])])
    if item.kind == "deadline":
        numbers |= _of_deadlines(edition, aired)
    if item.kind in KIND_OF and KIND_OF[item.kind].corrects:
        numbers |= facts_of([row.aired_at for row in edition.broadcasts])
    return numbers


def _counts(bulletin: Bulletin) -> set[Fact]:
    """How many pieces of each kind the bulletin has, which its openings say."""
    items = {
        item.kind: [i for i in bulletin.items if i.kind == item.kind] for item in bulletin.items
    }
    counts = [max(len(of), sum(len(item.record_ids) for item in of)) for of in items.values()]
    counts += [
        sum(" là hạn " in sentence for item in bulletin.items for sentence in item.sentences)
    ]
    return {Decimal(count) for count in counts}


def _of_deadlines(edition: Edition, aired: date) -> set[Fact]:
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
    return facts_of([days, list(open_reports.values()), list(quarters), tasks])


def _of_days_off(aired: date) -> set[Fact]:
    """The first run of working days off that begins within a week and a day, as the file has it.

    Its first and its last day are what is said, with the year where it is not that of the day.
    """
    with (DATA / "calendar.csv").open(encoding="utf-8", newline="") as rows:
        off = {row["date"] for row in csv.DictReader(rows) if row["status"] == "off"}
    days = [aired + timedelta(days=number) for number in range(1, 40)]
    working = [day for day in days if day.weekday() < 5]
    run: list[date] = []
    for day in working:
        if day.isoformat() in off:
            run.append(day)
        elif run:
            break
    if not run or (run[0] - aired).days > 8:
        return set()
    ends = {run[0], run[-1]}
    years = {Decimal(day.year) for day in ends if day.year != aired.year}
    return {(day.day, day.month) for day in ends} | years


def dictated(edition: Edition, aired: date) -> list[str]:
    """The words of the ledger's checkpoint as it stood on the day of airing, twice."""
    words = six_words(edition.ledger.chain.until(aired).checkpoint.text)
    threes = [f"{', '.join(three).capitalize()}." for three in (words[:3], words[3:])]
    begin = "Mời quý vị ghi lại mã đối chiếu của sổ công khai, gồm sáu từ."
    return [begin, *threes, "Xin nhắc lại.", *threes]


@pytest.mark.parametrize("week", [f"2018-W{number:02d}" for number in range(14, 53)])
def test_every_number_of_a_script_is_one_of_its_source(week: str) -> None:
    edition = shipped_edition()
    bulletin = next(item for item in edition.bulletins if item.bulletin_id == week)
    said = 0
    for item in bulletin.items:
        if item.kind in FIGURES:
            continue  # held to its very row below
        if item.kind == CHECK_CODE.name:
            assert list(item.sentences) == dictated(edition, bulletin.air_on)
            continue
        source = allowed(item, bulletin, edition)
        for sentence in item.sentences:
            for fact in facts_said(sentence):
                said += 1
                assert fact in source, (item.kind, sentence)
    assert said > 1


def test_every_figure_said_is_that_of_its_row() -> None:
    edition = shipped_edition()
    assert sum(figures_held_to_rows(bulletin, edition) for bulletin in edition.bulletins) > 300


@pytest.mark.parametrize("week", ["2018-W27", "2019-W01"])
def test_figures_are_told_in_whole_sentences_however_long_the_names_are(week: str) -> None:
    """The oracle knows no half sentence; names that make one too long have one of their own."""
    edition = shipped_edition()
    longer = replace(
        edition,
        units=tuple(
            unit.model_copy(update={"name": f"{unit.name} và Người có công"})
            if unit.kind == "division"
            else unit
            for unit in edition.units
        ),
        procedures=tuple(
            row.model_copy(update={"short_name": f"{row.short_name} theo yêu cầu"})
            for row in edition.procedures
        ),
    )
    bulletin = make_bulletin(longer, week)
    assert any(s.startswith("Đó là ") for s in _figures(bulletin))
    assert figures_held_to_rows(bulletin, longer)


def figures_held_to_rows(bulletin: Bulletin, edition: Edition) -> int:
    """How many figures of a bulletin were held to what their rows say."""
    told, seen = told_on(edition, bulletin.air_on), 0
    last_year = f"năm {integer(bulletin.air_on.year - 1, edition.dialect)}"
    for words in with_lists(_figures(bulletin)):
        sentence = words.replace("năm ngoái", last_year)
        said = [number.normalize() for number in numbers_in(_without_names(sentence, edition))]
        due = numbers_due(sentence, told) if told else None
        assert due is not None, sentence
        assert said == [number.normalize() for number in due], sentence
        seen += len(said)
    return seen


def _figures(bulletin: Bulletin) -> list[str]:
    return [s for item in bulletin.items if item.kind in FIGURES for s in item.sentences]


def _without_names(sentence: str, edition: Edition) -> str:
    """The sentence without the names of units: "Ba Đình" is no number."""
    names = sorted({unit.name.partition(" ")[2] for unit in edition.units}, key=len, reverse=True)
    for name in names:
        sentence = sentence.replace(f"{name} ", "Tên ").replace(f"{name},", "Tên,")
    return sentence


LED_IN = {
    "praise": r"(\w+) gương tốt",
    "criticism": r"(\w+) trường hợp phê bình",
    "deadline": r"(\w+) việc sắp đến hạn",
}


def test_the_column_announces_as_many_pieces_as_it_tells() -> None:
    for bulletin in shipped_edition().bulletins:
        lead = " ".join(s for i in bulletin.items if i.kind == "lead_in" for s in i.sentences)
        for kind, place in LED_IN.items():
            items = [item for item in bulletin.items if item.kind == kind]
            told = sum(
                sum(" là hạn " in sentence for sentence in item.sentences)
                if kind == "deadline"
                else len(item.record_ids)
                for item in items
            )
            announced = re.search(place, lead)
            assert (int(value_of(announced[1])) if announced else 0) == told, bulletin.bulletin_id


def test_every_script_of_the_shipped_year_can_be_read_in_full() -> None:
    notes = [note for item in shipped_edition().bulletins for note in item.notes]
    assert [note for note in notes if "cách đọc" in note] == []
