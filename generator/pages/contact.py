"""Whom to write to, by what a city has said: never a label with nothing behind it."""

from generator.model.settings import City


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


def privacy_contact(city: City) -> str:
    """Who answers about personal data."""
    return contact_words(city, city.statements.privacy_office)


def security_contact(city: City) -> str:
    """Who is told of weaknesses of the site."""
    return contact_words(city, email=city.statements.security_email)
