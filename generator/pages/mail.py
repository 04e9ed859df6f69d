"""A letter ready to be sent: whom to tell when something is wrong, with page and record named."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.model.settings import City
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


@dataclass(frozen=True)
class Letter:
    """A letter to a city's office in an address, but for what it is about.

    `before` and `after` are the letter around that, quoted; `site_url` is the site's own address.
    """

    to: str
    subject: str
    before: str
    after: str
    site_name: str
    site_url: str

    def link(self, title: str = "", url: str | None = None) -> str:
        """`mailto:` with everything but the grievance written.

        `url` is the page's address relative to the site's root.
        """
        about = BLANK if url is None else f"{title} ({absolute(self.site_url, url)})"
        subject = quote(self.subject.format(title or self.site_name))
        return (
            f"mailto:{quote(self.to, safe='@')}?subject={subject}"
            f"&body={self.before}{quote(about)}{self.after}"
        )


def letter_of(city: City, edition_id: str) -> Letter | None:
    """The letter about an edition of a city; None when the city names no address."""
    if not city.city.email:
        return None
    before, _, after = BODY.replace("\n", "\r\n").partition("{about}")
    values = {
        "office": city.office,
        "edition_id": edition_id,
        "day": vn_date(city.as_of),
    }
    return Letter(
        to=city.city.email,
        subject="[Dữ liệu mẫu] Phản ánh: {}" if city.sample else "Phản ánh: {}",
        before=quote(before.format_map(values)),
        after=quote(after.format_map(values)),
        site_name=city.city.site_name,
        site_url=city.site_url or "",
    )
