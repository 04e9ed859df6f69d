"""What a command says can be read whatever it is started from."""

import codecs
import os
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.streams import _Readable
from worlds.paths import CONGKHAI
from worlds.small import SMALL

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy "
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
SYLLABLES = st.tuples(st.sampled_from(LETTERS + LETTERS.upper()), st.sampled_from(TONES))
TEXTS = st.lists(SYLLABLES.map("".join)).map(
    lambda parts: unicodedata.normalize("NFC", "".join(parts))
)
DUE = [str(CONGKHAI), "due", "--received", "2018-02-12", "--limit", "same_day"]


def written(text: str, encoding: str) -> tuple[str, bool]:
    """A text as it comes out, whole, of an encoding; whether it says that marks were lost."""
    readable = _Readable(encoding)
    codecs.register_error("tests.readable", readable)
    return text.encode(encoding, "tests.readable").decode(encoding), readable.has_lost


@given(TEXTS)
def test_vietnamese_comes_whole_out_of_windows_page_for_it(text: str) -> None:
    out, has_lost = written(text, "cp1258")
    assert unicodedata.normalize("NFC", out) == text and not has_lost


@given(st.text(), st.sampled_from(["cp1252", "cp437", "latin-1", "cp1258", "utf-8"]))
def test_any_text_can_be_written(text: str, encoding: str) -> None:
    out, _ = written(text, encoding)
    letters = [letter for letter in text if not unicodedata.combining(letter)]
    assert len(out) >= len(letters) - 1


def test_marks_that_are_lost_are_told_of() -> None:
    assert written("Kỳ công bố “đã đóng” …", "cp1252") == ("Ky công bo “dã dóng” …", True)


def run(*command: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_lead_nowhere(closed: str) -> None:
    line = f'"$@" {closed}'
    done = run("sh", "-c", line, "sh", *DUE, "--data", str(SMALL), capture_output=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_has_gone_is_told_of() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = run(*DUE, "--data", str(SMALL), stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert done.returncode == 2
    assert done.stderr == "Nơi nhận kết quả đã đóng trước khi kết quả được ghi hết.\n"


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "ascii"])
def test_a_sentence_comes_out_in_any_encoding(encoding: str) -> None:
    done = subprocess.run(
        [str(CONGKHAI), "check", "--data", "không có"],
        env=os.environ | {"PYTHONIOENCODING": encoding}, capture_output=True, check=False,
    )  # fmt: skip
    said = done.stderr.decode("utf-8" if encoding == "ascii" else encoding)
    assert done.returncode == 2
    assert ("PYTHONUTF8=1" in said) == (encoding == "cp1252")
    whole = "Không có thư mục dữ liệu" in unicodedata.normalize("NFC", said)
    assert whole or "Không có thu muc du lieu" in said
