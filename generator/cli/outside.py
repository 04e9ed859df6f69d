"""The day outside, by the machine's clock, which the commands alone ask."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.model.text import vn_date, vn_number

if TYPE_CHECKING:
    from generator.model.settings import City

STALE = (
    "Lưu ý: ngày số liệu là {as_of}, chậm {days} ngày so với đồng hồ của máy ({outside}). Tên hết "
    "hạn, việc tới hạn đều tính theo ngày số liệu. Hãy chuyển ngày: congkhai today"
)
AHEAD = (
    "Lưu ý: ngày số liệu là {as_of}, còn đồng hồ của máy mới tới {outside}. Hãy kiểm tra mục as_of "
    "của city.yaml và đồng hồ của máy."
)


def today_outside() -> date:
    """Today, where the machine stands."""
    return datetime.now().astimezone().date()


def warn_of_day(data_dir: Path) -> None:
    """Says that the day of the figures is older than the settings allow, or still to come."""
    from generator.app.sources import Refused, read_settings

    try:
        city, _ = read_settings(data_dir)
    except Refused:
        return  # told by the check
    tell_of_day(city)


def tell_of_day(city: "City") -> None:
    """The same of settings that have been read."""
    outside, days = today_outside(), city.days_of_grace
    lag = (outside - city.as_of).days
    if days is None or 0 <= lag <= days:
        return
    sentence = STALE if lag > 0 else AHEAD
    told = {"as_of": vn_date(city.as_of), "outside": vn_date(outside), "days": vn_number(lag)}
    typer.echo(sentence.format(**told), err=True)
