"""Plain logic: what a real city says of itself is true, and reaches somebody."""

import re
from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.check.texts import setting_texts
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.problem import Problem

RESERVED = re.compile(
    r"[@./]example\.(com|net|org)\b|\.(example|invalid|test|localhost)(?![\w.-])|\blocalhost\b",
    re.I,
)
"""Addresses that RFC 2606 and RFC 6761 keep for examples: they never reach anybody."""
TO_FILL = re.compile(
    r"\(\s*(\.{3}|…)\s*\)|chưa (khai|điền|có thật|cập nhật)|\b(todo|tbd|lorem ipsum)\b"
    r"|(?-i:\bx{3,}\b)|\?{2,}|_{3,}|<[^<>]+>",
    re.I,
)
"""What stands where something is still to be filled in."""
PHONE_SETTINGS = ("phone",)
NO_PHONE = re.compile(r"0000|(\d)\1{6}|0?123456")
"""Figures that no telephone number begins with, or holds."""


@Rule
def placeholders(context: CheckContext) -> Iterator[Problem]:
    """A setting of a real city that still holds what the sample put there."""
    if context.city.sample:
        return
    for place, text in setting_texts(context.city):
        if is_placeholder(place, text):
            yield file_problem("placeholder-left", SETTINGS_FILE, field=place, value=text)


def is_placeholder(place: str, text: str) -> bool:
    """True for a text, or a telephone number, that reaches nobody and says nothing."""
    figures = re.sub(r"\D", "", text)
    is_phone = place.rpartition(".")[2] in PHONE_SETTINGS
    return bool(
        RESERVED.search(text)
        or TO_FILL.search(text)
        or (is_phone and (not figures or NO_PHONE.match(figures)))
    )
