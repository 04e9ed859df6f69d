"""`city.yaml` as typed settings: who publishes, as of which day, under which policy."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import ClassVar
from zoneinfo import ZoneInfo

from pydantic import Field

from generator.model.capitals import division_of
from generator.model.citations import Citing, meant
from generator.model.delivery_settings import Delivery
from generator.model.directives import Directive, in_force, that_sets
from generator.model.duty_names import DutyName
from generator.model.duty_settings import CutDuty, called
from generator.model.engines import USUAL, Engine
from generator.model.laws import LAWS, Jurisdiction, Law
from generator.model.ledger_settings import LedgerSettings
from generator.model.look_settings import Look
from generator.model.policy_settings import DisciplinaryMeasure, Policy, Publishing
from generator.model.radio_settings import Dialect, Radio
from generator.model.record import FIRST_DAY
from generator.model.report_indicators import ReportIndicator
from generator.model.reporting import Asked, Reporting, asked_for, reporting
from generator.model.service import Service
from generator.model.setting_types import (
    Day,
    Email,
    Phone,
    Settings,
    Text,
    TimeZone,
    WebAddress,
)
from generator.model.statement_settings import Statements
from generator.model.text import quarter_end, slug

USUAL_AS_OF_DAYS = 7
"""The day of the figures is moved with every weekly broadcast, where a city says nothing else."""
PLACE = "địa phương"
"""What a place is called whose kind is not said."""


class Identity(Settings):
    """Who publishes."""

    name: Text = Field(title="tên nơi công bố", examples=["Phường Hoa Sen"])
    """The city's name as it stands at the head of a page, e.g. "Phường Hoa Sen"."""
    kind: Text | None = Field(
        default=None, title="loại nơi công bố, viết thường", examples=["thành phố"]
    )
    """What kind of place it is in small letters; without it, the first word of its name says so."""
    jurisdiction: Jurisdiction = Field(
        default="vn", title="pháp luật áp dụng: vn là của Việt Nam, other là của nước khác"
    )
    """Whose law is cited; where nobody has entered any, no law is."""
    time_zone: TimeZone = Field(
        default="Asia/Ho_Chi_Minh", title="múi giờ của nơi công bố", examples=["Asia/Ho_Chi_Minh"]
    )
    """The zone in which feeds tell the moments of its days."""
    site_name: Text = Field(title="tên trang", examples=["Công khai kỷ cương"])
    """The site's own name."""
    authority: Text = Field(
        title="cơ quan chịu trách nhiệm", examples=["Ủy ban nhân dân phường Hoa Sen"]
    )
    """The body that answers for the publication."""
    contact_office: Text | None = Field(
        default=None, title="nơi nhận phản ánh", examples=["Phòng Văn hóa - Xã hội"]
    )
    """The office to write to when something is wrong."""
    report_unit: Text | None = Field(
        default=None,
        title="mã đơn vị tổng hợp, ký báo cáo định kỳ, nếu không phải đơn vị đóng kỳ công bố",
        examples=["phong-noi-vu"],
    )
    """The unit that compiles and signs the city's official reports."""
    phone: Phone | None = Field(
        default=None, title="điện thoại nơi nhận phản ánh", examples=["0000 000 000"]
    )
    """Telephone of that office."""
    email: Email | None = Field(
        default=None, title="thư điện tử nơi nhận phản ánh", examples=["phan-anh@congkhai.example"]
    )
    """E-mail of that office."""
    address: Text | None = Field(
        default=None, title="địa chỉ nơi nhận phản ánh", examples=["(địa chỉ cơ quan)"]
    )
    """Street address of that office."""


class Hotline(Settings):
    """A number to call about a fault or a grievance."""

    name: Text = Field(title="cơ quan nghe máy", examples=["Phòng Văn hóa - Xã hội"])
    """Who answers."""
    phone: Phone = Field(title="số điện thoại", examples=["0000 000 001"])
    """The number as it is dialled."""
    about: Text | None = Field(
        default=None, title="gọi về việc gì", examples=["hồ sơ chậm, bị đòi thêm giấy tờ"]
    )
    """What to call for."""
    hours: Text | None = Field(
        default=None, title="giờ có người nghe máy", examples=["giờ hành chính"]
    )
    """When somebody answers."""


class City(Settings):
    """The whole of `city.yaml`."""

    UNSEALED: ClassVar[frozenset[str]] = frozenset(
        {"city", "as_of", "as_of_days", "hotlines", "look", "site_url", "engine", "statements"}
        | {"delivery"}
    )
    """Blocks that may change in silence: whom to ask and where; all others shape what is
    published, and each edition is closed with them."""

    city: Identity = Field(title="nơi công bố")
    """Who publishes."""
    directives: tuple[Directive, ...] = Field(default=(), title="các văn bản chỉ đạo")
    """The documents behind the publication: none, one, or several, in force at once or in turn."""
    as_of: Day = Field(title="ngày chốt số liệu", examples=["2018-12-31"])
    """Today, for every overdue, open and expired; no code asks the system for the date."""
    as_of_days: int | None = Field(
        default=None, ge=0, le=3660, title="số ngày mà ngày số liệu được chậm", examples=[7]
    )
    """How many days old `as_of` may be before commands warn; none: 7, and a sample never warns."""
    sample: bool = Field(title="số liệu mẫu hay thật", examples=[True])
    """True when the records are invented: then every page and script says so."""
    policy: Policy = Field(title="các mức do nơi công bố quyết định")
    """Numbers decided by the city."""
    service: Service = Field(default=Service(), title="giờ phục vụ của các đơn vị")
    """Office hours, and the units that never close."""
    publishing: Publishing | None = Field(default=None, title="hạn công bố tự đặt ra")
    """What the city owes the public itself; none when it has set no day for it."""
    ledger: LedgerSettings = Field(default=LedgerSettings(), title="sổ công khai")
    """The public log."""
    radio: Radio | None = Field(default=None, title="chuyên mục phát thanh")
    """The station's column; none where no station airs one."""
    disciplinary_measures: tuple[DisciplinaryMeasure, ...] = Field(
        default=(), title="các hình thức kỷ luật"
    )
    """The dated vocabulary of disciplinary forms; criticism is not one of them."""
    look: Look | None = Field(default=None, title="màu và biểu trưng riêng")
    """The city's own colour and emblem; none for the usual ones."""
    hotlines: tuple[Hotline, ...] = Field(default=(), title="các số để người dân gọi")
    """The numbers to call, in the order in which they are offered."""
    site_url: WebAddress | None = Field(
        default=None, title="địa chỉ công khai của trang", examples=["https://congkhai.example/"]
    )
    """Public address of the site, for canonical links; none when it has no fixed address."""

    engine: Engine = Field(default=USUAL, title="công cụ dựng khung trang", examples=["none"])
    """What draws the hand-written pages and the frame: mkdocs, or none but the program itself."""
    statements: Statements = Field(
        default=Statements(), title="điều khoản dùng lại dữ liệu, nơi trả lời về trang"
    )
    """On what terms the data are open, and who answers about them."""
    delivery: Delivery = Field(default=Delivery(), title="nơi công bố trang")
    """Where the finished site goes."""

    @property
    def public(self) -> "City":
        """The settings as a site may hold them: where it is put concerns nobody else."""
        return self.model_copy(update={"delivery": Delivery()})

    @property
    def days_of_grace(self) -> int | None:
        """How many days `as_of` may lag behind the day outside; None where it stands still."""
        if self.as_of_days is None:
            return None if self.sample else USUAL_AS_OF_DAYS
        return self.as_of_days

    @property
    def place(self) -> str:
        """What kind of place publishes, in small letters: "thành phố", "phường"."""
        return self.city.kind or division_of(self.city.name) or PLACE

    @property
    def law(self) -> Law:
        """What is law where it publishes."""
        return LAWS[self.city.jurisdiction]

    @property
    def dialect(self) -> Dialect:
        """Whose words texts are read in; those of the North where there are no announcers."""
        return self.radio.dialect if self.radio else "north"

    @property
    def office(self) -> str:
        """Who answers letters: the office for grievances, else the body that publishes."""
        return self.city.contact_office or self.city.authority

    @property
    def attribution(self) -> str:
        """How whoever uses the data names their source."""
        named = f"Nguồn: {self.city.authority}, trang {self.city.site_name}"
        return self.statements.attribution or named

    @property
    def log_origin(self) -> str:
        """What a public log that begins now calls itself: "so-cong-khai/thanh-pho-thanh-hoa"."""
        return self.ledger.origin or f"so-cong-khai/{slug(self.city.name)}"

    @property
    def begins_on(self) -> date:
        """The day before which nothing was ordered or promised: the first document's, if any."""
        ordered = [item.begins_on for item in self.directives]
        promised = [self.publishing.since] if self.publishing and not ordered else []
        return min([*ordered, *promised], default=FIRST_DAY)

    @property
    def editions_since(self) -> date | None:
        """The day from which an edition of every quarter is promised; None where none is."""
        return self.publishing.since if self.publishing else None

    @property
    def in_force(self) -> tuple[Directive, ...]:
        """The documents in force today."""
        return in_force(self.directives, self.as_of)

    @property
    def issued(self) -> tuple[Directive, ...]:
        """The documents that are there today, in force or not any more."""
        return tuple(item for item in self.directives if item.issued_on <= self.as_of)

    def moment(self, day: date, at: time = time()) -> datetime:
        """A time of a day, its first moment without one, in the place's time zone."""
        return datetime.combine(day, at, ZoneInfo(self.city.time_zone))

    def that_sets(self, duty: DutyName, day: date | None = None) -> Directive | None:
        """The document in force on a day, today where none is given, that sets a duty."""
        return that_sets(self.directives, duty, day or self.as_of)

    def orders(self, duty: DutyName) -> bool:
        """True when a document that is there today sets a duty, in force still or not any more."""
        return any(item.duty(duty) for item in self.issued)

    @property
    def cut(self) -> CutDuty | None:
        """The cut of time limits that is ordered today."""
        directive = self.that_sets("cut")
        return directive.duties.cut if directive else None

    @property
    def reports_called(self) -> str:
        """What the reports that its documents order are called inside a sentence."""
        return called(d for item in self.issued if (d := item.duties.reports))

    def reporting(self, quarter: str) -> tuple[Reporting, ...]:
        """Under which documents units report on `2018-Q4`; none where no report of it is owed."""
        return reporting(self.directives, quarter)

    def asked_for(self, quarter: str) -> tuple[Asked, ...]:
        """What units report on for `2018-Q4`, in the order in which it is asked."""
        return asked_for(self.directives, quarter)

    @property
    def indicators(self) -> Mapping[str, ReportIndicator]:
        """Every indicator of every document by its id; of one that comes again, the newest."""
        return {
            indicator.id: indicator
            for directive in self.directives
            for indicator in directive.indicators
        }

    def reviewing(self, quarter: str) -> Directive | None:
        """The document by which units are reviewed for `2018-Q4`; None when none says so."""
        return self.that_sets("reviews", min(quarter_end(quarter), self.as_of))

    def meant(self, record: Citing) -> tuple[Directive, ...]:
        """The documents that a record can mean; none of a record of another document."""
        said = record.citation
        return meant(self.directives, said) if said else ()

    def cited(self, record: Citing) -> Directive | None:
        """The document that a record cites; None when it can mean none, or several."""
        found = self.meant(record)
        return found[0] if len(found) == 1 else None
