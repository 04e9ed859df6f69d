"""A repository made anew of what is public today of every commit of a data folder's branch.

Git keeps whatever was ever committed, so a name ends only where the history is another one. The
copy is the stream of `git fast-import`: the same commits always give the same copy.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from generator.history.failures import BROKEN, HistoryRefused
from generator.history.program import (
    Commit,
    InvalidGitRepositoryError,
    NoSuchPathError,
    Repo,
    TagReference,
)
from generator.history.public_files import PublicFiles
from generator.history.repository import TAG
from generator.history.saved_files import SavedFiles
from generator.model.public_copy import NOTES

_MARKED = ("congkhai", "copy")
"""What git's settings of a copy say of it."""
STILL_THERE = (
    "Tên đã hết thời hạn nêu vẫn còn trong tệp {} (lần lưu {}), nên không tạo bản sao. Hãy báo "
    "người phụ trách kỹ thuật."
)
IN_A_NAME = (
    "Tên đã hết thời hạn nêu nằm ngay trong tên của {}, nên không tạo bản sao. Hãy đặt tên khác "
    "rồi chạy lại."
)
NOTHING = "Trong nhánh này không có gì công khai được, nên không tạo bản sao."
_Files = Mapping[str, int]
"""The marks of a commit's files, by their names in the data folder."""


@dataclass(frozen=True)
class Copied:
    """What was copied: each commit of the branch by its id, and that of the copy it became part
    of, if it did; how many commits and tags the copy has."""

    commits: Mapping[str, str | None]
    commit_count: int
    tag_count: int


def copy_public(
    saved: SavedFiles, public: PublicFiles, folder: Path, *, who: str, note: str
) -> Copied:
    """Makes the copy in an empty folder. `who` stands for whoever committed, `note` is the file
    that marks the copy. Raises HistoryRefused, OSError.
    """
    stream = _Stream(saved, public, who, note)
    with TemporaryFile() as file, TemporaryDirectory(prefix="congkhai-") as beside:
        file.writelines(stream.pieces())
        if not any(stream.commits.values()):
            raise HistoryRefused(NOTHING)
        file.seek(0)
        with Repo.made_at(folder) as made:
            made.git.symbolic_ref("HEAD", stream.branch)
            marks_file = Path(beside) / "marks"
            made.git.fast_import("--quiet", f"--export-marks={marks_file}", istream=file)
            made.git.reset("--hard", "--quiet")
            with made.config_writer() as config:
                config.set_value(*_MARKED, note)
        ids = dict(line.split() for line in marks_file.read_text("ascii").splitlines())
    commits = {old: ids[f":{mark}"] if mark else None for old, mark in stream.commits.items()}
    return Copied(commits, len({*commits.values()} - {None}), stream.tag_count)


def is_made_copy(folder: Path) -> bool:
    """True of a repository that `copy_public` has made, and in which nothing was changed since."""
    try:
        with Repo(folder) as repo:
            is_marked = bool(repo.config_reader("repository").get_value(*_MARKED, default=""))
            return is_marked and not repo.is_dirty(untracked_files=True)
    except (InvalidGitRepositoryError, NoSuchPathError, *BROKEN):
        return False


def keep_remotes(old: Path, new: Path) -> None:
    """Lets a copy made anew be sent where the old one was."""
    with Repo(old) as before, Repo(new) as made:
        for remote in before.remotes:
            made.create_remote(remote.name, remote.url)


@dataclass
class _Stream:
    """The stream for `git fast-import`, and what became of each commit while it was made."""

    saved: SavedFiles
    public: PublicFiles
    who: str
    note: str
    commits: dict[str, int | None] = field(default_factory=dict)
    """The mark of the commit of the copy that each commit became part of."""
    tag_count: int = 0
    _files: dict[int, _Files] = field(default_factory=dict)
    _versions: dict[tuple[str, str], int | None] = field(default_factory=dict)
    _contents: dict[bytes, int] = field(default_factory=dict)
    _last: int = 0

    @property
    def branch(self) -> str:
        """The full name of the branch."""
        return str(self.saved.repository.repo.head.ref.path)

    def pieces(self) -> Iterator[bytes]:
        """The stream, piece by piece."""
        if self.public.holds_ended(self.branch.encode("utf-8", "replace")):
            raise HistoryRefused(IN_A_NAME.format("nhánh git"))
        for commit, blobs in self.saved.commits:
            yield from self._commit(commit, blobs)
        tags = self.saved.repository.repo.tags
        for tag in sorted(tags, key=lambda item: str(item.name)):
            mark = self.commits.get(tag.commit.hexsha)
            if mark and tag.name.startswith(TAG.format("")):
                yield from self._tag(tag, mark)
                self.tag_count += 1

    def _tag(self, tag: TagReference, mark: int) -> Iterator[bytes]:
        told = tag.tag
        if told is None:  # one without a message
            yield f"reset {tag.path}\nfrom :{mark}\n\n".encode()
            return
        yield f"tag {tag.name}\nfrom :{mark}\n".encode()
        yield self._signed("tagger", told.tagged_date, told.tagger_tz_offset)
        yield self._message(told.message, told.hexsha)

    def _commit(self, commit: Commit, blobs: Mapping[str, str]) -> Iterator[bytes]:
        """A commit, after what it needs; one that changes nothing public joins its parent."""
        files: dict[str, int] = {}
        for name, blob in sorted(blobs.items()):
            if (name, blob) not in self._versions:
                content = self.public.of_file(name, self.saved.content(blob))
                yield from self._blob(name, blob, commit, content)
            mark = self._versions[name, blob]
            files |= {name: mark} if mark else {}
        if files:
            yield from self._blob(self.note, "", commit, NOTES[self.note].encode())
            files[self.note] = self._versions[self.note, ""] or 0
        parents = list(dict.fromkeys(self.commits[parent.hexsha] for parent in commit.parents))
        yield from self._joined(commit, files, [parent for parent in parents if parent])

    def _blob(self, name: str, blob: str, commit: Commit, content: bytes | None) -> Iterator[bytes]:
        if content is None:
            self._versions[name, blob] = None
            return
        if self.public.holds_ended(os.fsencode(self.saved.repository.path(name))):
            raise HistoryRefused(IN_A_NAME.format("một tệp dữ liệu"))
        if content not in self._contents:
            if self.public.holds_ended(content):
                raise HistoryRefused(STILL_THERE.format(name, commit.hexsha[:10]))
            self._contents[content] = mark = self._next()
            yield f"blob\nmark :{mark}\n".encode() + _data(content)
        self._versions[name, blob] = self._contents[content]

    def _joined(self, commit: Commit, files: _Files, parents: Sequence[int]) -> Iterator[bytes]:
        if not parents and not files:
            self.commits[commit.hexsha] = None
            return
        if len(parents) == 1 and self._files[parents[0]] == files:
            self.commits[commit.hexsha] = parents[0]
            return
        mark = self._next()
        self.commits[commit.hexsha], self._files[mark] = mark, files
        yield f"commit {self.branch}\nmark :{mark}\n".encode()
        yield self._signed("author", commit.authored_date, commit.author_tz_offset)
        yield self._signed("committer", commit.committed_date, commit.committer_tz_offset)
        yield self._message(commit.message, commit.hexsha)
        for word, parent in zip(("from", *["merge"] * len(parents)), parents, strict=False):
            yield f"{word} :{parent}\n".encode()
        yield b"deleteall\n"
        for name, blob in files.items():
            yield os.fsencode(f"M 100644 :{blob} {_quoted(self.saved.repository.path(name))}\n")

    def _signed(self, role: str, at: float, west: float) -> bytes:
        """Who did something and when; `west` are the seconds that the place lies behind."""
        minutes = int(abs(west)) // 60
        zone = f"{'-' if west > 0 else '+'}{minutes // 60:02}{minutes % 60:02}"
        return f"{role} {self.who} <> {int(at)} {zone}\n".encode()

    def _message(self, message: str | bytes, place: str) -> bytes:
        told = message if isinstance(message, str) else message.decode("utf-8", "replace")
        content = self.public.of_message(told).encode("utf-8", "replace")
        if self.public.holds_ended(content):
            raise HistoryRefused(STILL_THERE.format("lời ghi", place[:10]))
        return _data(content)

    def _next(self) -> int:
        self._last += 1
        return self._last


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)


def _quoted(path: str) -> str:
    """A path as a stream has it, whatever letters it holds."""
    for letter, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        path = path.replace(letter, written)
    return f'"{path}"'
