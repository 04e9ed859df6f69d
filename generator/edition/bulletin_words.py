"""How a bulletin is titled and timed in writing; the same words on pages and in documents."""

from datetime import date

from generator.edition.bulletin import Bulletin
from generator.model.laws import LAWS
from generator.model.text import vn_date, vn_weekday

WARNING = "BẢN THỬ, KHÔNG PHÁT SÓNG"
"""What every script of a sample begins and ends with."""
_GROUNDS = {
    "thông tin cơ sở": ("grassroots",),
    "cải chính, phản hồi": ("press-correction", "press-reply"),
}
"""What a script rests on, by what is done; a station of a district or commune is not the press."""


def warning_of(bulletin: Bulletin) -> str:
    """What a script that is not to be aired begins and ends with; empty where it may be aired."""
    marks = ("THỬ" if bulletin.sample else "", "CHỜ DUYỆT" if bulletin.is_draft else "")
    said = " ".join(mark for mark in marks if mark)
    return f"BẢN {said}, KHÔNG PHÁT SÓNG" if said else ""


def marked(title: str, bulletin: Bulletin) -> str:
    """The title of a script, which says first of one that it is not to be aired."""
    warning = warning_of(bulletin)
    return f"{warning}: {title}" if warning else title


def approval_words(bulletin: Bulletin) -> str:
    """Who approved a script, or what it waits for; empty where no approval is asked for."""
    return bulletin.approval.words if bulletin.approval else ""


def bulletin_number(bulletin: Bulletin) -> str:
    """The number by which a newsroom knows it: 2018-W40 is "40/2018"."""
    return f"{bulletin.bulletin_id[-2:]}/{bulletin.bulletin_id[:4]}"


def week_title(bulletin_id: str) -> str:
    """2018-W40 in words: "Bản tin tuần 40, năm 2018"."""
    return f"Bản tin tuần {int(bulletin_id[-2:])}, năm {bulletin_id[:4]}"


def short_title(bulletin_id: str) -> str:
    """The week's short edition: "Bản tin ngắn tuần 40, năm 2018"."""
    return week_title(bulletin_id).replace("Bản tin", "Bản tin ngắn", 1)


def air_day_words(day: date) -> str:
    """The day of airing with its weekday: "thứ bảy, 06/10/2018"."""
    return f"{vn_weekday(day)}, {vn_date(day)}"


def length_words(seconds: float) -> str:
    """292 seconds as people say them: "4 phút 52 giây"."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [f"{minutes} phút" if minutes else "", f"{rest} giây" if rest else ""]
    return " ".join(part for part in parts if part) or "0 giây"


def running_time(seconds: float) -> str:
    """292 seconds as a clock shows them: "4:52"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def void_words(bulletin: Bulletin) -> str:
    """Since when copies pulled before may not be aired, and why; empty when none is void."""
    if bulletin.void_since is None:
        return ""
    return (
        f"Bản đã lấy về trước ngày {vn_date(bulletin.void_since)} không được phát nữa. "
        f"{bulletin.void_reason} Hãy lấy lại bản mới trước khi phát."
    )


def grounds_words(bulletin: Bulletin) -> str:
    """What a script rests on by the law of the day of airing, for its printed head.

    Empty where nobody has entered any law.
    """
    law, day = LAWS[bulletin.jurisdiction], bulletin.air_on
    told = (
        f"{what} theo tinh thần {' và '.join(law.cited(name, day) for name in matters)}"
        for what, matters in _GROUNDS.items()
    )
    return f"Căn cứ: {'; '.join(told)}." if law.grounds else ""
