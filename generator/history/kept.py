"""The ledger in the folder against what git remembers of it: tags, and the ledger at each."""

from collections.abc import Iterator
from pathlib import Path

from generator.history.failures import BROKEN, HistoryRefused, told
from generator.history.log import revisions
from generator.history.program import Commit, InvalidGitRepositoryError, NoSuchPathError, Repo
from generator.history.repository import TAG, Repository
from generator.history.source import SHORT, has_commit, is_shallow
from generator.ledger import chain
from generator.ledger.chain import Chain
from generator.model.problem import Problem

CLOSED_HERE = b'"data":"'
"""What a ledger holds once an edition was closed in a repository; a sample's never does."""


def problems_with_git(data_dir: Path, ledger: Chain) -> list[Problem]:
    """What git knows of closed editions and the ledger does not; never raises.

    Nothing is said where there is no git, no commit, or only a part of the history.
    """
    try:
        repo = Repo(data_dir, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError, *BROKEN):
        return []
    try:
        with repo, told(repo.working_tree_dir):
            if repo.bare or is_shallow(repo) or not has_commit(repo):
                return []
            return list(problems_of(Repository(repo, data_dir), ledger))
    except (HistoryRefused, OSError, *BROKEN):
        return []


def problems_of(repository: Repository, ledger: Chain) -> Iterator[Problem]:
    """The same of a repository whose whole history is there. Raises what git raises."""
    yield from _tag_problems(repository, ledger)
    yield from _revision_problems(repository, ledger)


def _tag_problems(repository: Repository, ledger: Chain) -> Iterator[Problem]:
    """Each tag lies in the branch, at the commit that closed its edition; each edition has one."""
    tags = repository.editions()
    inside = _inside(repository.repo)
    for edition, commit in tags.items():
        line = ledger.edition(edition)
        saved = repository.saved(commit, chain.FILE) or b""
        if edition not in inside:
            yield _problem("history-rewritten", edition, commit)
        elif line and saved.count(b"\n") != ledger.sizes[edition]:
            yield _problem("tag-moved", edition, commit)
        elif not line:
            yield _problem("ledger-shortened", edition, commit)
    closed = [line.edition for line in ledger.editions if (line.facts or {}).get("data")]
    untagged = [edition for edition in closed if edition not in tags]
    if untagged and repository.saved(repository.head, chain.FILE):
        yield _problem("edition-untagged", untagged[-1], repository.head)


def _revision_problems(repository: Repository, ledger: Chain) -> Iterator[Problem]:
    """Every ledger that was ever saved is the beginning of this one; the first that is not."""
    path, content = repository.path(chain.FILE), ledger.content
    for revision in revisions(repository.repo, [path]):
        blob = revision.blobs[path]
        if not blob.strip("0"):
            continue  # the commit that took the file away
        saved = bytes(repository.repo.odb.stream(bytes.fromhex(blob)).read())
        if CLOSED_HERE in saved and not content.startswith(saved):
            yield _problem("ledger-replaced", "", repository.repo.commit(revision.commit))
            return


def _inside(repo: Repo) -> set[str]:
    """The editions whose tags lie in the history of what stands in the folder now."""
    start = TAG.format("")
    said = repo.git.for_each_ref("--merged", "HEAD", "--format=%(refname)", f"refs/tags/{start}")
    return {name.partition(start)[2] for name in str(said).splitlines()}


def _problem(code: str, edition: str, commit: Commit) -> Problem:
    values = {"value": edition, "other": commit.hexsha[:SHORT]}
    return Problem(code, "error", "ledger", chain.FILE, None, None, values)
