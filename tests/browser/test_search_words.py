"""The browser reads words as the generator does, and keystrokes as a keyboard would."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import needs_chromium
from browser.keys_of import telex, vni
from browser.searching import load_search
from generator.search.forms import codes, form_of, words
from worlds.searched import searched_in

FORMS = """texts => texts.map(text => {
  const { RUNS, WORDS, plain, formOf, isCode, codeOf } = window.ckSearchParts
  const form = word => { const { key, letters, tone } = formOf(word); return [key, letters + tone] }
  const runs = plain(text).match(RUNS) || []
  return [(plain(text).match(WORDS) || []).map(form), runs.filter(isCode).map(codeOf)]
})"""
READ = """words => {
  const { termsOf, reading } = window.ckSearchParts
  return words.map(word => reading(termsOf(`${word} `)[0])?.text ?? "")
}"""
SYLLABLE = re.compile(r"[a-zđăâêôơư]+")
OLD_WORDS = (
    "hoà",
    "HÒA",
    "khoẻ",
    "thuỷ",
    "kĩ",
    "kỹ",
    "Mỹ",
    "quý",
    "Ðông",
    "ý",
    "1.001193",
    "2018-W40",
)

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(site_address)
    load_search(opened)
    yield opened
    opened.close()


def test_a_word_has_the_same_key_and_form_on_both_sides(page: Page, built_site: Path) -> None:
    documents = searched_in(built_site).documents
    texts = [*OLD_WORDS, *(part for document in documents for part in document)]
    texts += [unicodedata.normalize("NFD", text) for text in texts]
    told: list[Any] = page.evaluate(FORMS, texts)
    for text, (forms, joined) in zip(texts, told, strict=True):
        assert [tuple(form) for form in forms] == [form_of(word) for word in words(text)], text
        assert joined == list(codes(text)), text


def syllables(site: Path) -> list[str]:
    """Every syllable with a mark that the site says."""
    every = {
        word
        for document in searched_in(site).documents
        for word in words(" ".join(document))
        if word != unicodedata.normalize("NFD", word) and word.isalpha()
    }
    return sorted(every | {word for word in every if "đ" in word})


@pytest.mark.parametrize("typed", [telex, vni])
def test_every_syllable_of_the_site_is_read_from_its_keys(
    page: Page, built_site: Path, typed: Any
) -> None:
    every = syllables(built_site)
    assert len(every) > 500
    read: list[str] = page.evaluate(READ, [typed(word) for word in every])
    missed = [w for w, r in zip(every, read, strict=True) if not r or form_of(r) != form_of(w)]
    assert missed == []


@pytest.mark.parametrize(
    "word",
    ["khai", "thong", "tuc", "gpxd", "tthc", "mttq", "qldt", "excel", "text", "csv", "w40", "kt3"],
)
def test_what_is_a_syllable_or_becomes_none_is_left_as_it_is(page: Page, word: str) -> None:
    assert page.evaluate(READ, [word]) == [""]
