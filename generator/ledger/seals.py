"""Seals of editions: that the records first published in one are as the last closing left them.

A closing compares every record with its openings, then seals the records of each edition together
with the file of their openings. The next closing need not open what still fits its seal, which
stands in the ledger; `check` and `verify` never rely on one.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from pydantic_core import to_json

from generator.ledger.chain import Chain
from generator.ledger.opening_files import FOLDER, opening_file, read_inside
from generator.model.recommendations import PublicRecord

SALTS_FILE = f"{FOLDER}/salts.csv"
"""A salt of each seal: without it a record could be found by trial. It is never published."""
_HEADER = ("edition", "salt")


def file_hash(openings: bytes) -> bytes:
    """What a seal holds of a file of openings."""
    return sha256(openings).digest()


def seal(salt: str, file: bytes, records: Iterable[bytes]) -> str:
    """SHA-256 over the salt, the hash of the openings' file and the records' hashes, in hexadecimal
    digits."""
    parts = (salt.encode(), file, *sorted(records))
    return sha256(b"".join(parts)).hexdigest()


def record_hashes(
    records: Iterable[PublicRecord], first_editions: Mapping[str, str]
) -> Mapping[str, list[bytes]]:
    """The hash of each public record with all that is told of it, by the edition that published it
    first; new ones are left out."""
    found: dict[str, list[bytes]] = {}
    for record in records:
        if edition := first_editions.get(record.record_id):
            told = sha256(to_json(record, exclude_none=True)).digest()
            found.setdefault(edition, []).append(told)
    return found


def sealed_editions(
    data_dir: Path, chain: Chain, salts: Mapping[str, str], records: Iterable[PublicRecord]
) -> frozenset[str]:
    """The editions whose public records and openings are those of the last closing.

    Raises OSError.
    """
    sealed = sorted(chain.seals.keys() & salts.keys())
    with ThreadPoolExecutor(max_workers=1) as beside:  # files on one core, records on the other
        files = beside.map(lambda edition: _hash_there(data_dir, edition), sealed)
        told = record_hashes(records, chain.first_editions)
        now = dict(zip(sealed, files, strict=True))
    return frozenset(
        edition
        for edition, file in now.items()
        if chain.seals[edition] == seal(salts[edition], file, told.get(edition, ()))
    )


def _hash_there(data_dir: Path, edition: str) -> bytes:
    return file_hash(read_inside(data_dir, opening_file(edition)))


def parse_salts(content: bytes) -> Mapping[str, str]:
    """The salts of a file, by edition; none of what cannot be read, so that nothing is sealed."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("ascii")), strict=True))
    except (csv.Error, ValueError):
        return {}
    return {row[0]: row[1] for row in rows[1:] if len(row) == len(_HEADER)}


def render_salts(salts: Mapping[str, str]) -> bytes:
    """The file of salts, by edition."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows((_HEADER, *sorted(salts.items())))
    return text.getvalue().encode("ascii")
