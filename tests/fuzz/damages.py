"""What can happen to a file: bytes that are lost, changed, repeated, or of another kind of file.

A damage is a short list of words and numbers, so that a seed can be read and written by hand.
Places are shares of the file's length: a seed stays a damage when the file grows.
"""

import csv
import io
import zipfile
from collections.abc import Sequence

from hypothesis import strategies as st

Damage = Sequence[object]
"""`[what, share, …]`."""
LARGEST = 2_000_000
"""A damaged file has no more bytes: what is larger is refused by its size alone."""
NASTY = (
    *(
        " ",
        "   ",
        "\u00a0",
        ".",
        "-",
        "\0",
        "\r",
        "\n",
        '"',
        '""',
        ",",
        ";",
        "\t",
        "|",
        "\ufeff",
        "\u202e",
        "\u2028",
        "𝐇",
        "ấ",
    ),
    *(
        "=1+1",
        "'",
        "../",
        "\\",
        "{",
        "[",
        "- ",
        ": ",
        "&a ",
        "*a",
        "!!python/name:os ",
        "<<: ",
        "%",
    ),
    *("---\n", "...\n", "0", "-1", "1e999", "9" * 30, "0001-01-01", "9999-12-31", "2018-02-30"),
    *(
        "NaN",
        "Infinity",
        "null",
        "true",
        "<script>",
        "{{ x }}",
        "${x}",
        "1.1.",
        "1, ",
        "a-",
        "Ông ",
    ),
    *("2018-12-31T24:00", "2018-W53", "2018-Q5", "Nguyễn Văn A ", "x" * 2_001),
)
OTHERS = ("zip", "xlsx", "gzip", "parquet", "png", "utf-16", "empty", "blank")
_share = st.floats(0, 1, allow_nan=False)
_piece = st.sampled_from(NASTY) | st.text(max_size=12)
damage = st.one_of(
    st.tuples(st.just("byte"), _share, st.integers(0, 255)),
    st.tuples(st.just("cut"), _share),
    st.tuples(st.just("lose"), _share, st.integers(1, 400)),
    st.tuples(st.just("put"), _share, _piece),
    st.tuples(st.just("replace"), _share, st.integers(1, 12), _piece),
    st.tuples(st.just("again"), _share, st.integers(1, 200), st.integers(1, 4_000)),
    st.tuples(st.just("fill"), _share, _piece.filter(bool), st.integers(1, 140_000)),
    st.tuples(st.just("columns"), st.integers(0, 12), st.integers(0, 12)),
    st.tuples(st.just("cell"), _share, st.integers(0, 12), _piece),
    st.tuples(st.just("cell"), _share, st.integers(0, 12), _piece),
    st.tuples(st.just("copy"), _share, _share, st.integers(0, 12)),
    st.tuples(st.just("value"), _share, _piece),
    st.tuples(st.just("lines"), _share, _share),
    st.tuples(st.just("other"), st.sampled_from(OTHERS)),
)
damages = st.lists(damage, min_size=1, max_size=3)


def damaged(data: bytes, how: Sequence[Damage]) -> bytes:
    """The bytes after all of that."""
    for what, *values in how:
        data = _WAYS[str(what)](data, *values)[:LARGEST]
    return data


def _spliced(data: bytes, share: float, length: int, piece: bytes) -> bytes:
    at = int(share * len(data))
    return data[:at] + piece + data[at + length :]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _again(data: bytes, share: float, length: int, times: int) -> bytes:
    at = int(share * len(data))
    return data[:at] + data[at : at + length] * times + data[at + length :]


def _filled(data: bytes, share: float, piece: str, length: int) -> bytes:
    whole = _bytes(piece)
    return _spliced(data, share, 0, whole * (length // len(whole) + 1))


def _rows(data: bytes) -> list[list[str]] | None:
    try:
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return None


def _written(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return _bytes(out.getvalue())


def _swapped(data: bytes, one: int, other: int) -> bytes:
    """Two columns change places, their names too."""
    rows = _rows(data)
    for row in rows or ():
        if max(one, other) < len(row):
            row[one], row[other] = row[other], row[one]
    return data if rows is None else _written(rows)


def _with_cell(data: bytes, share: float, column: int, piece: str) -> bytes:
    rows = _rows(data)
    if not rows:
        return data
    row = rows[min(int(share * len(rows)), len(rows) - 1)]
    if column < len(row):
        row[column] = piece
    return _written(rows)


def _copied(data: bytes, one: float, other: float, column: int) -> bytes:
    """A cell takes what stands in its column in another row."""
    rows = _rows(data)
    if not rows:
        return data
    to, source = (rows[min(int(share * len(rows)), len(rows) - 1)] for share in (one, other))
    if column < min(len(to), len(source)):
        to[column] = source[column]
    return _written(rows)


def _with_value(data: bytes, share: float, piece: str) -> bytes:
    """One setting of a YAML file gets another value."""
    lines = data.split(b"\n")
    places = [place for place, line in enumerate(lines) if b": " in line]
    if places:
        place = places[min(int(share * len(places)), len(places) - 1)]
        lines[place] = lines[place].partition(b": ")[0] + b": " + _bytes(piece)
    return b"\n".join(lines)


def _moved(data: bytes, one: float, other: float) -> bytes:
    """Two lines change places."""
    lines = data.split(b"\n")
    first, second = (min(int(share * len(lines)), len(lines) - 1) for share in (one, other))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def _as_other(data: bytes, kind: str) -> bytes:
    """The file as another kind of file has it, under its old name."""
    if kind == "zip":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.csv", data)
        return packed.getvalue()
    if kind == "utf-16":
        return data.decode("utf-8", "replace").encode("utf-16")
    begins = {"xlsx": b"PK\x03\x04", "gzip": b"\x1f\x8b\x08", "parquet": b"PAR1", "png": b"\x89PNG"}
    if kind in begins:
        return begins[kind] + data
    return b"" if kind == "empty" else b" \n"


_WAYS = {
    "byte": lambda data, share, byte: _spliced(data, share, 1, bytes([byte])),
    "cut": lambda data, share: data[: int(share * len(data))],
    "lose": lambda data, share, length: _spliced(data, share, length, b""),
    "put": lambda data, share, piece: _spliced(data, share, 0, _bytes(piece)),
    "replace": lambda data, share, length, piece: _spliced(data, share, length, _bytes(piece)),
    "again": _again,
    "fill": _filled,
    "columns": _swapped,
    "cell": _with_cell,
    "copy": _copied,
    "value": _with_value,
    "lines": _moved,
    "other": _as_other,
}
