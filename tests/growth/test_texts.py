"""Nothing that takes a text takes time that grows faster than the text."""

from contextlib import suppress

from growth.functions import functions_of_text
from growth.measure import TWICE, growth, seconds
from growth.probes import EVERYWHERE, Probe

LONGEST = 2_048
"""A little more than a cell may hold."""
LONG = 0.05
"""Seconds that no single letter costs but where work is made long, as a hash is that nobody is to
try a million times: that hides what more letters cost, so one text tells as much as all of them."""
PIECES = (
    *EVERYWHERE,
    *("[", "- a\n", "a: ", '{"a":1}\n', "\0", "ấ", "“", "\u202e", "=", "a-", "a-a ", "(5) (năm) "),
    *("Nguyễn Văn A ", "0123 456 789 ", "sinh 1990 ", "12/QĐ-UBND ngày ", "1.001193 ", "1.111."),
    *("1/1, ", "tháng 1, 2, ", "quý I, II, ", "điểm 1.1, ", "thứ 2 - ", "36/37 phường ", "P. "),
    *("http://a ", "a.pdf ", "%20"),
)


def test_functions_of_a_text_are_found() -> None:
    names = {function.name.removeprefix("generator.") for function in functions_of_text()}
    assert {
        "check.private.data.private_data", "datafolder.written.written", "ledger.chain.parse_chain",
        "ledger.checksums.parse_sums", "model.text.slug", "speech.reader.read.sentences",
    } <= names  # fmt: skip


def test_a_function_takes_twice_the_time_for_twice_the_text() -> None:
    slow = {}
    for function in functions_of_text():
        is_long = seconds(_call(function, "a")) > LONG
        for probe in map(Probe, PIECES[:1] if is_long else PIECES):
            found = growth(lambda length, f=function, p=probe: _call(f, p.text(length)), LONGEST)
            if found > TWICE**2:
                slow[function.name, probe.piece] = found
    assert not slow


def _call(function, text: str):
    def call() -> None:
        with suppress(Exception):  # that it is no such text is told by the other tests
            function.call(text)

    return call
