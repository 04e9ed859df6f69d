"""What a public site owes its readers: terms, privacy, access, and whom to tell of a weakness.

The pages are written by hand (`content/`); `security.txt` is made as RFC 9116 lays it out.
"""

from datetime import timedelta

from generator.model.settings import City
from generator.model.site_paths import SectionFolder
from generator.pages.contact import phone_uri
from generator.pages.links import absolute
from generator.pages.renderer import Renderer
from generator.pages.section import Section
from generator.pages.supervision.feedback import PLACE as FEEDBACK

SECURITY_TXT = ".well-known/security.txt"
"""Where those who find a weakness look for it (RFC 9116, 3)."""
PRIVACY = f"{SectionFolder.PRIVACY}/"
VALID_DAYS = 365
"""RFC 9116, 2.5.5: it is to be renewed within a year; a site whose day stands still runs out."""


def files(renderer: Renderer) -> dict[str, bytes]:
    """The `security.txt` of a city that can be reached; by the RFC there is none without."""
    city = renderer.edition.city
    text = security_txt(city)
    return {SECURITY_TXT: text.encode()} if text else {}


def security_txt(city: City) -> str:
    """Whom to tell, until when that holds, in which languages; empty where nobody can be told."""
    contacts = tuple(f"Contact: {contact}" for contact in _contacts(city))
    if not contacts:
        return ""
    expires = city.as_of + timedelta(days=VALID_DAYS)
    lines = (
        *contacts,
        f"Expires: {expires.isoformat()}T00:00:00Z",
        "Preferred-Languages: vi, en",
        *(f"Canonical: {address}" for address in _secure(city, SECURITY_TXT)),
        *(f"Policy: {address}" for address in _secure(city, PRIVACY)),
    )
    return "\n".join(lines) + "\n"


def _contacts(city: City) -> tuple[str, ...]:
    """A letter, the page that says the other ways, and a call, the better one first."""
    email, call = city.statements.security_email or city.city.email, phone_uri(city)
    return (
        *((f"mailto:{email}",) if email else ()),
        *_secure(city, f"{FEEDBACK}/"),
        *((call,) if call else ()),
    )


def _secure(city: City, url: str) -> tuple[str, ...]:
    """The address of a page; none where the site has none by https, which the RFC asks for."""
    is_secure = city.site_url is not None and city.site_url.startswith("https://")
    return (absolute(city.site_url, url),) if city.site_url and is_secure else ()


SECTIONS = (
    Section(f"{SectionFolder.TERMS}/", "Điều khoản sử dụng", (), is_statement=True),
    Section(PRIVACY, "Quyền riêng tư", (), (files,), is_statement=True),
    Section(f"{SectionFolder.ACCESSIBILITY}/", "Khả năng tiếp cận", (), is_statement=True),
)
