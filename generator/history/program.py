"""Git, as GitPython drives it, and what it may raise.

Without git on the machine GitPython would not even be imported: the failure is put off to the
moment git is asked for something.
"""

import os

os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
# The history as it was saved: a replacement or graft is of this one copy, and could hide a ledger.
os.environ |= {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": f"{os.devnull}/none"}

from git import (  # the line above must come first
    Actor,
    Commit,
    GitCommandNotFound,
    InvalidGitRepositoryError,
    NoSuchPathError,
    Repo,
    TagReference,
)
from git.exc import GitCommandError, GitError, ODBError

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
