"""The files of a site, in a folder or in a zip, read without trusting either."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile

from generator.ledger import checksums as sums
from generator.model.archives import UNREADABLE
from generator.model.site_paths import MOST_UNPACKED_BYTES
from generator.model.verify_words import said

T = TypeVar("T")


class BadSite(Exception):
    """What was given is no site that can be looked at; `str()` says why, in Vietnamese."""


class Site:
    """Files by path relative to the site's root; each is hashed once, and read once by each look
    that several steps ask for."""

    def __init__(self, root: Path, archive: ZipFile | None = None, prefix: str = "") -> None:
        """The site lies in the folder `root`, or in an open archive below `prefix`."""
        self.root = root
        self._zip = archive
        self._prefix = prefix
        self.paths = _files_in(archive, prefix) if archive else _files_below(root)
        self._known = frozenset(self.paths)
        self._hashes: dict[str, str] = {}
        self._looked: dict[Callable[[Site], Any], Any] = {}

    def has(self, path: str) -> bool:
        """True when there is such a file."""
        return path in self._known

    def read(self, path: str) -> bytes:
        """A file's bytes; empty when there is none, or when it leads out of the site.

        Raises BadSite for a zip that does not unpack.
        """
        if path not in self._known:
            return b""
        if self._zip is not None:
            return self._unpacked(self._zip, path)
        target = self.root / path
        return b"" if target.is_symlink() else target.read_bytes()

    def once(self, look: Callable[["Site"], T]) -> T:
        """What a look at the site gives, kept for the next step that asks."""
        if look not in self._looked:
            self._looked[look] = look(self)
        found: T = self._looked[look]
        return found

    def size(self, path: str) -> int:
        """How many bytes a file has, or says that it has; none when there is none."""
        if path not in self._known:
            return 0
        if self._zip is not None:
            return self._zip.getinfo(self._prefix + path).file_size
        return (self.root / path).lstat().st_size

    def _unpacked(self, archive: ZipFile, path: str) -> bytes:
        try:
            return archive.read(self._prefix + path)
        except UNREADABLE:
            raise BadSite(said("no-archive", place=self.root)) from None

    def hash(self, path: str) -> str:
        """SHA-256 of a file, in hexadecimal digits."""
        if path not in self._hashes:
            self._hashes[path] = sha256(self.read(path)).hexdigest()
        return self._hashes[path]


def _files_in(archive: ZipFile, prefix: str) -> tuple[str, ...]:
    names = (info.filename for info in archive.infolist() if not info.is_dir())
    return tuple(sorted(n.removeprefix(prefix) for n in names if n.startswith(prefix)))


def _files_below(root: Path) -> tuple[str, ...]:
    files = (path for path in root.rglob("*") if path.is_file() or path.is_symlink())
    return tuple(sorted(path.relative_to(root).as_posix() for path in files))


@contextmanager
def open_site(place: Path) -> Iterator[Site]:
    """The site in a folder or a zip. Raises BadSite."""
    if place.is_dir():
        yield _require(Site(place), place)
        return
    try:
        with ZipFile(place) as archive:
            yield site_in(archive, place)
    except FileNotFoundError:
        raise BadSite(f"Không có “{place}”. Hãy chỉ ra thư mục hoặc tệp zip của trang.") from None
    # Not all of UNREADABLE: what is done with the open site may raise an OSError of its own.
    except (BadZipFile, NotImplementedError, RuntimeError):  # no zip, a rare packing, a password
        raise BadSite(said("no-archive", place=place)) from None


def site_in(archive: ZipFile, place: Path | str) -> Site:
    """The site in an open archive. Raises BadSite."""
    size = sum(info.file_size for info in archive.infolist())
    if size > MOST_UNPACKED_BYTES:
        raise BadSite(said("zip-large", place=place))
    marks = [n for n in archive.namelist() if n.rpartition("/")[2] == sums.FILE]
    prefix = min(marks, key=len).removesuffix(sums.FILE) if marks else ""
    _require_plain(archive.namelist(), prefix, place)
    return _require(Site(Path(place), archive, prefix), place)


def _require_plain(names: Sequence[str], prefix: str, place: Path | str) -> None:
    """Each name once, below one folder, and leading nowhere else. Raises BadSite."""
    folded = Counter(normalize("NFC", name).casefold() for name in names)
    twice = next((name for name, count in folded.items() if count > 1), None)
    if twice is not None:
        raise BadSite(said("zip-twice", place=place, name=twice))
    beside = next((name for name in names if not name.startswith(prefix) or _leads_out(name)), None)
    if beside is not None:
        raise BadSite(said("zip-beside", place=place, name=beside))


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _require(site: Site, place: Path | str) -> Site:
    if sums.FILE not in site.paths:
        raise BadSite(said("no-sums", place=place, sums=sums.FILE))
    return site
