"""The register of apologies in words and columns: the same on its page, a unit's and in reports."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.apologies import ApologyLine
from generator.model.capitals import capitalize_first
from generator.model.records import Unit
from generator.model.site_paths import SectionFolder
from generator.model.text import vn_number, vn_quarter

URL = f"{SectionFolder.SUPERVISION}/so-xin-loi/"
NAME = "Sổ xin lỗi"
COLUMNS: Mapping[str, str] = {
    "owed_count": "Phải gửi",
    "in_time_count": "Gửi đúng hạn",
    "late_count": "Gửi muộn",
    "missing_count": "Chưa gửi",
    "kept_count": "Giữ được ngày hẹn lại",
    "broken_count": "Không giữ được",
    "pending_count": "Chưa đến ngày hẹn lại",
}
"""What each column is called; the first four are letters, the others new days."""


@dataclass(frozen=True)
class RegisterQuarter:
    """A quarter's lines: the whole city, its months, units by name, and what no unit's row counts.

    Of a quarter that is not over only the city and its months are told.
    """

    quarter: str
    whole: ApologyLine
    months: tuple[ApologyLine, ...]
    units: tuple[tuple[Unit, ApologyLine], ...]
    rest: ApologyLine | None

    @property
    def url(self) -> str:
        """Where its units stand: `giam-sat/so-xin-loi/2018-q4/`."""
        return f"{URL}{self.quarter.lower()}/"

    @property
    def finding(self) -> str:
        """What it says of the city, in a sentence or two."""
        when = capitalize_first(vn_quarter(self.quarter))
        told = (letters_words(self.whole), new_days_words(self.whole))
        return f"{when}: {'. '.join(filter(None, told))}"


def letters_words(line: ApologyLine) -> str:
    """ "12 hồ sơ đến hạn mà chưa giải quyết xong nên phải có phiếu xin lỗi và hẹn lại; 5 phiếu gửi
    đúng hạn, 3 phiếu gửi muộn, 4 phiếu chưa gửi"."""
    if not line.owed_count:
        return "không có hồ sơ nào đến hạn mà chưa giải quyết xong"
    owed, in_time, late, missing = (
        vn_number(count)
        for count in (line.owed_count, line.in_time_count, line.late_count, line.missing_count)
    )
    return (
        f"{owed} hồ sơ đến hạn mà chưa giải quyết xong nên phải có phiếu xin lỗi và hẹn lại;"
        f" {in_time} phiếu gửi đúng hạn, {late} phiếu gửi muộn, {missing} phiếu chưa gửi"
    )


def new_days_words(line: ApologyLine) -> str:
    """ "Trong 9 lần hẹn lại đã đến ngày, 6 lần giữ được, 3 lần không"; empty when none has come."""
    come = line.kept_count + line.broken_count
    if not come:
        return ""
    kept, broken = vn_number(line.kept_count), vn_number(line.broken_count)
    return (
        f"Trong {vn_number(come)} lần hẹn lại đã đến ngày, {kept} lần giữ được, {broken} lần không"
    )
