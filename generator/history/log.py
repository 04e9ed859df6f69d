"""The log of a branch, read once: which versions of a few files each of its commits left.

Only the first parents are walked: what stood on the branch itself, day by day. A merge is one
step, the one that made the other branch's work public, however that branch came about.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from os import fsdecode

from generator.history.program import Repo

_HEAD = "\x01"
_PLAIN = ("100644", "100755")
_OPTIONS = ("-m", "--first-parent", "--raw", "-z", "--no-abbrev", "--find-renames")


@dataclass(frozen=True)
class FileRevision:
    """A commit, the day its committer's clock showed, and by the followed file's path of today
    the blob it left there: 40 hexadecimal digits, all of them zero for none."""

    commit: str
    on: date
    blobs: Mapping[str, str]


def revisions(repo: Repo, paths: Iterable[str]) -> list[FileRevision]:
    """The commits that touched some files, oldest first.

    `paths` are those of today, relative to the repository's root; a file that was moved is
    followed to where it came from.
    """
    followed = {path: path for path in paths}
    found: list[FileRevision] = []
    for commit, on, touched in _commits(repo):
        mine = [(followed[after], before, after, blob) for before, after, blob in touched
                if after in followed]  # fmt: skip
        if mine:
            found.append(FileRevision(commit, on, {today: blob for today, _, _, blob in mine}))
        for today, before, after, _ in mine:
            del followed[after]
            followed[before] = today
    return found[::-1]


_Touched = tuple[str, str, str]
"""Path before, path after, blob after."""


def _commits(repo: Repo) -> Iterator[tuple[str, date, list[_Touched]]]:
    """(commit, day, touched files), newest first."""
    said = repo.git.log(*_OPTIONS, "--format=%x01%H %cs", stdout_as_string=False)
    tokens = iter(fsdecode(said).split("\0"))
    commit, day, touched = "", "", list[_Touched]()
    for token in tokens:
        if token.startswith(_HEAD):  # a path is never looked at here, so it cannot pass for one
            if commit:
                yield commit, date.fromisoformat(day), touched
            (commit, day), touched = token[1:].split(), []
        elif token.strip():
            touched.append(_touched(token, tokens))
    if commit:
        yield commit, date.fromisoformat(day), touched


def _touched(token: str, paths: Iterator[str]) -> _Touched:
    _, mode, _, blob, status = token.split()
    before = next(paths)
    after = next(paths) if status.startswith("R") else before
    return before, after, blob if mode in _PLAIN else "0" * len(blob)
