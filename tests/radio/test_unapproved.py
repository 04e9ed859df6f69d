"""A script of a draft or unapproved record cannot be made, whatever else is asked."""

import io
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.app.pipeline import make_edition
from generator.app.sources import Refused
from generator.model.text import week_of
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.json import render_json
from generator.radio.scripts.txt import render_txt
from worlds.broken import build_world
from worlds.radio_edition import COMMENDATIONS, CRITICISMS, city, edition
from worlds.small import SMALL

WORDS = re.compile(
    "Nguyễn Văn A|Trần Thị B|Lê Thị C|người cao tuổi|giấy tờ ngoài quy định|"
    "ng-2018|pb-2018|chín tháng liền|ba mươi bảy hồ sơ"
)
YEAR = [week_of(date(2018, 9, 1) + timedelta(weeks=number)) for number in range(30)]
WHOLE = edition()
ROW = {"draft": {"status": "draft"}, "to_come": {"approved_on": date(2019, 1, 2)}}
ROW |= {"undated": {"approved_on": None}}


def text_of(name: str, content: bytes) -> str:
    """The text of one form of a script; a Word document is XML in a zip."""
    if name != "docx":
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return parts.read("word/document.xml").decode()


def scripts(whole: object, weeks: list[str]) -> str:
    bulletins = [make_bulletin(whole, week) for week in weeks]  # type: ignore[arg-type]
    return "\n".join(render_txt(item) + render_json(item).decode() for item in bulletins)


def test_the_words_are_those_of_the_approved_records() -> None:
    assert WORDS.search(scripts(WHOLE, YEAR))


@pytest.mark.parametrize("why", ROW)
def test_no_word_of_an_unapproved_record_is_in_any_script_of_any_week(why: str) -> None:
    whole = edition(
        city(),
        commendations=tuple(row.model_copy(update=ROW[why]) for row in COMMENDATIONS),
        criticisms=tuple(row.model_copy(update=ROW[why]) for row in CRITICISMS),
    )
    assert whole.commendations == whole.criticisms == ()
    assert not WORDS.search(scripts(whole, YEAR))


@pytest.mark.parametrize("week", ["2018-W39", "2018-W38"])
def test_nothing_is_told_before_the_day_of_its_approval(week: str) -> None:
    assert not WORDS.search(scripts(WHOLE, [week]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",approved,Chủ tịch Ủy ban nhân dân thành phố,2018-07-12,", ",approved,,2018-07-12,"),
        (",approved,Chủ tịch Ủy ban nhân dân thành phố,2018-07-12,", ",approved,,,"),
        (",approved,Chủ tịch Ủy ban nhân dân thành phố,2018-07-12,", ",approve,,,"),
    ],
)
def test_half_an_approval_stops_the_desk(old: str, new: str, tmp_path: Path) -> None:
    folder = build_world(SMALL, tmp_path)
    rows = (folder / "commendations.csv").read_text("utf-8")
    assert old in rows
    (folder / "commendations.csv").write_text(rows.replace(old, new, 1), "utf-8")
    with pytest.raises(Refused, match=r"commendations\.csv"):
        make_edition(folder)


def test_a_draft_of_the_small_city_is_checked_but_not_voiced(tmp_path: Path) -> None:
    folder = build_world(SMALL, tmp_path)
    path = folder / "criticisms.csv"
    path.write_text(path.read_text("utf-8").replace("Đi làm muộn", "Đi làm muộn ở BQLTA"), "utf-8")
    whole = make_edition(folder)
    forms = [script.files for script in whole.scripts.values()]
    said = "".join(text_of(name, form[name]) for form in forms for name in form)
    assert forms
    assert "BQLTA" not in said
    assert "Phạm Thị D" not in said


def test_an_approved_word_that_nobody_can_read_stops_the_desk(tmp_path: Path) -> None:
    folder = build_world(SMALL, tmp_path)
    path = folder / "criticisms.csv"
    path.write_text(path.read_text("utf-8").replace("Tự ý đặt", "Tự ý (BQLTA) đặt"), "utf-8")
    with pytest.raises(Refused, match="BQLTA"):
        make_edition(folder)
