"""`city.yaml` as typed settings: who publishes, as of which day, under which policy."""

from datetime import date, time
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
WebAddress = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^https?://[\w.-]+(:\d+)?(/[^\s\"'<>\\]*)?$"),
]
"""The address of a site; nothing but http and https, so that no link can run anything."""
PersonKind = Literal["official", "civil_servant", "public_employee"]
Dialect = Literal["north", "south"]
"""Whose words are read on air: nghìn, linh, mùng of the North; ngàn, lẻ, mồng of the South."""


class Settings(BaseModel):
    """Base of every block: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Identity(Settings):
    """Who publishes."""

    name: Text
    """The city's name as it stands at the head of a page, e.g. "Thành phố Thanh Hóa"."""
    site_name: Text
    """The site's own name."""
    authority: Text
    """The body that answers for the publication."""
    contact_office: Text | None = None
    """The office to write to when something is wrong."""
    phone: Text | None = None
    """Telephone of that office."""
    email: Text | None = None
    """E-mail of that office."""
    address: Text | None = None
    """Street address of that office."""


class Hotline(Settings):
    """A number to call about a fault or a grievance."""

    name: Text
    """Who answers."""
    phone: Text
    """The number as it is dialled."""
    about: Text | None = None
    """What to call for."""
    hours: Text | None = None
    """When somebody answers."""


class Directive(Settings):
    """The official letter that orders the publication."""

    document_no: Text
    """Number and symbol, e.g. "643/UBND-TTr"."""
    issued_on: date
    """The day it was signed."""
    title: Text
    """What it is about."""
    clauses: tuple[Text, ...] = ()
    """Its points, e.g. "3.4"; when given, a record may rest on no other."""


class Policy(Settings):
    """Numbers the city has decided; every one is printed on the method page."""

    baseline_on: date
    """The day whose limits are the baseline of the cut (point 1.1 of the letter)."""
    cut_share: float = Field(ge=0, le=1)
    """The least share by which a limit is to be shortened (point 1.1: 30 %)."""
    report_day: int = Field(ge=1, le=28)
    """Day of the quarter's last month by which its report is due (point 4.1: the 15th)."""
    naming_months: int = Field(ge=1, le=60)
    """Months during which a name stays public when the record sets no `effect_until`."""
    reply_days: int = Field(ge=0, le=250)
    """Working days a unit has to reply before it is named."""
    percentile_min_count: int = Field(ge=1, le=1_000_000)
    """Percentiles are given only from this many ended dossiers up; below it, the counts."""
    smallest_count: int = Field(default=5, ge=1, le=1_000)
    """No group of fewer dossiers is published, nor can one be told from what is published."""
    same_day_cutoff: time
    """A same-day dossier received after this time counts from the next working day."""
    on_time_target_share: float | None = Field(default=None, ge=0, le=1)
    """The share of dossiers on time that the city has promised, if it has."""


class Publishing(Settings):
    """What the city itself owes the public: an edition a quarter, a broadcast a week.

    The days are the city's own; point 4.3 of the letter asks for the column, not for a day.
    """

    since: date
    """From the quarter and the week of this day on."""
    edition_unit: Text
    """The unit that closes the editions."""
    edition_days: int = Field(ge=0, le=366)
    """Days after the end of a quarter by which its edition is to be closed."""
    broadcast_unit: Text
    """The unit that airs the column."""


class Announcer(NamedTuple):
    """One voice as it reads: its id, the name that stands in the script, its syllables a minute."""

    voice_id: str
    name: str
    syllables_per_minute: int


class Voice(Settings):
    """An announcer of the column."""

    id: Text
    """A short sign that stays when the person changes, e.g. MC1."""
    name: Text
    """What stands in the script before her lines."""
    syllables_per_minute: int | None = Field(default=None, ge=80, le=400)
    """Her own rate; the column's when not given."""


class Jingle(Settings):
    """Music that is played, not read."""

    name: Text
    """What the cue in the script calls it."""
    seconds: float = Field(ge=0, le=120)
    """How long it is played."""


class Jingles(Settings):
    """The music of the column."""

    opening: Jingle = Jingle(name="Nhạc hiệu chuyên mục", seconds=8)
    """Before the greeting."""
    between: Jingle | None = None
    """Between the parts of the column; none when they follow one another."""
    closing: Jingle = Jingle(name="Nhạc hiệu", seconds=5)
    """After the farewell."""


class Pauses(Settings):
    """Silence while reading, in seconds."""

    comma: float = Field(default=0.2, ge=0, le=2)
    """The breath at a comma or a colon."""
    sentence: float = Field(default=0.5, ge=0, le=3)
    """The stop after a sentence."""
    item: float = Field(default=1.0, ge=0, le=10)
    """The pause after an item."""


class RadioLimits(Settings):
    """At most so many pieces of news in one bulletin; corrections are never limited."""

    praise: int = Field(default=6, ge=0, le=1_000)
    """Commendations."""
    criticism: int = Field(default=6, ge=0, le=1_000)
    """Criticisms."""
    follow_up: int = Field(default=4, ge=0, le=1_000)
    """Replies and remedies of criticisms aired before."""
    deadline: int = Field(default=4, ge=0, le=1_000)
    """Deadlines coming."""
    timing: int = Field(default=6, ge=0, le=1_000)
    """Stories about how long procedures take."""
    unit: int = Field(default=2, ge=1, le=1_000)
    """Pieces of news about one unit, so that no unit fills the column."""
    carry_weeks: int = Field(default=4, ge=0, le=520)
    """Weeks for which news that did not fit is carried on; after that it is news no more."""


class Radio(Settings):
    """The station's column."""

    station: Text
    """The station's full name."""
    column: Text
    """The column's name."""
    slot_minutes: float = Field(gt=0, le=60)
    """Length of the weekly slot, in minutes."""
    syllables_per_minute: int = Field(default=200, ge=80, le=400)
    """The rate of the announcers that have none of their own, in syllables a minute."""
    air_weekday: int = Field(ge=1, le=7)
    """ISO weekday on which the column is aired (6 is Saturday)."""
    dialect: Dialect = "north"
    """The announcers' dialect, which decides a few words of numbers and days."""
    voices: tuple[Voice, ...] = Field(
        default=(Voice(id="MC1", name="MC1"), Voice(id="MC2", name="MC2")), min_length=1
    )
    """The announcers, who take turns item by item."""
    jingles: Jingles = Jingles()
    """The music of the column."""
    pauses: Pauses = Pauses()
    """Silence while reading."""
    limits: RadioLimits = RadioLimits()
    """How much of what fits into one bulletin."""

    @property
    def announcers(self) -> tuple[Announcer, ...]:
        """The voices, each with the rate she reads at."""
        rate = self.syllables_per_minute
        return tuple(
            Announcer(voice.id, voice.name, voice.syllables_per_minute or rate)
            for voice in self.voices
        )


class DisciplinaryMeasure(Settings):
    """A disciplinary form, the kinds of person it may fall on, and the years it was law.

    A code may have several rows: the law has changed, and differs between kinds of person.
    """

    code: Text
    """Value used in `criticisms.measure`."""
    label: Text
    """Vietnamese name."""
    person_kinds: tuple[PersonKind, ...]
    """Kinds of person on whom it may be imposed."""
    posts: Literal["any", "leading", "other"] = "any"
    """Whether it falls only on those who hold a leading post, or only on those who hold none."""
    valid_from: date
    """First day it was law."""
    valid_to: date | None = None
    """Last day it was law; none when it still is."""
    legal_basis: Text | None = None
    """The article it rests on."""


class City(Settings):
    """The whole of `city.yaml`."""

    city: Identity
    """Who publishes."""
    directive: Directive | None = None
    """The letter behind the publication, if there is one."""
    as_of: date
    """Today, for every overdue, open and expired; no code asks the system for the date."""
    sample: bool
    """True when the records are invented: then every page and script says so."""
    policy: Policy
    """Numbers decided by the city."""
    publishing: Publishing | None = None
    """What the city owes the public itself; none when it has set no day for it."""
    radio: Radio
    """The station's column."""
    disciplinary_measures: tuple[DisciplinaryMeasure, ...] = ()
    """The dated vocabulary of disciplinary forms; criticism is not one of them."""
    hotlines: tuple[Hotline, ...] = ()
    """The numbers to call, in the order in which they are offered."""
    site_url: WebAddress | None = None
    """Public address of the site, for canonical links; none when it has no fixed address."""
