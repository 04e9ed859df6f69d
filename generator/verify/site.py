"""The files of a site, in a folder or in a zip, read without trusting either."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.ledger import checksums as sums

MOST_BYTES = 2 << 30
"""A zip that says it holds more is not unpacked."""
TOO_LARGE = "“{}” bung ra hơn 2 GB nên không được mở: có thể là tệp phá hoại."
NO_ARCHIVE = "“{}” không phải là thư mục, cũng không phải là tệp zip đọc được."
NO_SUMS = "Trong “{}” không có tệp {}, nên không phải là một trang do congkhai dựng."


class BadSite(Exception):
    """What was given is no site that can be looked at; `str()` says why, in Vietnamese."""


@dataclass(frozen=True)
class Site:
    """Files by path relative to the site's root."""

    root: Path
    zip: ZipFile | None = None
    prefix: str = ""
    _hashes: dict[str, str] = field(default_factory=dict)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every file, sorted."""
        if self.zip is not None:
            names = [info.filename for info in self.zip.infolist() if not info.is_dir()]
            inside = [n.removeprefix(self.prefix) for n in names if n.startswith(self.prefix)]
            return tuple(sorted(inside))
        files = (path for path in self.root.rglob("*") if path.is_file() or path.is_symlink())
        return tuple(sorted(path.relative_to(self.root).as_posix() for path in files))

    def read(self, path: str) -> bytes:
        """A file's bytes; empty when there is none, or when it leads out of the site."""
        if path not in self._known:
            return b""
        if self.zip is not None:
            return self.zip.read(self.prefix + path)
        target = self.root / path
        return b"" if target.is_symlink() else target.read_bytes()

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.paths)

    def hash(self, path: str) -> str:
        """SHA-256 of a file, in hexadecimal digits."""
        if path not in self._hashes:
            self._hashes[path] = sha256(self.read(path)).hexdigest()
        return self._hashes[path]


@contextmanager
def open_site(place: Path) -> Iterator[Site]:
    """The site in a folder or a zip. Raises BadSite."""
    if place.is_dir():
        yield _require(Site(place), place)
        return
    try:
        with ZipFile(place) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if size > MOST_BYTES:
                raise BadSite(
                    f"“{place}” bung ra hơn 2 GB nên không được mở: có thể là tệp phá hoại."
                )
            marks = [n for n in archive.namelist() if n.rpartition("/")[2] == sums.FILE]
            prefix = min(marks, key=len).removesuffix(sums.FILE) if marks else ""
            yield _require(Site(place, archive, prefix), place)
    except FileNotFoundError:
        raise BadSite(f"Không có “{place}”. Hãy chỉ ra thư mục hoặc tệp zip của trang.") from None
    except (BadZipFile, NotImplementedError, RuntimeError):  # no zip, a rare packing, a password
        raise BadSite(NO_ARCHIVE.format(place)) from None


def _require(site: Site, place: Path) -> Site:
    if sums.FILE not in site.paths:
        raise BadSite(NO_SUMS.format(place, sums.FILE))
    return site
