"""The commit that a data folder stands at."""

from pathlib import Path

from git import InvalidGitRepositoryError, NoSuchPathError, Repo
from git.exc import GitCommandError

SHORT = 10
"""Hexadecimal digits shown of a commit."""


def data_commit(data_dir: Path) -> str | None:
    """The last commit that changed the data folder, shortened.

    None when that cannot be said truthfully: the folder is in no repository, it holds changes
    that are not committed, or the clone is shallow and the commit may lie beyond its edge.
    """
    try:
        repo = Repo(data_dir, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError):
        return None
    with repo:
        folder = str(data_dir.resolve())
        try:
            if repo.is_dirty(untracked_files=True, path=folder) or _is_shallow(repo):
                return None
            last = repo.git.log("-1", "--format=%H", "--", folder)
        except GitCommandError:
            return None
    return str(last)[:SHORT] or None


def _is_shallow(repo: Repo) -> bool:
    return str(repo.git.rev_parse("--is-shallow-repository")) == "true"
