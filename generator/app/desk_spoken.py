"""One record as the announcer reads it in the script that is being prepared."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.audio import CannotSpeak, speak
from generator.edition.edition import Edition
from generator.edition.script import ScriptRow
from generator.model.radio_settings import Dialect
from generator.radio.items.kind import Candidates, Story
from generator.radio.scripts.forms import make_script
from generator.radio.week_script import BroadcastWeek, broadcast_week, write_script
from generator.radio.weeks import week_heard
from generator.speech.reader.reader import Reader

__all__ = ["CannotSpeak", "Spoken", "sound", "spoken"]
NO_STATION = "Chưa khai đài phát chuyên mục nên không có lời đọc."
NOT_NEWS = (
    "Bản tin tuần này không đọc về bản ghi này: nó không thuộc loại được đọc, hoặc đã qua thời "
    "gian là tin mới."
)
UNREADABLE = "Không chắc phải đọc “{}” thế nào. Hãy viết đủ chữ, hoặc khai trong bảng chữ viết tắt."


@dataclass(frozen=True)
class Spoken:
    """What is read and how long that takes; `why` says why nothing is read."""

    rows: tuple[ScriptRow, ...] = ()
    dialect: Dialect = "north"
    why: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that is said, in spoken words."""
        return tuple(sentence for row in self.rows for sentence in row.spoken)

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return round(sum(row.seconds for row in self.rows), 1)


def spoken(edition: Edition, record_id: str) -> Spoken:
    """A record as it is read where nothing has been heard of it yet."""
    if edition.city.radio is None:
        return Spoken(why=NO_STATION)
    week = week_heard(edition.as_of, edition.radio.air_weekday)
    heard = broadcast_week(edition, week, (), (), Reader(edition.speech))
    mine = tuple(story for story in heard.news.stories if record_id in story.record_ids)
    if not mine:
        return Spoken(why=NOT_NEWS)
    rows = tuple(_rows(edition, heard, mine, record_id))
    return Spoken(rows, edition.radio.dialect) if rows else Spoken(why=_unread(mine))


def _unread(stories: tuple[Story, ...]) -> str:
    fragment = next((story.fragment for story in stories if story.fragment), "")
    return UNREADABLE.format(fragment) if fragment else NOT_NEWS


def _rows(
    edition: Edition, week: BroadcastWeek, stories: tuple[Story, ...], record_id: str
) -> Iterator[ScriptRow]:
    """What of a script of these stories alone is about the record."""
    bulletin = write_script(replace(week, news=Candidates(stories)))
    said = {item.sentences for item in bulletin.items if record_id in item.record_ids}
    script = make_script(bulletin, bulletin.bulletin_id, edition.radio)
    yield from (row for row in script.rows if row.kind == "speech" and row.lines in said)


def sound(words: Spoken) -> bytes:
    """The same as WAV by the machine's voice. Raises CannotSpeak."""
    return speak(words.rows, words.dialect).wav
