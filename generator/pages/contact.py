"""Whom to write to, by what a city has said: never a label with nothing behind it."""

import re

from generator.model.laws import Jurisdiction
from generator.model.settings import City

COUNTRY_CODES: dict[Jurisdiction, str] = {"vn": "+84"}
"""What stands before a number that is dialled from another country (ITU-T E.164)."""
_NUMBER = re.compile(r"\(?\+?[0-9][0-9 ().–-]*[0-9]")


def contact_words(city: City, who: str | None = None, email: str | None = None) -> str:
    """Who answers and how he is reached: "Phòng Nội vụ (điện thoại …; thư điện tử …)".

    The office for grievances answers where nobody else is named; only what is known is said.
    """
    told = city.city
    ways = {
        "điện thoại ": told.phone,
        "thư điện tử ": email or told.email,
        "": told.address and told.address.strip("()"),
    }
    known = "; ".join(f"{way}{value}" for way, value in ways.items() if value)
    name = who or city.office
    return f"{name} ({known})" if known else name


def phone_uri(city: City) -> str:
    """The office's number as programs call it (RFC 3966): "tel:+842373852225".

    Empty without a number, and where it is not plain in which country it is dialled.
    """
    found = _NUMBER.match(city.city.phone or "")
    number = re.sub(r"[^+0-9]", "", found[0]) if found else ""
    code = COUNTRY_CODES.get(city.city.jurisdiction, "")
    if number.startswith("+"):
        return f"tel:{number}"
    if not number or not code:
        return ""
    return f"tel:{code}{number[1:]}" if number[0] == "0" else f"tel:{number};phone-context={code}"


def privacy_contact(city: City) -> str:
    """Who answers about personal data."""
    return contact_words(city, city.statements.privacy_office)


def security_contact(city: City) -> str:
    """Who is told of weaknesses of the site."""
    return contact_words(city, email=city.statements.security_email)
