"""Sentences stand apart: a template's line breaks never glue one to the next."""

import html
import re
from pathlib import Path

from generator.speech.syllables import is_syllable

SKIPPED = re.compile(r"<(script|style|svg|code|pre)\b.*?</\1>", re.DOTALL)
INLINE = re.compile(r"</?(?:a|abbr|b|em|i|span|strong)\b[^>]*>")
TAG = re.compile(r"<[^>]+>")
GLUED = re.compile(
    r"\w*[a-zà-ỹ)%][.!?](?:[A-ZĐÀ-Ỹ][a-zà-ỹ]+|\d+ [a-zà-ỹ]+)"
    r"|[\w%]*[\w)%][,;:][^\W\d_]\w*|\w+·\w*|·\w+"
)
"""A sentence, a clause or what stands between dots, with no blank before the next."""
WORD = re.compile(r"(?<![\w./@#:-])[^\W\d_]{2,}(?![\w./@:-]*[\w@/])")
MACHINES = {"byte", "congkhai", "cookie", "commit", "git", "minisign", "podcast", "web", "zip"}
CODES = {"after", "all", "before", "criticisms", "editions", "false", "field", "local", "open"} | {
    "complaint",
    "lawsuit",
    "overdue",
    "point",
    "procedure",
    "recommendations",
    "review",
    "scope",
    "true",
    "undated",
    "unit",
}
"""What the dictionary explains."""
COMPLAINT = {"is", "not", "recognized"}
"""What a computer says to who has not installed the program."""
FOREIGN = MACHINES | CODES | COMPLAINT


def text_of(page: str) -> str:
    """What is read, what stands on a line of its own on one."""
    return html.unescape(TAG.sub("\n", INLINE.sub("", SKIPPED.sub("\n", page))))


def test_no_sentence_is_glued_to_the_next(built_site: Path) -> None:
    glued = {
        (path.relative_to(built_site).as_posix(), found)
        for path in built_site.rglob("*.html")
        for found in GLUED.findall(text_of(path.read_text("utf-8")))
    }
    assert glued == set()


def test_glued_sentences_are_seen() -> None:
    page = "<p>Đã xong.<b>Còn</b> lại,một việc: 0:phường. Hết· mã a · b. Một (hai).3 việc.</p>"
    glued = ["xong.Còn", "lại,một", "0:phường", "Hết·", "hai).3 việc"]
    assert GLUED.findall(text_of(page)) == glued


def test_no_word_is_glued_to_the_next(built_site: Path) -> None:
    """Two syllables without a blank are no syllable."""
    strange = {
        (path.relative_to(built_site).as_posix(), word)
        for path in built_site.rglob("*.html")
        for word in WORD.findall(text_of(path.read_text("utf-8")))
        if word == word.lower() and not is_syllable(word) and word not in FOREIGN
    }
    assert strange == set()
