"""Where the sections and files of a published site lie, relative to its root."""

from enum import StrEnum


class SectionFolder(StrEnum):
    """The folder of each section that a site may have beside its documents' own."""

    PROCEDURES = "thu-tuc"
    UNITS = "don-vi"
    COMMENDATIONS = "neu-guong"
    CRITICISMS = "phe-binh"
    BULLETINS = "phat-thanh"
    SUPERVISION = "giam-sat"
    OPEN_DATA = "du-lieu"
    CORRECTIONS = "dinh-chinh"
    METHOD = "phuong-phap"
    AUDIENCES = "danh-cho"
    GUIDE = "huong-dan"
    TERMS = "dieu-khoan"
    PRIVACY = "quyen-rieng-tu"
    ACCESSIBILITY = "tiep-can"


OPEN_DATA = f"{SectionFolder.OPEN_DATA}/"
LEDGER = f"{OPEN_DATA}so-cong-khai.jsonl"
LOG = f"{OPEN_DATA}so-cong-khai/"
"""The prefix of the ledger's files as a transparency log (C2SP tlog-tiles)."""
CHECKPOINT = f"{LOG}checkpoint"
OPENINGS = f"{OPEN_DATA}so-cong-khai-khoa.jsonl"
DESCRIPTOR = f"{OPEN_DATA}datapackage.json"
UNIT_PAGES = f"{SectionFolder.UNITS}/"
PROCEDURE_PAGES = f"{SectionFolder.PROCEDURES}/"
BULLETINS = f"{SectionFolder.BULLETINS}/"
CHARTS = "bieu-do/"
CARDS = "chia-se/"
"""The pictures of pages that others show where a page is shared."""
FEED_FILE = "atom.xml"
SEARCH = "search/"
SEARCH_START = f"{SEARCH}start.js"
"""The folder of the search, and the file that names the others in it."""
SEARCH_DOCUMENTS = rf"{SEARCH}[0-9a-f]+/d[0-9]+\.js"
"""The paths of the files of what the search shows, as a pattern of Python and of JavaScript."""
ASSETS = "assets/"
"""What the site looks like, and its programs."""
OFFLINE_COPY = f"{OPEN_DATA}ban-ngoai-tuyen.zip"
OFFLINE_READ_ME = "DOC-TRUOC.txt"
OFFLINE_ONLY = frozenset({OFFLINE_READ_ME})
"""The copy to read offline, and the files that only such a copy has."""
SITEMAP = "sitemap.xml"
NOT_FOUND = "404.html"
PAGE_FILE = "index.html"
HOME = "index.html"
"""The page whose foot shows the head of the ledger."""
MOST_UNPACKED_BYTES = 2 << 30
"""A zip of a site that says it holds more is not unpacked."""


SOURCE = "nguon-trang.json"
"""What the site can be built again from, beside its ledger and its counts. It holds the names that
pages show, so it lies outside the open data and away from search engines."""


def table_path(table: str) -> str:
    """The CSV file of a table of the open data."""
    return f"{OPEN_DATA}{table}.csv"
