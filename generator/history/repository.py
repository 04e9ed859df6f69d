"""The repository that holds a data folder: what an edition needs of it, and what it leaves there.

Nothing a user typed is ever passed to git as an option (GitPython's advisories of 2026).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from generator.history.failures import BROKEN, DAMAGED, HistoryRefused, told
from generator.history.program import (
    Commit,
    GitError,
    InvalidGitRepositoryError,
    NoSuchPathError,
    Repo,
)
from generator.history.source import has_commit, is_shallow
from generator.ledger import chain
from generator.ledger.ledger import FILES as LEDGER_FILES
from generator.model import closed_quarters

TAG = "edition/{}"
FILES = (*LEDGER_FILES, closed_quarters.FOLDER)
"""What a closing writes: the ledger's files, and the folder of closed quarters."""
NO_REPOSITORY = (
    "Thư mục dữ liệu “{}” không nằm trong kho git nào, mà lệnh này cần có. Hãy chạy "
    "lệnh trong bản sao git của kho dữ liệu. Nếu dự án chưa từng được lưu vào git thì chạy trong "
    'thư mục của dự án: git init -b main, git add --all, git commit -m "Bắt đầu"; rồi chạy lại.'
)
SHALLOW = (
    "Kho git này chỉ chứa một phần lịch sử (bản sao nông), nên không biết kỳ trước đã công bố gì. "
    "Hãy lấy đủ lịch sử bằng: git fetch --unshallow"
)
DETACHED = (
    "Kho git không đứng trên nhánh nào (detached HEAD), nên kỳ công bố sẽ không thuộc về nhánh "
    "nào. Hãy chuyển về nhánh chính, ví dụ: git switch main"
)
EMPTY = "Kho git chưa có lần lưu nào. Hãy lưu dữ liệu bằng git add và git commit trước."
DIRTY = (
    "Còn thay đổi chưa lưu vào git: {}. Hãy lưu bằng lệnh congkhai publish (hoặc git add, git "
    "commit), hoặc bỏ các thay đổi ấy, rồi đóng kỳ lại."
)
UNWATCHED = (
    "Git đang được dặn không xem các tệp này có thay đổi hay không: {}. Hãy bỏ lời dặn ấy bằng git "
    "update-index --no-assume-unchanged --no-skip-worktree TỆP, rồi đóng kỳ lại."
)
LOCKED = (
    "Kho git đang bị khóa: có lệnh git khác đang chạy, hoặc một lệnh đã bị ngắt giữa chừng. Hãy "
    "đợi lệnh ấy xong; nếu chắc chắn không còn lệnh nào, hãy xóa tệp “{}” rồi chạy lại."
)
NO_FILES = (
    "Kho git này không có thư mục làm việc (bare). Hãy chạy lệnh trong một "
    "bản sao thường của kho: git clone"
)


class Repository:
    """A data folder's repository, on a branch, with its whole history."""

    def __init__(self, repo: Repo, data_dir: Path) -> None:
        """Made by `open_repository`."""
        self.repo = repo
        self.data_dir = data_dir.resolve()

    @property
    def head(self) -> Commit:
        """The commit the branch stands at."""
        return self.repo.head.commit

    def changed(self) -> list[str]:
        """Files that git does not hold as they are, relative to the repository's root."""
        options = ("--porcelain", "--untracked-files=all", "--no-renames", "-z")
        status = self.repo.git.status(*options)
        return [entry[3:] for entry in status.split("\0") if len(entry) > 3]

    def unsaved(self, strays: Iterable[Path] = ()) -> list[str]:
        """Those of them that an edition rests on: not what is new to git and lies beside the data,
        as a workbook that was filled in does, nor among them as one of the `strays` or hidden."""
        options = ("--porcelain", "--untracked-files=no", "--no-renames", "-z")
        known = {entry[3:] for entry in self.repo.git.status(*options).split("\0")}
        beside = [self.path(str(path.absolute())) for path in strays]
        return [x for x in self.changed() if x in known or self._is_data(x, beside)]

    def _is_data(self, path: str, beside: Sequence[str]) -> bool:
        data = PurePosixPath(self.path(""))
        if not PurePosixPath(path).is_relative_to(data):
            return False
        if any(PurePosixPath(path).is_relative_to(stray) for stray in beside):
            return False
        inner = PurePosixPath(path).relative_to(data)
        return self._is_ours(path) or not any(part.startswith(".") for part in inner.parts)

    def undo_unfinished(self, strays: Iterable[Path] = ()) -> bool:
        """Puts the ledger back as it was saved, when a closing that died is all that changed it."""
        changed = self.unsaved(strays)
        if not changed or not all(self._is_ours(path) for path in changed):
            return False
        self._restore()
        return True

    def _is_ours(self, path: str) -> bool:
        """True of what a closing writes, and of what it had not renamed yet when it died."""
        half = (self.path(f".{Path(name).name}-") for name in FILES)
        return any(path == self.path(name) or path.startswith(f"{self.path(name)}/")
                   for name in FILES) or path.startswith(tuple(half))  # fmt: skip

    def _restore(self) -> None:
        """What a closing writes as the branch has it, and nothing besides."""
        for name in FILES:
            path = self.path(name)
            self.repo.git.reset("--quiet", "HEAD", "--", path)
            if self.has(self.head, name):
                self.repo.git.checkout("HEAD", "--", path)
            half = self.path(f".{Path(name).name}-")
            self.repo.git.clean("--force", "-d", "--quiet", "--", path, f"{half}*")

    @contextmanager
    def wholly_or_not(self) -> Iterator[None]:
        """What is written and saved meanwhile is taken back when any of it fails.

        What cannot be taken back, on a full disk, the next closing finishes or undoes.
        """
        before = self.head.hexsha
        try:
            yield
        except BaseException:
            with suppress(GitError, OSError):
                self.repo.git.update_ref("HEAD", before)
                self._restore()
            raise

    def path(self, name: str) -> str:
        """A file of the data folder, relative to the repository's root."""
        root = Path(str(self.repo.working_tree_dir)).resolve()
        return (self.data_dir / name).relative_to(root).as_posix()

    def has(self, commit: Commit, name: str) -> bool:
        """True when a file or a folder of the data folder was there at a commit."""
        try:
            commit.tree[self.path(name)]
        except KeyError:
            return False
        return True

    def saved(self, commit: Commit, name: str) -> bytes | None:
        """A file of the data folder as it was at a commit; None when it had none."""
        try:
            return bytes(commit.tree[self.path(name)].data_stream.read())
        except KeyError:
            return None

    def editions(self) -> Mapping[str, Commit]:
        """The commit of each closed edition, by the edition's id."""
        start = TAG.format("")
        return {
            tag.name.removeprefix(start): tag.commit
            for tag in self.repo.tags
            if tag.name.startswith(start)
        }

    def unwatched(self) -> list[str]:
        """Files that git was told to take for unchanged, relative to the repository's root."""
        listed = self.repo.git.ls_files("-v", "-z", "--full-name").split("\0")
        return [entry[2:] for entry in listed if entry[:1].islower() or entry[:1] == "S"]

    def require_clean(self, strays: Iterable[Path] = ()) -> None:
        """All that an edition rests on is saved, and git looks at it. Raises HistoryRefused."""
        for found, sentence in ((self.unwatched(), UNWATCHED), (self.unsaved(strays), DIRTY)):
            if found:
                shown = ", ".join(found[:3]) + (" …" if len(found) > 3 else "")
                raise HistoryRefused(sentence.format(shown))

    def require_identity(self) -> None:
        """Git knows who closes the edition. Raises HistoryRefused."""
        for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            self.repo.git.var(who)

    def save(self, message: str) -> None:
        """Commits what a closing writes as it lies in the folder."""
        paths = [self.path(name) for name in FILES if (self.data_dir / name).exists()]
        self.repo.git.add("--", *paths)
        self.repo.git.commit("--quiet", "--message", message, "--", *paths)

    def tag(self, edition_id: str, message: str) -> None:
        """An annotated tag on the commit that wrote the ledger's last line."""
        commit = self.repo.git.log("-1", "--format=%H", "--", self.path(chain.FILE))
        self.repo.create_tag(TAG.format(edition_id), ref=commit, message=message)


@contextmanager
def open_repository(data_dir: Path) -> Iterator[Repository]:
    """The repository of a data folder. Raises HistoryRefused when it cannot carry editions."""
    try:
        repo = Repo(data_dir, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError):
        raise HistoryRefused(NO_REPOSITORY.format(data_dir)) from None
    except BROKEN:
        raise HistoryRefused(DAMAGED) from None
    with repo, told(repo.working_tree_dir or repo.git_dir):
        _require_fit(repo)
        yield Repository(repo, data_dir)


def _require_fit(repo: Repo) -> None:
    """The repository has files, a branch and its whole history, and nobody else is at it."""
    try:
        refusals = (
            (repo.bare, NO_FILES),
            (is_shallow(repo), SHALLOW),
            (not has_commit(repo), EMPTY),
            (repo.head.is_detached, DETACHED),
        )
    except GitError:
        raise
    except BROKEN:
        raise HistoryRefused(DAMAGED) from None
    for is_so, sentence in refusals:
        if is_so:
            raise HistoryRefused(sentence)
    for lock in _locks(repo):
        raise HistoryRefused(LOCKED.format(lock))


def _locks(repo: Repo) -> Iterator[Path]:
    """The files by which git keeps others from saving; one that broke off leaves its own."""
    own, shared = Path(repo.git_dir), Path(repo.common_dir)
    alone = (own / "index.lock", own / "HEAD.lock", shared / "packed-refs.lock")
    yield from (lock for lock in alone if lock.exists())
    yield from sorted((shared / "refs").rglob("*.lock"))
