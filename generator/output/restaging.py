"""A site that is built again and again: what did not change of it is not written again.

The folder that a build has replaced is kept beside the site, and the next one is made in it.
"""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.output.staging import Staging, lock


class PreviousOutput:
    """What is known of a site from one build to the next.

    `site` and `held` are the hashes, by path, of the files in the site's folder and in the `spare`
    one, which is kept locked.
    """

    def __init__(self) -> None:
        """Nothing has been built yet."""
        self.site: dict[str, bytes] = {}
        self.seen: tuple[int, ...] = ()
        self.spare: Path | None = None
        self.held: dict[str, bytes] = {}
        self.lock: int | None = None

    def recognise(self, site: Path) -> None:
        """Forgets what lay in the site's folder when another build has been at it."""
        if self.seen != _sight(site):
            self.site = {}


def _sight(folder: Path) -> tuple[int, ...]:
    """What tells a folder from another one in its place."""
    if not folder.is_dir():
        return ()
    status = folder.stat()
    return status.st_ino, status.st_mtime_ns, status.st_ctime_ns


class Restaging(Staging):
    """Like `Staging`, for a process that has built the same site before.

    A file is never written over: what is served stays as it is, though both folders may hold it.
    """

    def __init__(self, target: Path, previous: PreviousOutput) -> None:
        """Takes the spare folder, or makes an empty one. Raises NotASite, OSError."""
        self._previous = previous
        self._held: dict[str, bytes] = {}
        super().__init__(target)
        previous.recognise(self.target)

    def _take_folder(self) -> tuple[Path, int | None]:
        """The spare folder as it lies, if there is one."""
        previous = self._previous
        spare, self._held, held_by = previous.spare, previous.held, previous.lock
        previous.spare, previous.held, previous.lock = None, {}, None
        if spare is None:
            return super()._take_folder()
        return spare, held_by

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """A file of the new site: left where it lies, taken from the last site, or written."""
        content = b"".join(pieces)
        digest = sha256(content).digest()
        if self._held.get(path) != digest:
            self._remove(path)
            try:
                self._put(path, content, digest)
            except (FileExistsError, NotADirectoryError, IsADirectoryError):
                self._remove_old()  # a file lies where there is to be a folder, or the reverse
                self._put(path, content, digest)
            self._held[path] = digest
        self._hashes[path] = digest

    def _put(self, path: str, content: bytes, digest: bytes) -> None:
        self._make_folder(path)
        if self._previous.site.get(path) == digest:
            try:
                os.link(self.target / path, self.folder / path)
            except OSError:
                pass  # not every file system can
            else:
                return
        (self.folder / path).write_bytes(content)

    def paths(self) -> list[str]:
        """Every file of the new site, relative to its root."""
        return list(self._hashes)

    def replace(self) -> None:
        """Puts the folder in the site's place and keeps the old site beside it. Raises OSError."""
        self._remove_old()
        self._swap()
        self._unlock()
        previous, was = self._previous, self._previous.site
        previous.site, previous.seen = self._held, _sight(self.target)
        if was and self.folder.is_dir():
            previous.spare, previous.held = self.folder, was
            previous.lock = lock(self.folder, wait=True)
        else:
            self.discard()

    def _remove_old(self) -> None:
        """Removes what lies in the folder and is not of the new site."""
        for path in self._held.keys() - self._hashes.keys():
            self._remove(path)
            for folder in Path(path).parents[:-1]:
                try:
                    (self.folder / folder).rmdir()
                except OSError:
                    break  # others lie in it
                self._made = ""

    def _remove(self, path: str) -> None:
        """Removes a file of an earlier site, if it lies there."""
        if self._held.pop(path, None):
            (self.folder / path).unlink()
