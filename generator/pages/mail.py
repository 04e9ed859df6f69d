"""A letter ready to be sent: whom to tell when something is wrong, with page and record named."""

from datetime import date
from functools import lru_cache
from urllib.parse import quote

from generator.edition.edition import Edition
from generator.model.text import vn_date
from generator.pages.links import absolute

BLANK = "........"
"""Where the sender writes which page or record is meant; the page's script may fill it in."""
BODY = """Kính gửi {office},

Tôi phản ánh về: {about}
Kỳ công bố: {edition_id}, số liệu đến hết ngày {day}

Sự việc, hoặc điều tôi cho là sai:


Căn cứ (nếu có):


Họ tên, cách liên hệ (không bắt buộc):
"""


def mail_link(edition: Edition, title: str = "", url: str | None = None) -> str | None:
    """`mailto:` with everything but the grievance written; None when the city names no address.

    `url` is the page's address relative to the site's root.
    """
    city = edition.city
    if not city.city.email:
        return None
    about = BLANK if url is None else f"{title} ({absolute(city.site_url or '', url)})"
    subject = f"Phản ánh: {title or city.city.site_name}"
    if city.sample:
        subject = f"[Dữ liệu mẫu] {subject}"
    office = city.city.contact_office or city.city.authority
    before, after = _quoted_body(office, edition.edition_id, edition.as_of)
    return (
        f"mailto:{quote(city.city.email, safe='@')}?subject={quote(subject)}"
        f"&body={before}{quote(about)}{after}"
    )


@lru_cache(maxsize=8)
def _quoted_body(office: str, edition_id: str, day: date) -> tuple[str, str]:
    """The letter before and after what it is about, which alone differs from page to page."""
    body = BODY.replace("\n", "\r\n")
    before, _, after = body.partition("{about}")
    values = {"office": office, "edition_id": edition_id, "day": vn_date(day)}
    return quote(before.format_map(values)), quote(after.format_map(values))
