"""The parts of a Word document as python-docx makes them, without its archive.

Its own way to write them asks the clock, and zip refuses a day before 1980: a machine whose clock
is not set builds the site all the same.
"""

from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter


class _Parts:
    """Takes down what is written, by name; stands where python-docx has its zip file."""

    def __init__(self) -> None:
        self.by_name: dict[str, bytes] = {}

    def write(self, uri: PackURI, content: bytes) -> None:
        """Take down a part."""
        self.by_name[uri.membername] = content


def docx_parts(document: Any) -> dict[str, bytes]:
    """The parts by name, in the order of the archive."""
    package, taken = document.part.package, _Parts()
    writer: Any = PackageWriter
    for part in package.parts:
        part.before_marshal()
    writer._write_content_types_stream(taken, package.parts)
    writer._write_pkg_rels(taken, package.rels)
    writer._write_parts(taken, package.parts)
    return taken.by_name
