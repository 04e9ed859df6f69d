"""The command and the browser say what a verification found in the same words."""

import re

from generator.model.verify_words import WORDS
from worlds.paths import ROOT

SAID = re.compile(r'said\(\s*"([a-z-]+)"')
SAID_BY_SCRIPT = re.compile(r'\b(?:said|refuse|bad|Refused)\("([a-z-]+)"')
FAULT = re.compile(r'"((?:ledger|mark|list)-[a-z]+)"')
"""The code of a line, a mark or a list that is refused, by which its sentence is found."""


def codes_in(pattern: str, form: re.Pattern[str] = SAID) -> set[str]:
    return {code for path in ROOT.glob(pattern) for code in form.findall(path.read_text("utf-8"))}


def test_every_sentence_is_said_by_the_command() -> None:
    speakers = (
        "generator/verify/*.py",
        "generator/app/verify*.py",
        "generator/app/witness.py",
        "generator/cli/witness.py",
        "generator/ledger/heard_code.py",
    )
    said = {code for pattern in speakers for code in codes_in(pattern)}
    refused = ("generator/ledger/[cs]*.py", "generator/verify/[ps]*.py")
    said |= {code for pattern in refused for code in codes_in(pattern, FAULT)}
    assert said == WORDS["sentences"].keys()


def test_the_browser_says_no_other_sentence() -> None:
    codes = codes_in("site_templates/theme/assets/js/[vw]*/*.js", SAID_BY_SCRIPT)
    assert codes <= WORDS["sentences"].keys() and "witness-clock" in codes
