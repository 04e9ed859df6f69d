"""The sitemap: every page, sorted, with the edition's day instead of the clock's."""

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape

from generator.pages.links import absolute

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def render_sitemap(urls: Iterable[str], as_of: date, site_url: str) -> Iterator[bytes]:
    """sitemap.xml of page addresses relative to the site's root, piece by piece.

    The protocol of sitemaps.org wants whole addresses, so a site without one has no sitemap.
    """
    root = absolute(site_url, "")
    day = as_of.isoformat()
    yield _HEAD.encode()
    for url in sorted(set(urls)):
        yield f"<url><loc>{escape(root + url)}</loc><lastmod>{day}</lastmod></url>\n".encode()
    yield b"</urlset>\n"
