"""The commit an edition was made from, on real repositories."""

from pathlib import Path

import pytest
from git import Actor, Repo

from generator.history import data_commit

CLERK = Actor("Nguyễn Văn A", "a@example.invalid")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo.init(tmp_path / "thành phố")
    save(repo, "data/units.csv", "unit_id\n")
    return repo


def save(repo: Repo, name: str, text: str) -> str:
    path = Path(repo.working_dir) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    repo.index.add([str(path)])
    return repo.index.commit(f"Sửa {name}", author=CLERK, committer=CLERK).hexsha[:10]


def folder(repo: Repo) -> Path:
    return Path(repo.working_dir) / "data"


def test_the_last_commit_that_changed_the_data(repo: Repo) -> None:
    changed = save(repo, "data/units.csv", "unit_id\np-mot\n")
    save(repo, "README.md", "khác\n")
    assert data_commit(folder(repo)) == changed


def test_uncommitted_data_have_no_commit(repo: Repo) -> None:
    (folder(repo) / "units.csv").write_text("unit_id\np-hai\n", encoding="utf-8")
    assert data_commit(folder(repo)) is None


def test_a_file_git_does_not_know_is_an_uncommitted_change(repo: Repo) -> None:
    (folder(repo) / "new.csv").write_text("x\n", encoding="utf-8")
    assert data_commit(folder(repo)) is None


def test_a_shallow_clone_says_nothing(repo: Repo, tmp_path: Path) -> None:
    save(repo, "README.md", "khác\n")
    clone = Repo.clone_from(f"file://{repo.working_dir}", tmp_path / "clone", depth=1)
    assert data_commit(folder(clone)) is None


def test_a_folder_outside_git_says_nothing(tmp_path: Path) -> None:
    assert data_commit(tmp_path) is None


def test_a_repository_without_a_commit_says_nothing(tmp_path: Path) -> None:
    Repo.init(tmp_path)
    assert data_commit(tmp_path) is None
