"""Every text of a built site, also what lies in packed files."""

import gzip
import html
import io
import json
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import duckdb

from generator.model.text import fold, slug


def every_byte(site: Path) -> Iterator[tuple[str, bytes]]:
    """(where, bytes) of each file and of each part packed in it, however deep."""
    for path in sorted(site.rglob("*")):
        yield path.relative_to(site).as_posix(), path.name.encode()
        if path.is_file():
            yield from _parts(path.relative_to(site).as_posix(), path.read_bytes())


def _parts(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield where, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield where, name.encode()
                yield from _parts(f"{where}!{name}", packed.read(name))
    elif data.startswith(b"\x1f\x8b"):
        yield from _parts(f"{where}!gz", gzip.decompress(data))
    elif data.startswith(b"\x89PNG"):
        yield from _png(where, data)
    elif data.startswith(b"PAR1"):
        yield f"{where}!rows", _parquet(data)
    elif data.startswith(b"%PDF"):
        for piece in data.split(b"stream\n")[1:]:
            try:
                yield f"{where}!stream", zlib.decompressobj().decompress(piece)
            except zlib.error:
                continue


def _png(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The text chunks of a picture; what is drawn is compared, not read."""
    at = 8
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if kind in (b"zTXt", b"iTXt"):
            start = body.find(b"x\x9c")
            body += zlib.decompressobj().decompress(body[start:]) if start >= 0 else b""
        if kind != b"IDAT":
            yield f"{where}!{kind.decode()}", body
        at += 12 + length


def _parquet(data: bytes) -> bytes:
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        file.write(data)
        file.flush()
        return repr(duckdb.read_parquet(file.name).fetchall()).encode()


def forms(name: str) -> set[bytes]:
    """Every way in which a name may be written in a file, in lower case."""
    found: set[bytes] = set()
    for shown in (name, unicodedata.normalize("NFD", name), fold(name), slug(name)):
        for form in (shown, shown.upper()):
            texts = {
                form,
                quote(form),
                quote_plus(form),
                html.escape(form),
                json.dumps(form)[1:-1],
                "".join(f"&#{ord(letter)};" if ord(letter) > 127 else letter for letter in form),
                "".join(f"&#x{ord(letter):x};" if ord(letter) > 127 else letter for letter in form),
                form.replace(" ", "-"),
                form.replace(" ", "_"),
                form.replace(" ", ""),
                form.replace(" ", "\u00a0"),
            }
            found |= {text.lower().encode() for text in texts}
            found |= {text.lower().encode("utf-16-le") for text in texts}
    return found


def occurrences(everything: Iterable[tuple[str, bytes]], names: list[str]) -> list[str]:
    """Where one of the names stands among every byte of a site, in any of its forms."""
    wanted = {form for name in names for form in forms(name)}
    found = []
    for where, data in everything:
        lower = data.lower()
        try:
            lower_text = data.decode().lower().encode()
        except UnicodeDecodeError:
            lower_text = lower
        found += [f"{where}: {form!r}" for form in wanted if form in lower or form in lower_text]
    return found
