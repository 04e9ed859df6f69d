"""The station's column in `city.yaml`: when, how long, in whose voices, with which music."""

from typing import Literal, NamedTuple

from pydantic import Field

from generator.model.setting_types import Day, Settings, Text, TimeOfDay

Dialect = Literal["north", "south"]
"""Whose words are read on air: nghìn, linh, mùng of the North; ngàn, lẻ, mồng of the South."""


Papers = Literal["end", "site"]
"""Where the papers behind the news are named: at the end of the script, or on the site alone."""


Address = Literal["comrade", "mister", "occasion"]
"""How a person is called: đồng chí; ông or bà; đồng chí in praise and ông or bà in criticism."""


Turns = Literal["item", "passage"]
"""When the announcers change: after each piece of news, or within one, after two sentences."""


class Announcer(NamedTuple):
    """One voice as it reads: its id, the name that stands in the script, its syllables a minute."""

    voice_id: str
    name: str
    syllables_per_minute: int


class Voice(Settings):
    """An announcer of the column."""

    id: Text = Field(title="ký hiệu của phát thanh viên", examples=["MC1"])
    """A short sign that stays when the person changes, e.g. MC1."""
    name: Text = Field(title="tên ghi trước lời đọc trong kịch bản", examples=["MC1"])
    """What stands in the script before her lines."""
    syllables_per_minute: int | None = Field(
        default=None, ge=80, le=400, title="tốc độ đọc riêng, âm tiết mỗi phút", examples=[200]
    )
    """Her own rate; the column's when not given."""


class Jingle(Settings):
    """Music that is played, not read."""

    name: Text = Field(title="tên đoạn nhạc trong kịch bản", examples=["Nhạc hiệu chuyên mục"])
    """What the cue in the script calls it."""
    seconds: float = Field(ge=0, le=120, title="đoạn nhạc dài bao nhiêu giây", examples=[8])
    """How long it is played."""


class Jingles(Settings):
    """The music of the column."""

    opening: Jingle = Field(
        default=Jingle(name="Nhạc hiệu chuyên mục", seconds=8), title="nhạc mở đầu"
    )
    """Before the greeting."""
    between: Jingle | None = Field(default=None, title="nhạc chuyển giữa các phần")
    """Between the parts of the column; none when they follow one another."""
    closing: Jingle = Field(default=Jingle(name="Nhạc hiệu", seconds=5), title="nhạc kết thúc")
    """After the farewell."""


class Pauses(Settings):
    """Silence while reading, in seconds."""

    comma: float = Field(default=0.2, ge=0, le=2, title="nghỉ ở dấu phẩy, dấu hai chấm, theo giây")
    """The breath at a comma or a colon."""
    sentence: float = Field(default=0.5, ge=0, le=3, title="nghỉ sau mỗi câu, theo giây")
    """The stop after a sentence."""
    item: float = Field(default=1.0, ge=0, le=10, title="nghỉ sau mỗi tin, theo giây")
    """The pause after an item."""


class RadioLimits(Settings):
    """At most so many pieces of news in one bulletin; corrections are never limited."""

    praise: int = Field(default=6, ge=0, le=1_000, title="số tin nêu gương nhiều nhất")
    """Commendations."""
    criticism: int = Field(default=6, ge=0, le=1_000, title="số tin phê bình nhiều nhất")
    """Criticisms."""
    follow_up: int = Field(default=4, ge=0, le=1_000, title="số tin giải trình, khắc phục")
    """Replies and remedies of criticisms aired before."""
    deadline: int = Field(default=4, ge=0, le=1_000, title="số tin sắp đến hạn nhiều nhất")
    """Deadlines coming."""
    timing: int = Field(default=6, ge=0, le=1_000, title="số tin về thời gian làm thủ tục")
    """Stories about how long procedures take."""
    unit: int = Field(default=2, ge=1, le=1_000, title="số tin về cùng một đơn vị")
    """Pieces of news about one unit, so that no unit fills the column."""
    carry_weeks: int = Field(default=4, ge=0, le=520, title="số tuần giữ lại tin chưa đọc kịp")
    """Weeks for which news that did not fit is carried on; after that it is news no more."""


class Credits(Settings):
    """Who made the column, as its last words say."""

    edited_by: Text | None = Field(default=None, title="người biên tập", examples=["Phòng Nội vụ"])
    """Who edited it."""
    read_by: Text | None = Field(default=None, title="người đọc", examples=["Hoa và Sen"])
    """Who reads it."""


class Wish(Settings):
    """What is wished to listeners before a feast."""

    feast: Text = Field(title="tên ngày lễ trong calendar.csv", examples=["Tết Nguyên đán"])
    """A day off by its name, or a part of it."""
    words: Text = Field(
        title="lời chúc", examples=["Kính chúc quý vị và gia đình năm mới an khang, thịnh vượng."]
    )
    """What is said, in a sentence."""


class Radio(Settings):
    """The station's column."""

    station: Text = Field(title="tên đầy đủ của đài", examples=["Đài Truyền thanh phường Hoa Sen"])
    """The station's full name."""
    column: Text = Field(title="tên chuyên mục", examples=["Kỷ luật, kỷ cương hành chính"])
    """The column's name."""
    slot_minutes: float = Field(gt=0, le=60, title="thời lượng chuyên mục, theo phút", examples=[5])
    """Length of the weekly slot, in minutes."""
    syllables_per_minute: int = Field(
        default=200, ge=80, le=400, title="tốc độ đọc chung, âm tiết mỗi phút"
    )
    """The rate of the announcers that have none of their own, in syllables a minute."""
    air_weekday: int = Field(
        ge=1, le=7, title="thứ phát sóng, 1 là thứ Hai, 7 là Chủ nhật", examples=[6]
    )
    """ISO weekday on which the column is aired (6 is Saturday)."""
    begins_on: Day | None = Field(
        default=None, title="ngày chuyên mục bắt đầu", examples=["2026-11-28"]
    )
    """No script is written for a day of airing before it; without it, from the first record on."""
    air_time: TimeOfDay | None = Field(default=None, title="giờ phát sóng", examples=["06:00"])
    """The time of day at which it is aired; without it the greeting names the day alone."""
    on_days_off: bool = Field(default=False, title="có phát vào ngày nghỉ lễ, Tết không")
    """Whether it is aired on a holiday; without it that week is passed over, and its news waits."""
    address: Address = Field(default="comrade", title="gọi người được nêu tên là gì")
    """How people are called: đồng chí, ông and bà, or that only where one is criticised."""
    papers: Papers = Field(default="site", title="số hiệu văn bản đọc ở đâu", examples=["site"])
    """Whether documents are named once at the end of a script, or only on the site."""
    approvers: tuple[Text, ...] = Field(
        default=(),
        title="chức danh những người được duyệt kịch bản",
        examples=[["Trưởng phòng Nội vụ"]],
    )
    """The posts of those who may approve a script; while none is named, no approval is asked."""
    wishes: tuple[Wish, ...] = Field(default=(), title="lời chúc trước ngày lễ, Tết")
    """What is said at the end of the last broadcast before a feast."""
    credits: Credits | None = Field(default=None, title="những người làm chuyên mục")
    """Who is named in the last words."""
    dialect: Dialect = Field(default="north", title="phương ngữ của phát thanh viên")
    """The announcers' dialect, which decides a few words of numbers and days."""
    voices: tuple[Voice, ...] = Field(
        default=(Voice(id="MC1", name="MC1"), Voice(id="MC2", name="MC2")),
        min_length=1,
        title="các phát thanh viên thay nhau đọc",
    )
    """The announcers, who take turns item by item."""
    turns: Turns = Field(
        default="item", title="các phát thanh viên thay nhau sau mỗi tin hay mỗi đoạn"
    )
    """When the next announcer goes on."""
    jingles: Jingles = Field(default=Jingles(), title="nhạc của chuyên mục")
    """The music of the column."""
    pauses: Pauses = Field(default=Pauses(), title="các quãng nghỉ khi đọc")
    """Silence while reading."""
    limits: RadioLimits = Field(default=RadioLimits(), title="số tin nhiều nhất của mỗi bản tin")
    """How much of what fits into one bulletin."""

    @property
    def announcers(self) -> tuple[Announcer, ...]:
        """The voices, each with the rate she reads at."""
        rate = self.syllables_per_minute
        return tuple(
            Announcer(voice.id, voice.name, voice.syllables_per_minute or rate)
            for voice in self.voices
        )
