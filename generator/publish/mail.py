"""A letter ready to be sent: whom to tell when something is wrong, with page and record named."""

from urllib.parse import quote

from generator.contract.edition import Edition
from generator.publish.links import absolute
from generator.text import vn_date

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
    body = BODY.format(
        office=city.city.contact_office or city.city.authority,
        about=about,
        edition_id=edition.edition_id,
        day=vn_date(edition.as_of),
    )
    written = body.replace("\n", "\r\n")
    return (
        f"mailto:{quote(city.city.email, safe='@')}?subject={quote(subject)}&body={quote(written)}"
    )
