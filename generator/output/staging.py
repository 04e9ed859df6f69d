"""A folder beside the site in which the next edition is built, and the one step that swaps them.

A reader of the site's folder sees the old edition or the new one, never a mixture, whatever
moment the build dies at. Folders of builds that died are removed by the next build; a lock on
the folder itself tells a living build from a dead one.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
_UPWARDS = frozenset({"", ".", ".."})
_SITE_MARKS = ("404.html", "SHA256SUMS")


class NotASite(Exception):
    """The output folder holds something that no build of ours has made."""


class LeadsOut(Exception):
    """A path that is none below the folder of a site."""


class FileChanged(Exception):
    """A file is no more what it was when it was read."""


def replace_file(path: Path, was: bytes, content: bytes) -> None:
    """Puts new content in a file's place in one step, if the file still is what it was.

    A reader sees the old file or the new one; its permissions stay. Raises FileChanged, OSError.
    """
    target = Path(os.path.realpath(path))
    with locked(target.parent):
        if target.read_bytes() != was:
            raise FileChanged(str(path))
        put_file(target, content)


def put_file(target: Path, content: bytes) -> None:
    """Writes a file in one step, in the place of the old one if there is one. Raises OSError."""
    new = laid_beside(target, content)
    try:
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def laid_beside(target: Path, content: bytes) -> Path:
    """A new file beside another one, of the same permissions, all on the disk. Raises OSError."""
    with refused_at(target):
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, name)
            else:
                Path(name).chmod(0o644)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    return Path(name)


@contextmanager
def refused_at(target: Path) -> Iterator[None]:
    """What the system refuses meanwhile names the file that was to be written."""
    try:
        yield
    except OSError as refused:
        name = Path(os.fsdecode(refused.filename or "")).name
        if not name or name.startswith(f".{target.name}-"):
            refused.filename = str(target)
        raise


class Staging:
    """A locked, empty folder beside `target`, until `replace` or `discard`."""

    def __init__(self, target: Path) -> None:
        """Removes what dead builds left and makes the folder. Raises NotASite, OSError."""
        self.target = Path(os.path.realpath(target))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.target.parent):
            _recover(self.target)
            refuse_foreign(self.target)
            _sweep(self.target)
            self.folder, self._lock = self._take_folder()
        self._made = ""
        self._hashes: dict[str, bytes] = {}

    def _take_folder(self) -> tuple[Path, int | None]:
        """An empty folder, and the lock on it."""
        folder = Path(tempfile.mkdtemp(prefix=_prefix(self.target), dir=self.target.parent))
        folder.chmod(0o755)
        return folder, lock(folder, wait=True)

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Writes a file of the new site, piece by piece, and the folders it lies in."""
        self._make_folder(path)
        hashed = sha256()
        with (self.folder / path).open("wb") as file:
            for piece in pieces:
                file.write(piece)
                hashed.update(piece)
        self._hashes[path] = hashed.digest()

    def create(self, path: str) -> BinaryIO:
        """Open a new file of the new site, to be written by its maker."""
        self._make_folder(path)
        return (self.folder / path).open("wb")

    def _make_folder(self, path: str) -> None:
        """Makes the folders that a file lies in. Raises LeadsOut."""
        if path.startswith("/") or not _UPWARDS.isdisjoint(path.split("/")):
            raise LeadsOut(path)
        folder = path.rpartition("/")[0]
        if folder != self._made:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            self._made = folder

    def read(self, path: str) -> bytes:
        """A file of the new site."""
        return (self.folder / path).read_bytes()

    def paths(self) -> list[str]:
        """Every file of the new site, relative to its root."""
        length = len(str(self.folder)) + 1
        return [
            f"{folder}/{name}"[length:].replace(os.sep, "/")
            for folder, _, names in os.walk(self.folder)
            for name in names
        ]

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Path and SHA-256 of every file of the new site, in the order of their paths; what came
        by `write` is as written."""
        paths = sorted(self.paths())  # now: the list of hashes is not to find itself
        return ((path, self._hash(path).hex()) for path in paths)

    def _hash(self, path: str) -> bytes:
        return self._hashes.get(path) or sha256(self.read(path)).digest()

    def replace(self) -> None:
        """Puts the folder in the site's place and removes the old site. Raises OSError."""
        self._swap()
        self.discard()

    def _swap(self) -> None:
        """Puts the folder in the site's place, and the old site in the folder's. Raises OSError."""
        with locked(self.target.parent):
            if not self.target.exists():
                self.folder.rename(self.target)
            elif not exchange(self.folder, self.target):
                exchange_by_renaming(self.folder, self.target)

    def discard(self) -> None:
        """Removes whatever lies at the folder's path and gives up the lock."""
        _remove_site(self.folder)
        self._unlock()

    def _unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _remove_site(site: Path) -> None:
    """Removes a site, first the folders of its pages one by one.

    `shutil.rmtree` holds of all that lies in a folder what the disk says of it: forty megabytes
    for the fifty thousand pages of one section.
    """
    with suppress(OSError):
        for section in _folders(site):
            for page in _folders(section):
                shutil.rmtree(page, ignore_errors=True)
    shutil.rmtree(site, ignore_errors=True)


def _folders(folder: str | Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        yield from (entry.path for entry in entries if entry.is_dir(follow_symlinks=False))


def exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step of the file system; False when this system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if _LINUX else None
    if renameat2 is None:
        return False
    names = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    if renameat2(*names, _RENAME_EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in _NO_EXCHANGE:
        return False
    raise OSError(error, os.strerror(error), str(other))


def exchange_by_renaming(new: Path, target: Path) -> None:
    """Swaps in two steps; a build that dies between them is recovered by the next one."""
    old = _set_aside(target)
    target.rename(old)
    new.rename(target)
    old.rename(new)


_LINUX = sys.platform.startswith("linux")


def _prefix(target: Path) -> str:
    return f".site-{target.name}-"


def _set_aside(target: Path) -> Path:
    return target.with_name(f".site-{target.name}.old")


def _recover(target: Path) -> None:
    """Brings back the old site that a two-step swap had set aside when it died."""
    old = _set_aside(target)
    if old.is_dir() and not target.exists():
        old.rename(target)
    elif old.is_dir():
        _remove_site(old)


def refuse_foreign(target: Path) -> None:
    """Raises NotASite where something lies that no build of ours has made."""
    if not target.exists():
        return
    if not target.is_dir() or (target / ".git").exists():
        raise NotASite(str(target))
    if any(target.iterdir()) and not all((target / mark).is_file() for mark in _SITE_MARKS):
        raise NotASite(str(target))


def _sweep(target: Path) -> None:
    for folder in sorted(target.parent.iterdir()):
        mine = folder.name.startswith(_prefix(target)) and folder.is_dir()
        held = lock(folder, wait=False) if mine else None
        if held is not None:
            _remove_site(folder)
            os.close(held)


def lock(folder: Path, *, wait: bool) -> int | None:
    """A lock on a folder, or None when a living build holds it (or there are no locks here)."""
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        os.close(handle)
        return None
    return handle


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One process at a time: others wait until it is done with the folder."""
    handle = lock(folder, wait=True)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)
