"""The South says a few words of numbers and days otherwise, and nothing else."""

from datetime import date, time
from decimal import Decimal

import pytest
from pydantic import ValidationError

from generator.model.own_yaml import own_yaml
from generator.model.radio_settings import Dialect
from generator.model.settings import City
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.txt import render_txt
from generator.radio.weeks import broadcast_weeks
from generator.speech import numbers as spoken
from generator.speech import time as spoken_time
from generator.speech.reader.read import read_text
from worlds.paths import DATA
from worlds.radio_edition import city, edition

OTHERWISE = {"nghìn": "ngàn", "linh": "lẻ", "mùng": "mồng"}


def in_south(northern: str) -> str:
    """A northern reading in the words of the South."""
    words = [OTHERWISE.get(word, word) for word in northern.split(" ")]
    return " ".join(words).replace("mươi tư", "mươi bốn")


def southern_city() -> City:
    raw = own_yaml(DATA / "city.yaml")
    return City.model_validate(raw | {"radio": raw["radio"] | {"dialect": "south"}})


@pytest.mark.parametrize("week", broadcast_weeks(edition()))
def test_a_southern_script_differs_in_the_listed_words_only(week: str) -> None:
    north = render_txt(make_bulletin(edition(), week))
    south = render_txt(make_bulletin(edition(southern_city()), week))
    assert [in_south(line) for line in north.splitlines()] == south.splitlines()


def test_the_south_is_heard() -> None:
    week = broadcast_weeks(edition())[0]
    north, south = (make_bulletin(whole, week) for whole in (edition(), edition(southern_city())))
    assert render_txt(north) != render_txt(south)


@pytest.mark.parametrize(
    ("dialect", "words"),
    [
        ("north", "một nghìn không trăm linh bốn hai mươi tư thứ tư tháng tư mùng bốn tháng tư"),
        ("south", "một ngàn không trăm lẻ bốn hai mươi bốn thứ tư tháng tư mồng bốn tháng tư"),
    ],
)
def test_typed_values_in_both_dialects(dialect: Dialect, words: str) -> None:
    day = spoken_time.day(date(2018, 4, 4), dialect, with_year=False)
    parts = (
        spoken.integer(1004, dialect),
        spoken.integer(24, dialect),
        f"thứ {spoken.ordinal(4, dialect)}",
        f"tháng {spoken_time.month_number(4, dialect)}",
        day.removeprefix("ngày "),
    )
    assert " ".join(parts) == words


def test_every_typed_value_knows_the_dialect() -> None:
    south: Dialect = "south"
    assert (
        spoken.decimal(Decimal("1004.24"), south) == "một ngàn không trăm lẻ bốn phẩy hai mươi bốn"
    )
    assert spoken.percent(Decimal("24"), south) == "hai mươi bốn phần trăm"
    assert spoken.share(0.24, south) == "hai mươi bốn phần trăm"
    assert spoken.points(Decimal("24"), south) == "hai mươi bốn điểm phần trăm"
    assert spoken.amount(150_000, south) == "một trăm năm mươi ngàn đồng"
    assert spoken_time.quarter("2004-Q1", south) == "quý một năm hai ngàn không trăm lẻ bốn"
    assert spoken_time.clock_time(time(7, 24), south) == "bảy giờ hai mươi bốn phút"
    assert spoken_time.duration(24, "hour", south) == "hai mươi bốn giờ"
    assert spoken_time.duration(24, "working_hour", south) == "hai mươi bốn giờ làm việc"
    assert spoken_time.day_range(date(2018, 3, 1), date(2018, 3, 24), south) == (
        "từ ngày mồng một đến ngày hai mươi bốn tháng ba năm hai ngàn không trăm mười tám"
    )


def test_free_text_is_read_in_the_dialect_but_words_already_written_stay() -> None:
    speech = edition(southern_city()).speech
    text = "Ngày 04/3/2018, 1.005 hồ sơ theo Công văn số 1024/UBND-TTr, hàng nghìn lượt người"
    assert read_text(text, speech) == (
        "Ngày mồng bốn tháng ba năm hai ngàn không trăm mười tám, một ngàn không trăm lẻ năm hồ sơ "
        "theo Công văn số một ngàn không trăm hai mươi bốn, Ủy ban nhân dân, Thanh tra, "
        "hàng nghìn lượt người"
    )


def test_the_north_is_spoken_unless_the_city_says_otherwise() -> None:
    raw = own_yaml(DATA / "city.yaml")
    radio = {key: value for key, value in raw["radio"].items() if key != "dialect"}
    assert City.model_validate(raw | {"radio": radio}).radio.dialect == "north"
    with pytest.raises(ValidationError):
        city(radio=radio | {"dialect": "centre"})
