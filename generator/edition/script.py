"""A script in the station's forms: what the station pulls, and how the script lies on paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.edition.bulletin import Bulletin, ItemKind
from generator.edition.bulletin_words import SPOKEN_WARNING
from generator.model.content import Content
from generator.model.settings import Dialect

RowKind = Literal["warning", "jingle", "pause", "speech"]


@dataclass(frozen=True)
class Row:
    """One row of a script laid out: words to speak, a cue, or the warning of a sample.

    `lines` are sentences of a speech, or the one line of a cue. `starts_at` and `seconds` count
    from the first jingle; a warning takes no time of the slot. What is spoken has the rate of
    its announcer and `stop_seconds` of silence after each sentence; only a speech has a `voice`
    (the announcer's name) and an `item`.
    """

    kind: RowKind
    lines: tuple[str, ...]
    starts_at: float = 0.0
    seconds: float = 0.0
    voice: str = ""
    syllables_per_minute: int = 0
    stop_seconds: float = 0.0
    item: ItemKind | None = None

    @property
    def ends_at(self) -> float:
        """The running time when the row is over."""
        return round(self.starts_at + self.seconds, 1)

    @property
    def spoken(self) -> tuple[str, ...]:
        """What is said aloud: sentences, the warning in small letters, nothing of a cue."""
        if self.kind == "warning":
            return (SPOKEN_WARNING,)
        return self.lines if self.kind == "speech" else ()


@dataclass(frozen=True)
class Form:
    """A form of the script: the end of its file's name, its name in Vietnamese, its type."""

    name: str
    suffix: str
    title: str
    media_type: str
    binary: bool = False


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = (
    Form("docx", "docx", "Word để in và ký duyệt", _WORD, binary=True),
    Form("html", "html", "Chữ lớn, nhắc lời", "text/html"),
    Form("txt", "txt", "Văn bản cho phát thanh viên", "text/plain"),
    Form("loa", "loa.txt", "Lời thuần cho loa đọc tự động", "text/plain"),
    Form("ssml", "ssml", "SSML cho máy đọc", "application/ssml+xml"),
    Form("json", "json", "JSON", "application/json"),
)
"""Every form, in the order in which it is offered."""


@dataclass(frozen=True)
class Script:
    """A bulletin with its title, laid out in rows, and its finished files by form."""

    bulletin: Bulletin
    title: str
    rows: tuple[Row, ...]
    dialect: Dialect = "north"
    files: Mapping[str, Content] = field(default_factory=dict)
