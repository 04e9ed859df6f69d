"""The commit that a data folder stands at, or why that cannot be said."""

from pathlib import Path
from typing import NamedTuple

from generator.history.failures import BROKEN, DAMAGED, HistoryRefused, told
from generator.history.program import (
    GitCommandError,
    InvalidGitRepositoryError,
    NoSuchPathError,
    Repo,
)

SHORT = 10
"""Hexadecimal digits shown of a commit."""
UNSAVED = "dữ liệu có thay đổi chưa lưu vào git"
NO_REPOSITORY = "thư mục dữ liệu không nằm trong kho git nào"
NO_COMMIT = "kho git chưa có lần lưu nào của dữ liệu"
PARTIAL = (
    "bản sao git không giữ đủ nội dung cũ của dữ liệu; hãy lấy lại bản sao đủ bằng git clone rồi "
    "dựng lại"
)
SHALLOW = (
    "kho git chỉ chứa một phần lịch sử (bản sao nông); hãy lấy đủ bằng git fetch --unshallow rồi "
    "dựng lại"
)


class Standing(NamedTuple):
    """The last commit that changed the data, shortened; or None, and why it cannot be said."""

    commit: str | None
    why: str = ""


def data_standing(data_dir: Path) -> Standing:
    """What may be said truthfully of the commit that the data stand at; never raises."""
    try:
        repo = Repo(data_dir, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError):
        return Standing(None, NO_REPOSITORY)
    except BROKEN:
        return Standing(None, _within(DAMAGED))
    try:
        with repo, told(repo.working_tree_dir):
            return _standing(repo, str(data_dir.resolve()))
    except (HistoryRefused, OSError) as refused:
        return Standing(None, _within(str(refused)))
    except BROKEN:
        return Standing(None, _within(DAMAGED))


def _standing(repo: Repo, folder: str) -> Standing:
    if is_shallow(repo):
        return Standing(None, SHALLOW)
    if not has_commit(repo):
        return Standing(None, NO_COMMIT)
    if repo.is_dirty(untracked_files=True, path=folder):
        return Standing(None, UNSAVED)
    last = str(repo.git.log("-1", "--format=%H", "--", folder))
    return Standing(last[:SHORT]) if last else Standing(None, NO_COMMIT)


def _within(sentence: str) -> str:
    """A sentence as the part of another one."""
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def data_commit(data_dir: Path) -> str | None:
    """The last commit that changed the data folder, shortened; None when it cannot be said."""
    return data_standing(data_dir).commit


def has_commit(repo: Repo) -> bool:
    """False of a new repository. Raises HistoryRefused when the last commit has been lost."""
    if repo.head.is_valid():
        return True
    try:
        repo.git.rev_parse("--verify", "--quiet", "HEAD")
    except GitCommandError:
        return False
    raise HistoryRefused(DAMAGED)


def is_shallow(repo: Repo) -> bool:
    """True of a clone that does not hold its whole history."""
    return str(repo.git.rev_parse("--is-shallow-repository")) == "true"
