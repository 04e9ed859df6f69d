"""scrypt and the code in a real browser: equal to RFC 7914's vectors and to the command's."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import needs_chromium
from generator.ledger.heard_code import NotACode, heard_code
from generator.ledger.spoken_code import CODE_WORDS
from generator.model.text import fold
from oracles.six_words import six_words
from worlds.shipped import shipped_edition

pytestmark = needs_chromium
SCRYPT = """async ([secret, salt, cost]) => {
  const bytes = (text) => new TextEncoder().encode(text)
  const key = await ckVerify.scrypt(bytes(secret), bytes(salt), cost, 64)
  return [...key].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Any:
    page = browser.new_page()
    page.goto(f"{site_address}giam-sat/kiem-chung/")
    page.wait_for_function("Boolean(window.ckVerify?.verify)")
    yield page
    page.close()


@pytest.mark.parametrize(
    ("secret", "salt", "cost", "key"),
    [
        (
            "", "", (16, 1, 1),
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
            "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
        ),
        (
            "password", "NaCl", (1024, 8, 16),
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
            "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
        ),
        (
            "pleaseletmein", "SodiumChloride", (16384, 8, 1),
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
            "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
        ),
    ],
)  # fmt: skip
def test_scrypt_gives_the_vectors_of_the_standard(
    page: Page, secret: str, salt: str, cost: tuple[int, int, int], key: str
) -> None:
    n, r, p = cost
    assert page.evaluate(SCRYPT, [secret, salt, {"n": n, "r": r, "p": p}]) == key


@pytest.mark.parametrize("text", ["", "0" * 64, "kỳ 2018-Q4\n107\nđầu sổ\n"])
def test_the_browser_finds_the_same_six_words(page: Page, text: str) -> None:
    assert page.evaluate("text => ckVerify.codeOf(text)", text) == six_words(text)


def meant(typed: str) -> object:
    """What the command makes of it, in the browser's terms."""
    try:
        heard = heard_code(typed)
    except NotACode as refusal:
        return {"fault": str(refusal)}
    return {"meant": [sorted(words) for words in heard.meant], "marked": heard.marked}


def test_the_browser_reads_what_is_typed_as_the_command_does(page: Page) -> None:
    sixes = [" ".join(CODE_WORDS[start : start + 6]) for start in range(0, 1020, 6)]
    typed = [
        *sixes, *map(fold, sixes), *map(str.upper, sixes[::10]),
        "chăng xao nàng dườn dừng diếng", "1. Trăng, 2. sao, 3. làng; vườn rừng – giếng!",
        "", "đá gió sông", "đá gió sông núi mưa kwx", "đá gió sông núi mưa không", "48 27 16 09",
    ]  # fmt: skip
    read = page.evaluate("typed => typed.map((one) => ckVerify.heardCode(one))", typed)
    for one, found in zip(typed, read, strict=True):
        if "meant" in found:
            found["meant"] = [sorted(words) for words in found["meant"]]
        assert found == meant(one), one


def test_every_edition_is_known_by_its_code(page: Page) -> None:
    chain = shipped_edition().ledger.chain
    ledger = chain.content.decode()
    check = """async ([content, typed]) =>
      ckVerify.checkCode(typed, await ckVerify.readLedger(content))"""
    for edition, code in chain.codes.items():
        step = page.evaluate(check, [ledger, str(code)])
        assert (step["state"], edition in step["sentence"]) == ("right", True)
    other = " ".join(reversed(next(iter(chain.codes.values())).words))
    assert page.evaluate(check, [ledger, other])["state"] == "wrong"
    assert page.evaluate(check, [ledger, "đá gió"])["state"] == "unknown"
    assert page.evaluate(check, ["", other])["state"] == "unknown"
