"""The script in the station's forms: the same words in each, and the warning first and last."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from generator.edition.bulletin import Bulletin, Recall
from generator.edition.bulletin_words import (
    WARNING,
    grounds_words,
    length_words,
    running_time,
    week_title,
)
from generator.edition.script import Script
from generator.model.text import nfc
from generator.pages.bulletins.script_html import render_html
from generator.pages.environment import templates
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.forms import FORMS, make_script
from generator.radio.select.one_unit import has_news
from generator.radio.weeks import broadcast_weeks
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.radio_edition import city, edition

ENVIRONMENT = templates(TEMPLATES, COMPILED)
FULL, QUIET = "2018-W40", "2018-W43"
SPOKEN = "Bản thử, không phát sóng."
"""The warning as it is said aloud."""
WEEKS = broadcast_weeks(edition())
SSML = "{http://www.w3.org/2001/10/synthesis}"


@cache
def script(week: str = FULL, *, sample: bool = True) -> Script:
    settings = city(sample=sample)
    bulletin = make_bulletin(edition(settings), week)
    return whole(make_script(bulletin, week_title(week), settings.radio))


def whole(made: Script) -> Script:
    return replace(made, files={**made.files, "html": render_html(ENVIRONMENT, made)})


def remade(bulletin: Bulletin) -> Script:
    return whole(make_script(bulletin, "Bản tin", city().radio))


def sentences(made: Script) -> list[str]:
    return [line for item in made.bulletin.items for line in item.sentences]


class Words(HTMLParser):
    """The words of a page's body, and the tags that a strict policy forbids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.inline: list[str] = []
        self._skipped = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self._skipped += tag in ("style", "script", "head")
        if (tag == "script" and "src" not in values) or tag == "style" or "style" in values:
            self.inline.append(tag)
        self.inline += [name for name in values if name.startswith("on")]

    def handle_endtag(self, tag):
        self._skipped -= tag in ("style", "script", "head")

    def handle_data(self, data):
        if not self._skipped and data.strip():
            self.lines.append(data.strip())


def lines_of(made: Script, form: str) -> list[str]:
    """The lines of a form as a reader meets them."""
    content = made.files[form]
    if form == "docx":
        rows = Document(io.BytesIO(content)).tables[1].rows[1:]
        return [line for row in rows for line in row.cells[1].text.splitlines()]
    text = content.decode()
    if form == "html":
        return Words(text[text.index("<main") : text.index("</main>")]).lines
    if form == "ssml":
        return [element.text or "" for element in ElementTree.fromstring(text).iter(f"{SSML}s")]
    if form == "mos":
        root = ElementTree.fromstring(text)
        slug = root.findtext("roCreate/roSlug") or ""
        warning = [WARNING] if slug.startswith(WARNING) else []
        return [*warning, *(line.text or "" for line in root.iter("p")), *warning]
    if form == "json":
        shown = json.loads(text)
        told = [line for item in shown["items"] for line in item["sentences"]]
        return [part for part in (shown["first_line"], *told, shown["last_line"]) if part]
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize("form", [form.name for form in FORMS])
@pytest.mark.parametrize("week", WEEKS)
def test_every_form_holds_every_sentence_and_the_warning_first_and_last(
    form: str, week: str
) -> None:
    made = script(week)
    lines = lines_of(made, form)
    warning = SPOKEN if form in ("loa", "ssml") else WARNING
    assert lines[0] == lines[-1] == warning
    assert [line for line in lines if line in set(sentences(made))] == sentences(made)


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_a_real_script_warns_of_nothing(form: str) -> None:
    made = script(sample=False)
    lines = lines_of(made, form)
    assert not {WARNING, SPOKEN} & set(lines)
    if form != "docx":
        assert WARNING not in made.files[form].decode()


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_a_draft_is_in_no_form(form: str) -> None:
    content = script().files[form]
    parts = (
        zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml") if form == "docx" else b""
    )
    assert "Lê Thị C" not in (parts or content).decode()


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_the_law_of_the_day_stands_in_printed_heads_and_is_not_read_out(form: str) -> None:
    made = script()
    content = made.files[form]
    with_head = form in ("docx", "html", "json")
    parts = (
        zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml") if form == "docx" else b""
    )
    assert (grounds_words(made.bulletin) in (parts or content).decode()) is with_head
    assert not any("Luật Báo chí" in line for line in lines_of(made, form))


def test_the_head_names_the_laws_of_the_day_of_airing() -> None:
    made = script().bulletin
    before, after = (
        grounds_words(replace(made, air_on=day)) for day in (date(2024, 6, 30), date(2026, 7, 1))
    )
    assert grounds_words(replace(made, jurisdiction="other")) == ""
    assert "theo tinh thần Quyết định 52/2016/QĐ-TTg" in before and "Luật Báo chí 2016" in before
    assert "Nghị định 49/2024/NĐ-CP" in after and "Luật Báo chí 2025" in after


@pytest.mark.parametrize("week", WEEKS)
def test_the_rows_add_up_to_the_bulletin(week: str) -> None:
    made = script(week)
    clock = 0.0
    for row in made.rows:
        assert row.starts_at == pytest.approx(clock)
        clock = row.ends_at
    assert clock == pytest.approx(made.bulletin.seconds)


def test_what_a_machine_reads_has_no_cue_and_no_announcer() -> None:
    text = script().files["loa"].decode()
    assert text == nfc(text)
    assert not re.search(r"[\d\[\]]|MC|NHẠC|Nghỉ,", text)
    assert all(line[-1] in ".!?" for line in text.splitlines() if line)


def test_ssml_is_sound_and_pauses_as_long_as_the_desk_counts() -> None:
    made = script()
    root = ElementTree.fromstring(made.files["ssml"])
    assert root.tag == f"{SSML}speak"
    assert root.get("version") == "1.1"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi-VN"
    known = {f"{SSML}{name}" for name in ("speak", "p", "s", "break", "mark")}
    assert {element.tag for element in root.iter()} == known
    silence = sum(int(e.get("time", "").removesuffix("ms")) for e in root.iter(f"{SSML}break"))
    stops = (len(sentences(made)) + 2) * 0.5  # the warnings are sentences too
    cues = sum(row.seconds for row in made.rows if row.kind in ("jingle", "pause"))
    assert silence / 1000 == pytest.approx(stops + cues)


def test_ssml_escapes_what_a_record_says() -> None:
    item = replace(script().bulletin.items[0], sentences=("Một < hai & ba.",))
    made = remade(replace(script().bulletin, items=(item,)))
    assert lines_of(made, "ssml")[1] == "Một < hai & ba."


def word(made: Script) -> Document:
    return Document(io.BytesIO(made.files["docx"]))


def test_word_has_the_head_that_a_newsroom_signs() -> None:
    bulletin = script().bulletin
    head = word(script()).tables[0]
    cells = [[cell.text for cell in row.cells] for row in head.rows]
    assert cells[0] == ["Số bản tin", "40/2018", "Ngày phát sóng", "thứ bảy, 06/10/2018"]
    length, slot = length_words(bulletin.seconds), length_words(bulletin.slot_seconds)
    assert cells[1] == ["Thời lượng dự kiến", length, "Khung phát sóng", slot]
    assert cells[2] == ["Biên tập", "", "Người duyệt", ""]


def test_word_has_voice_words_and_running_time_side_by_side() -> None:
    made = script()
    rows = [[cell.text for cell in row.cells] for row in word(made).tables[1].rows]
    assert rows[0] == ["Giọng", "Lời đọc", "Cộng dồn"]
    assert rows[2] == ["", "[Nhạc hiệu chuyên mục, tám giây]", "0:08"]
    voices = [row[0].splitlines()[0] for row in rows if row[0].startswith("MC")]
    assert voices == [item.voice.name for item in made.bulletin.items]
    assert rows[-2] == ["", "[Nhạc hiệu, năm giây]", running_time(made.bulletin.seconds)]


def test_word_is_a4_in_vietnamese_with_the_warning_and_the_page_on_every_page() -> None:
    document = word(script())
    section = document.sections[0]
    assert section.page_width == pytest.approx(Cm(21), rel=1e-3)
    assert section.page_height == pytest.approx(Cm(29.7), rel=1e-3)
    assert section.header.paragraphs[0].text.startswith(WARNING)
    fields = section.footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
    languages = {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"vi-VN"}
    assert document.styles["Normal"].font.size.pt == 14
    assert document.core_properties.language == "vi-VN"
    assert document.core_properties.title.startswith(WARNING)
    assert word(script(sample=False)).sections[0].header.paragraphs[0].text.startswith("\t")


def test_word_has_the_same_bytes_and_no_clock() -> None:
    made = script()
    again = make_script(made.bulletin, made.title, city().radio)
    assert again.files["docx"] == made.files["docx"]
    with zipfile.ZipFile(io.BytesIO(made.files["docx"])) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        whole_text = b"".join(package.read(name) for name in package.namelist()).decode()
    assert "⟦" not in whole_text
    assert "python-docx" not in whole_text


def test_word_takes_a_record_s_words_as_words() -> None:
    hostile = "Câu có ⟦rows⟧, <w:p> & “dấu”."
    item = replace(script().bulletin.items[0], sentences=(hostile,))
    made = remade(replace(script().bulletin, items=(item,), notes=(hostile,)))
    assert hostile in lines_of(made, "docx")
    assert word(made).paragraphs[-1].text == f"- {hostile}"


def test_void_copies_are_told_of_in_what_people_read() -> None:
    void = Recall("pb-2018-002", script().bulletin.air_on, "Một trường hợp đã được rút lại.")
    made = remade(replace(script().bulletin, recalls=(void,)))
    told = "Bản đã lấy về trước ngày 06/10/2018 không được phát nữa. Một trường hợp"
    assert told in made.files["html"].decode()
    assert any(told in paragraph.text for paragraph in word(made).paragraphs)
    assert "không được phát nữa" not in made.files["loa"].decode()


def test_the_site_s_page_holds_no_script_and_no_style_of_its_own() -> None:
    within = render_html(ENVIRONMENT, script(), "../../assets/").decode()
    assert Words(within).inline == []
    assert 'src="../../assets/js/prompter.js"' in within
    alone = script().files["html"].decode()
    assert "assets/" not in alone
    assert {"style", "script"} == set(Words(alone).inline)


def test_the_page_says_how_long_each_row_takes() -> None:
    found = re.findall(r'data-seconds="([\d.]+)"', script().files["html"].decode())
    assert sum(map(float, found)) == pytest.approx(script().bulletin.seconds)


def test_a_page_takes_a_record_s_words_as_words() -> None:
    item = replace(script().bulletin.items[0], sentences=("<script>alert(1)</script>",))
    made = remade(replace(script().bulletin, items=(item,)))
    assert "<script>alert" not in made.files["html"].decode()


def test_a_unit_s_own_bulletin_tells_of_that_unit_alone() -> None:
    text = "\n".join(sentences(remade(make_bulletin(edition(), FULL, unit_id="p-lam-son"))))
    assert "phường Lam Sơn" in text
    assert "Đông Vệ" not in text
    assert "các cơ quan của thành phố" not in text


def test_a_week_without_news_of_the_unit_has_none() -> None:
    assert has_news(make_bulletin(edition(), FULL, unit_id="p-lam-son"))
    assert not has_news(make_bulletin(edition(), QUIET, unit_id="x-quang-cat"))
