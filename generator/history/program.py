"""Git, as GitPython drives it, and what it may raise.

Without git on the machine GitPython would not even be imported: the failure is put off to the
moment git is asked for something.
"""

import os
from pathlib import Path
from typing import Any

os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
# The history as it was saved: a replacement or graft is of this one copy, and could hide a ledger.
os.environ |= {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": f"{os.devnull}/none"}

from git import (  # the line above must come first
    Actor,
    Commit,
    Git,
    GitCommandNotFound,
    InvalidGitRepositoryError,
    NoSuchPathError,
    TagReference,
)
from git import Repo as NamedByShell
from git.exc import GitCommandError, GitError, ODBError
from git.types import PathLike

__all__ = [
    "Actor",
    "Commit",
    "GitCommandError",
    "GitCommandNotFound",
    "GitError",
    "InvalidGitRepositoryError",
    "NoSuchPathError",
    "ODBError",
    "Repo",
    "TagReference",
]


class _Command(Git):
    """git, run in the folder of exactly that name: GitPython leaves a Path as it is written."""

    def __init__(self, working_dir: PathLike | None = None) -> None:
        super().__init__(Path(working_dir) if working_dir else None)


class Repo(NamedByShell):
    """A repository at the folder of exactly that name: "$HOME" and "~" in it are letters."""

    GitCommandWrapperType = _Command

    def __init__(self, path: Path | str, **options: Any) -> None:
        """Raises NoSuchPathError or InvalidGitRepositoryError where there is none."""
        super().__init__(Path(path).absolute(), **options, expand_vars=False)

    def __enter__(self) -> "Repo":
        return self

    @classmethod
    def made_at(cls, folder: Path, **options: Any) -> "Repo":
        """A new repository, with options of `git init`."""
        cls.init(folder.absolute(), expand_vars=False, **options)
        return cls(folder)
