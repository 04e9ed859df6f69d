"""`congkhai speak`: lines read aloud from the command line."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.app.sources import Refused, read_voice
from generator.model.radio_settings import Dialect
from generator.speech.lines import lines_as_ssml, lines_as_txt, read_lines
from worlds.command import Answer, congkhai
from worlds.paths import DATA
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

SPEECH, RADIO = read_voice(DATA)
NS = "{http://www.w3.org/2001/10/synthesis}"


def run(*arguments: str, typed: bytes = b"") -> Answer:
    return congkhai("speak", *arguments, typed=typed)


def test_lines_given_as_arguments_are_read_one_by_one() -> None:
    told = run("643/UBND-TTr", "ngày 04/3; 1.024 hồ sơ")
    assert told.status == 0
    assert told.stdout == (
        "sáu trăm bốn mươi ba, Ủy ban nhân dân, Thanh tra\n"
        "ngày mùng bốn tháng ba, một nghìn không trăm hai mươi tư hồ sơ\n"
    )


def test_an_unreadable_line_is_told_and_the_others_are_read() -> None:
    told = run(typed="\ufeff02 đoàn\n\ngửi BQLTA\n05 ngày\n".encode())
    assert told.status == 1
    assert told.stdout == "hai đoàn\n\n\nnăm ngày\n", "a line for a line"
    assert told.stderr == (
        "Dòng 3: chưa có cách đọc chắc chắn cho “BQLTA”. Hãy viết rõ bằng chữ, hoặc thêm cách đọc "
        "vào abbreviations.yaml.\n"
    )


def test_the_south_is_spoken_on_demand_and_ssml_too() -> None:
    told = run("--dialect", "south", "--format", "ssml", "BQLTA", "ngày 4/3")
    assert told.status == 1
    root = ET.fromstring(told.stdout)
    assert [part.text for part in root.iter(f"{NS}s")] == ["Ngày mồng bốn tháng ba."]


def test_what_is_no_text_is_refused_in_a_sentence() -> None:
    told = run(typed=b"\xff\xfe")
    assert (told.status, told.stdout) == (2, "")
    assert "UTF-8" in told.stderr
    assert run("--dialect", "centre", "x").status == 2


def test_ssml_is_vietnamese_words_with_a_stop_after_each_sentence() -> None:
    text = lines_as_ssml(read_lines(["02 đoàn. A & B?", "", "05 ngày"], SPEECH), 0.5)
    root = ET.fromstring(text.encode())
    assert root.tag == f"{NS}speak"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "vi-VN"
    assert [part.tag.removeprefix(NS) for part in root] == ["s", "break"] * 3
    assert [part.text for part in root.iter(f"{NS}s")] == ["Hai đoàn.", "A và B?", "Năm ngày."]
    assert {part.attrib["time"] for part in root.iter(f"{NS}break")} == {"500ms"}


def test_a_line_too_long_to_be_a_line_is_refused() -> None:
    lines = read_lines(["hồ sơ " * 400, "05 ngày"], SPEECH)
    assert lines_as_txt(lines) == "\nnăm ngày\n"
    assert lines[0].refusal == "Dòng 1: dài hơn 2.000 chữ. Hãy chia thành nhiều dòng."


@pytest.mark.parametrize("dialect", ["north", "south"])
def test_the_voice_is_that_of_the_city(dialect: Dialect, tmp_path: Path) -> None:
    for name in ("city.yaml", "abbreviations.yaml"):
        text = (SMALL / name).read_text("utf-8")
        text = text.replace("air_weekday: 6", f"air_weekday: 6\n  dialect: {dialect}")
        (tmp_path / name).write_text(text, "utf-8")
    assert read_voice(tmp_path)[0].dialect == dialect
    (tmp_path / "city.yaml").unlink()
    with pytest.raises(Refused, match=r"city\.yaml"):
        read_voice(tmp_path)
