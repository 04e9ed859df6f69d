"""Codes of procedures as they really are: accepted, never private, read digit by digit."""

import re

import pytest

from generator.check.private.data import private_data
from generator.model.abbreviations import Abbreviations
from generator.model.codes import PROCEDURE_CODE
from generator.model.own_yaml import own_yaml
from generator.model.speech import Speech
from generator.model.text import slug
from generator.speech.reader.read import read_for_air, read_text
from worlds.paths import ROOT

SPEECH = Speech(Abbreviations(), "north")
CODES = ("1.001193", "1.012753.H19", "2.000635.000.00.00.H56", "2.000635.000.00.00", "3.000123.G09")
OTHERS = ("1.01275", "1.0127531", "1.012753.H1", "1.012753.h19", "H56.1-180306-0001")


def pattern() -> str:
    contract = own_yaml(ROOT / "data" / "datapackage.yaml")
    resource = next(item for item in contract["resources"] if item["name"] == "procedures")
    return str(resource["schema"]["fields"][0]["constraints"]["pattern"])


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_a_code_everywhere(code: str) -> None:
    assert re.fullmatch(PROCEDURE_CODE, code)
    assert re.search(pattern(), code)
    assert not list(private_data(f"Thủ tục {code} chậm"))
    assert read_for_air(f"Thủ tục khai sinh (mã {code}) chậm", SPEECH) == "Thủ tục khai sinh chậm"
    assert not re.search(r"\d", read_text(f"mã {code}", SPEECH))
    assert slug(code) == code.replace(".", "-").lower()


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_looks_alike_is_none(text: str) -> None:
    assert not re.fullmatch(PROCEDURE_CODE, text)
    assert not re.search(pattern(), text)


def test_the_code_of_the_announcer_is_read_as_letters_and_digits() -> None:
    assert read_text("mã 1.012753.H19", SPEECH) == (
        "mã một chấm không một hai bảy năm ba chấm H một chín"
    )
