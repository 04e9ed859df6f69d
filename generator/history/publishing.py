"""What a publication leaves in the repository: one commit of all that was edited, and a push."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.history.failures import HistoryRefused
from generator.history.repository import TAG, Repository

NO_REMOTE = (
    "Kho git không có remote nào tên “{}” (mục delivery.remote của city.yaml). Hãy khai bằng: git "
    "remote add {} ĐỊA-CHỈ"
)


def unsaved(
    repository: Repository, places: Iterable[Path], strays: Iterable[Path] = ()
) -> tuple[list[str], list[str]]:
    """Files that git does not hold as they are: those at the places, and all others.

    `strays` are files and folders at the places that are no part of what is made there.
    """
    root = Path(str(repository.repo.working_tree_dir)).resolve()
    below, beside = ([path.resolve() for path in paths] for paths in (places, strays))
    ours: list[str] = []
    others: list[str] = []
    for name in repository.changed():
        path = root / name
        is_ours = _is_at(path, below) and not _is_at(path, beside)
        (ours if is_ours else others).append(name)
    return ours, others


def _is_at(path: Path, places: Iterable[Path]) -> bool:
    return any(path == place or place in path.parents for place in places)


def save_all(repository: Repository, names: Sequence[str], message: str) -> None:
    """Commits these files as they lie there, those that are gone too; nothing else."""
    if names:
        repository.repo.git.add("--all", "--", *names)
        repository.repo.git.commit("--quiet", "--message", message, "--", *names)


def require_remote(repository: Repository, name: str) -> None:
    """The repository has a remote of that name. Raises HistoryRefused."""
    if name not in {remote.name for remote in repository.repo.remotes}:
        raise HistoryRefused(NO_REMOTE.format(name, name))


def push(repository: Repository, name: str) -> None:
    """Sends the branch and every edition's tag, all or nothing; what is there already is left."""
    tags = [f"refs/tags/{TAG.format(edition)}" for edition in sorted(repository.editions())]
    repository.repo.git.push("--quiet", "--atomic", "--", name, "HEAD", *tags)
