"""What `congkhai publish` leaves in the repository and sends to the others', in real ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from git import Repo

from generator.history import HistoryRefused, Repository, open_repository, push, save_all, unsaved
from generator.history.publishing import require_remote
from worlds.edition_folder import City


@pytest.fixture
def city(tmp_path: Path) -> City:
    """A small city with a repository that the others share."""
    made = City(tmp_path)
    Repo.init(tmp_path / "chung.git", bare=True)
    made.repo.create_remote("origin", str(tmp_path / "chung.git"))
    return made


@pytest.fixture
def saved(city: City) -> Iterator[Repository]:
    """The city's repository."""
    with open_repository(city.data) as repository:
        yield repository


def test_all_that_was_edited_is_saved_and_nothing_else(city: City, saved: Repository) -> None:
    (city.data / "corrections.csv").unlink()
    (city.data / "units.csv").rename(city.data / "đơn vị.csv")
    (city.data / "dossiers").mkdir(exist_ok=True)
    (city.data / "dossiers" / "mới.csv").write_text("x\n", "utf-8")
    (city.root / "ghi chép.txt").write_text("riêng\n", "utf-8")
    ours, others = unsaved(saved, [city.data])
    assert others == ["ghi chép.txt"]
    save_all(saved, ours, "Công bố")
    assert saved.changed() == ["ghi chép.txt"]
    names = {"corrections.csv", "units.csv", "đơn vị.csv", "dossiers/mới.csv"}
    changed = city.repo.git.show("--name-only", "--no-renames", "--format=", "-z").split("\0")
    assert {*filter(None, changed)} == {f"{city.data.name}/{name}" for name in names}


def test_nothing_edited_is_no_commit(saved: Repository) -> None:
    before = saved.head.hexsha
    save_all(saved, [], "Công bố")
    assert saved.head.hexsha == before


def test_the_branch_and_the_tags_of_editions_arrive(
    city: City, saved: Repository, tmp_path: Path
) -> None:
    city.closed("2018-Q4")
    city.repo.create_tag("riêng")
    push(saved, "origin")
    push(saved, "origin")
    shared = Repo(tmp_path / "chung.git")
    assert shared.commit("main").hexsha == saved.head.hexsha
    assert [tag.name for tag in shared.tags] == ["edition/2018-Q4"]


def test_a_newer_commit_of_somebody_else_is_told_of(
    city: City, saved: Repository, tmp_path: Path
) -> None:
    push(saved, "origin")
    other = city.copied(tmp_path / "máy khác")
    (other.data / "ghi-chu.txt").write_text("khác", "utf-8")
    other.save("Người khác lưu")
    other.repo.git.push("origin", "main")
    city.edit("city.yaml", "as_of: 2018-12-31", "as_of: 2018-12-30", "Tôi lưu")
    with (
        pytest.raises(HistoryRefused, match="mới hơn của người khác"),
        open_repository(city.data) as again,
    ):
        push(again, "origin")


def test_a_repository_out_of_reach_is_told_of(city: City, saved: Repository) -> None:
    city.repo.create_remote("xa", "/khong/co/kho.git")
    with (
        pytest.raises(HistoryRefused, match="Không tới được kho chung"),
        open_repository(city.data) as again,
    ):
        push(again, "xa")
    with pytest.raises(HistoryRefused, match="không có remote nào tên “gần”"):
        require_remote(saved, "gần")
