"""A script in the station's forms: what the station pulls, and how the script lies on paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.edition.bulletin import Bulletin
from generator.model.content import Content
from generator.model.radio_settings import Dialect

RowKind = Literal["warning", "jingle", "pause", "speech"]


@dataclass(frozen=True)
class ScriptRow:
    """One row of a script laid out: words to speak, a cue, or the warning not to air it.

    `lines` are sentences of a speech, or the one line of a cue. `starts_at` and `seconds` count
    from the first jingle; a warning takes no time of the slot. What is spoken has a rate, which is
    `pace` times that of its announcer, and `stop_seconds` of silence after each sentence; only a
    speech has a `voice` (the announcer's name) and a `title` (what it is, in words).
    """

    kind: RowKind
    lines: tuple[str, ...]
    starts_at: float = 0.0
    seconds: float = 0.0
    voice: str = ""
    syllables_per_minute: int = 0
    pace: float = 1.0
    stop_seconds: float = 0.0
    title: str = ""

    @property
    def ends_at(self) -> float:
        """The running time when the row is over."""
        return round(self.starts_at + self.seconds, 1)

    @property
    def spoken(self) -> tuple[str, ...]:
        """What is said aloud: sentences, nothing of a cue, the warning in small letters, which a
        machine would spell."""
        if self.kind == "warning":
            return tuple(f"{line.capitalize()}." for line in self.lines)
        return self.lines if self.kind == "speech" else ()


@dataclass(frozen=True)
class Script:
    """A bulletin with its title, laid out in rows, and its finished files by form.

    `earlier` are the scripts before it, of which the newest tells which may not be aired any more.
    `forms` are all the forms it is offered in, in that order.
    """

    bulletin: Bulletin
    title: str
    rows: tuple[ScriptRow, ...]
    dialect: Dialect = "north"
    earlier: tuple[Bulletin, ...] = ()
    forms: "tuple[ScriptForm, ...]" = ()
    files: Mapping[str, Content] = field(default_factory=dict)


@dataclass(frozen=True)
class ScriptForm:
    """A form of the script: the end of its file's name, its name in Vietnamese, its media type.

    `render` makes its file; it is None for a page, which the publisher makes with its templates.
    `by_machine` is true of a form that a program reads, and no person.
    """

    name: str
    suffix: str
    title: str
    media_type: str
    render: Callable[[Script], Content] | None
    binary: bool = False
    by_machine: bool = False


def newest(scripts: Mapping[str, Script]) -> Script | None:
    """The newest of the scripts, oldest first, that waits for nobody's approval."""
    ready = (one for one in reversed(list(scripts.values())) if not one.bulletin.is_draft)
    return next(ready, None)
