"""What every feed says alike: ids that stay, addresses, the mark of a sample.

Ids are made of the city's name and of what they are of, so that they stay when the site moves or
gets its first address.
"""

from uuid import NAMESPACE_OID, uuid5

from generator.edition.bulletin_words import WARNING
from generator.model.text import slug


def feed_id(city_name: str, what: str) -> str:
    """The id of a feed or of one of its entries."""
    return uuid5(NAMESPACE_OID, f"congkhai:{slug(city_name)}:{what}").urn


def titled(title: str, sample: bool, mark: str = WARNING) -> str:
    """The title, which says of a sample that it is one."""
    return f"{mark}: {title}" if sample else title
