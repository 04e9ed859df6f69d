"""Every commit of a data folder's branch, with the files of the folder that each of them holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from os import fsdecode

from generator.history.program import Commit
from generator.history.repository import Repository

_PLAIN = ("100644", "100755")
_Blobs = Mapping[str, str]
"""The blobs of the plain files of the data folder, by their names in it."""


@dataclass(frozen=True)
class SavedFiles:
    """What a branch's history holds of a data folder, read once."""

    repository: Repository

    @cached_property
    def commits(self) -> tuple[tuple[Commit, _Blobs], ...]:
        """The branch's commits, parents first, with the data folder's files at each."""
        commits = self.repository.repo.iter_commits("HEAD", topo_order=True, reverse=True)
        return tuple((commit, dict(self._files(commit))) for commit in commits)

    def _files(self, commit: Commit) -> Iterator[tuple[str, str]]:
        start = self.repository.path("")
        start = "" if start == "." else f"{start}/"
        said = self.repository.repo.git.ls_tree(
            "-r", "-z", "--full-tree", commit.hexsha, "--", *filter(None, [start]),
            stdout_as_string=False,
        )  # fmt: skip
        for entry in fsdecode(said).split("\0")[:-1]:
            told, _, path = entry.partition("\t")
            mode, kind, blob = told.split()
            if kind == "blob" and mode in _PLAIN:
                yield path.removeprefix(start), blob

    def content(self, blob: str) -> bytes:
        """A blob's bytes."""
        return bytes(self.repository.repo.odb.stream(bytes.fromhex(blob)).read())

    def versions(self, name: str) -> Iterator[bytes]:
        """Every version of a file of the data folder, each once, oldest first."""
        for blob in dict.fromkeys(blobs.get(name, "") for _, blobs in self.commits):
            if blob:
                yield self.content(blob)
