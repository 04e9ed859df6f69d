"""The folder of a run goes with it; what a run that was killed has left goes at the next start."""

import tempfile
from pathlib import Path

import pytest

from generator.output.run_folder import PREFIX, run_folder
from generator.output.staging import locked


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_a_dead_runs_folder_is_removed_and_a_living_ones_stays(tmp_path: Path) -> None:
    dead, other = tmp_path / f"{PREFIX}chet", tmp_path / "congkhai-khac"
    for folder in (dead, other):
        (folder / "xem").mkdir(parents=True)
    with run_folder() as living, run_folder() as second:
        assert not dead.exists() and other.exists()
        assert living.is_dir() and second.is_dir() and living != second
    assert sorted(path.name for path in tmp_path.iterdir()) == ["congkhai-khac"]


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    (precious := tmp_path / "quy").mkdir()
    (tmp_path / f"{PREFIX}lien-ket").symlink_to(precious)
    with run_folder():
        assert precious.is_dir()


def test_a_site_can_be_laid_into_it() -> None:
    """Whoever lays one locks the folder for that moment, within the same process."""
    with run_folder() as folder, locked(folder):
        assert folder.is_dir()
