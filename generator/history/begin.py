"""A repository of a project's own, with its files saved as the first commit."""

from pathlib import Path

from generator.history.failures import told
from generator.history.program import Actor, Repo


def begin_repository(folder: Path, message: str, author: str) -> None:
    """Begin a repository in a folder and save all of it, in the name of the city's own body.

    Whoever begins it may have told git no name of her own yet. Raises HistoryRefused.
    """
    with told(folder):
        repo = Repo.made_at(folder, initial_branch="main")
        repo.git.add("--all")
        repo.index.commit(message, author=Actor(author, ""), committer=Actor(author, ""))
        repo.close()
