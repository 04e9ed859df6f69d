"""Where the files lie by which a published site is verified, relative to its root."""

OPEN_DATA = "du-lieu/"
LEDGER = f"{OPEN_DATA}so-cong-khai.jsonl"
LOG = f"{OPEN_DATA}so-cong-khai/"
"""The prefix of the ledger's files as a transparency log (C2SP tlog-tiles)."""
CHECKPOINT = f"{LOG}checkpoint"
OPENINGS = f"{OPEN_DATA}so-cong-khai-khoa.jsonl"
DESCRIPTOR = f"{OPEN_DATA}datapackage.json"
HOME = "index.html"
"""The page whose foot shows the head of the ledger."""


def table_path(table: str) -> str:
    """The CSV file of a table of the open data."""
    return f"{OPEN_DATA}{table}.csv"
