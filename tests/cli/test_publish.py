"""`congkhai publish`: one command a week, told first, safe to be run again at any point."""

import shutil
from pathlib import Path

import pytest
from git import Repo

from worlds.command import Answer, congkhai
from worlds.edition_folder import City
from worlds.paths import ROOT

pytestmark = pytest.mark.usefixtures("remembered")

DELIVERY = "\ndelivery:\n  folder: ../www\n  remote: origin\n"
DAY = "05/01/2019"


class Weekly:
    """A small city that publishes into a folder and sends its commits to the others."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.city = folder, City(folder)
        self.www, self.site = folder / "www", folder / "site"
        settings = self.city.data / "city.yaml"
        settings.write_text(settings.read_text("utf-8") + DELIVERY, "utf-8")
        self.city.save("Nơi công bố")
        self.shared = Repo.init(folder / "chung.git", bare=True)
        self.city.repo.create_remote("origin", str(folder / "chung.git"))

    def publish(self, *words: str) -> Answer:
        where = ("--data", self.city.data, "--config", ROOT / "mkdocs.yml", "--out", self.site)
        return congkhai("publish", *words, *where, at=self.city.root)

    @property
    def state(self) -> tuple[str, str, bytes, bytes]:
        """What is saved, what the others have, and the two sites."""
        sums = tuple((place / "SHA256SUMS").read_bytes() for place in (self.site, self.www))
        mine, theirs = self.city.repo.head.commit, self.shared.commit("main")
        return (mine.hexsha, theirs.hexsha, *sums)


@pytest.fixture(scope="module")
def weekly(tmp_path_factory: pytest.TempPathFactory) -> Weekly:
    """One that has published once."""
    made = Weekly(tmp_path_factory.mktemp("tuần") / "thành phố")
    told = made.publish("--yes")
    assert told.status == 0, told.said
    assert "Chưa có trang nào được công bố" in told.stdout
    return made


def test_the_same_again_changes_nothing(weekly: Weekly) -> None:
    before = weekly.state
    told = weekly.publish("--yes")
    assert told.status == 0 and "Nội dung không có gì khác." in told.stdout
    assert weekly.state == before
    assert before[0] == before[1] and before[2] == before[3]


@pytest.mark.parametrize("words", [("--dry-run",), ()], ids=["dry run", "nobody to ask"])
def test_what_changes_is_told_and_nothing_is_done_unasked(
    words: tuple[str, ...], weekly: Weekly
) -> None:
    before, settings = weekly.state, (weekly.city.data / "city.yaml").read_bytes()
    told = weekly.publish(DAY, *words)
    assert told.status == (0 if words else 2)
    assert "Chuyển ngày số liệu từ 31/12/2018 sang 05/01/2019" in told.stdout
    assert "Ngày số liệu: từ 31/12/2018 sang 05/01/2019." in told.stdout
    assert weekly.state == before
    assert (weekly.city.data / "city.yaml").read_bytes() == settings


def _day_written(weekly: Weekly) -> None:
    assert congkhai("today", DAY, "--data", weekly.city.data, "--yes").status == 0


def _saved(weekly: Weekly) -> None:
    _day_written(weekly)
    weekly.city.save("Công bố")


def _site_lost(weekly: Weekly) -> None:
    _saved(weekly)
    shutil.rmtree(weekly.site)


@pytest.mark.parametrize("stopped", [None, _day_written, _saved, _site_lost])
def test_wherever_it_stopped_it_goes_on_to_the_same_end(stopped, tmp_path: Path) -> None:
    weekly = Weekly(tmp_path / "tuần")
    (weekly.city.root / "riêng.txt").write_text("không lưu", "utf-8")
    weekly.site.mkdir()
    if stopped:
        stopped(weekly)
    told = weekly.publish(DAY, "--yes")
    assert told.status == 0, told.said
    mine, theirs, *sites = weekly.state
    assert mine == theirs and sites[0] == sites[1]
    assert "as_of: 2019-01-05" in (weekly.city.data / "city.yaml").read_text("utf-8")
    source = (weekly.www / "nguon-trang.json").read_text("utf-8")
    assert '"as_of":"2019-01-05"' in source and "../www" not in source
    assert weekly.city.repo.git.status("--porcelain", "-z") in ("", "?? riêng.txt\0")


def test_what_would_stop_it_half_way_stops_it_first(tmp_path: Path) -> None:
    weekly = Weekly(tmp_path / "tuần")
    weekly.www.mkdir()
    (weekly.www / "anh.jpg").write_bytes(b"")
    told = weekly.publish(DAY, "--yes")
    assert told.status == 2 and "delivery.folder" in told.stderr
    (weekly.www / "anh.jpg").unlink()
    weekly.city.repo.delete_remote(weekly.city.repo.remote("origin"))
    told = weekly.publish(DAY, "--yes")
    assert told.status == 2 and "không có remote nào tên “origin”" in told.stderr
    weekly.city.edit("city.yaml", "remote: origin", "remote: --mirror")
    told = weekly.publish(DAY, "--yes")
    assert told.status == 1 and "delivery.remote" in told.stderr
    assert "as_of: 2018-12-31" in (weekly.city.data / "city.yaml").read_text("utf-8")
    assert not weekly.site.exists()


def test_what_is_edited_is_told_by_its_id(weekly: Weekly) -> None:
    edits = {
        "commendations.csv": ("Không có hồ sơ quá hạn", "Không hồ sơ nào quá hạn"),
        "assignments.csv": ("nv-1-1,,1.1", "nv-1-2,,1.1"),  # of a dataset that no ledger keeps
    }
    files = {weekly.city.data / name: edit for name, edit in edits.items()}
    before = {path: path.read_text("utf-8") for path in files}
    for path, (old, new) in files.items():
        path.write_text(before[path].replace(old, new), "utf-8")
    told = weekly.publish("--dry-run")
    for path, text in before.items():
        path.write_text(text, "utf-8")
    assert "sửa 1 (ng-2018-001)." in told.stdout
    assert "Nhiệm vụ được giao: thêm 1 (nv-1-2), bớt 1 (nv-1-1)." in told.stdout
    saved = ", ".join(f"{weekly.city.data.name}/{name}" for name in sorted(edits))
    assert f"Sẽ lưu vào git: {saved}." in told.stdout


def test_what_belongs_to_no_dataset_is_told_and_not_saved(weekly: Weekly) -> None:
    """A list of applicants that was laid beside the data for a moment stays out of git."""
    strays = [weekly.city.data / name for name in ("người nộp.xlsx", "quét/1.pdf", "units (1).csv")]
    for path in strays:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    told = weekly.publish("--dry-run")
    assert told.status == 0 and "Sẽ lưu vào git" not in told.stdout, told.said
    said = next(line for line in told.stdout.splitlines() if "không được lưu" in line)
    assert all(path.name in said for path in strays)
    for path in strays:
        path.unlink()


def test_errors_in_the_data_publish_nothing(weekly: Weekly) -> None:
    before = weekly.state
    told = weekly.publish("2031-05-05", "--yes")
    assert told.status == 1 and "calendar" in told.stderr
    assert weekly.state == before


def test_an_edition_that_was_closed_is_told(tmp_path: Path) -> None:
    weekly = Weekly(tmp_path / "tuần")
    assert weekly.publish("--yes").status == 0
    told = congkhai("edition", "close", "2018-Q4", "--data", weekly.city.data, "--yes")
    assert told.status == 0, told.said
    assert "Kỳ công bố: thêm 1 (2018-Q4)." in weekly.publish("--dry-run").stdout
