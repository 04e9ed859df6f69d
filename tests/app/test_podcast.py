"""A podcast as an app reads it: what may be aired and was due, spoken, each with its own file."""

import shutil
import struct
from pathlib import Path

import feedparser
import pytest

from generator.app import podcast as desk
from generator.app.podcast import COVER
from worlds.command import congkhai
from worlds.paths import TEMPLATES
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

# As Chromium: installed by tests/tools.py where it can be, said plainly where it cannot.
needs_voice = pytest.mark.skipif(
    not (shutil.which("espeak-ng") and shutil.which("lame")),
    reason="Thiếu espeak-ng hoặc lame: không đọc được kịch bản thành tiếng.",
)
ADDRESS = "https://nghe.congkhai.example/mau"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The podcast of the small city's two newest weeks."""
    out = tmp_path_factory.mktemp("nghe")
    done = congkhai("podcast", "--out", out, "--address", ADDRESS, "--weeks", "2", "--data", SMALL)
    assert (done.status, done.stderr) == (0, ""), done.said
    return out


@needs_voice
def test_an_app_finds_the_newest_weeks_that_have_come(folder: Path) -> None:
    feed = feedparser.parse((folder / "podcast.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.feed.language == "vi" and feed.feed.title.startswith("BẢN THỬ, KHÔNG PHÁT SÓNG")
    assert "Giọng máy đọc" in feed.feed.subtitle
    assert feed.feed.itunes_explicit is None or feed.feed.itunes_explicit is False
    assert [entry.published for entry in feed.entries] == [
        "Sat, 29 Dec 2018 00:00:00 +0700",
        "Sat, 22 Dec 2018 00:00:00 +0700",
    ]
    for entry in feed.entries:
        assert "Giọng máy đọc" in entry.summary
        assert entry.id.startswith("urn:uuid:") and not entry.get("guidislink")
        (sound,) = entry.enclosures
        start, _, name = sound.href.rpartition("/")
        mp3 = (folder / name).read_bytes()
        assert (start, sound.type, int(sound.length)) == (ADDRESS, "audio/mpeg", len(mp3))
        # lame's frames of 22.05 kHz hold 576 samples; a file of speech is neither empty nor endless
        assert 20 < int(entry.itunes_duration) < 600 and mp3[:2] in (b"\xff\xf3", b"ID")


@needs_voice
def test_it_has_a_cover_as_apps_ask_for(folder: Path) -> None:
    feed = feedparser.parse((folder / "podcast.xml").read_bytes())
    assert feed.feed.image.href == f"{ADDRESS}/bia.png"
    picture = (folder / "bia.png").read_bytes()
    assert picture == (TEMPLATES / COVER).read_bytes()


def test_the_cover_is_a_square_of_the_size_that_apps_ask_for() -> None:
    picture = (TEMPLATES / COVER).read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n") and len(picture) < 500_000
    width, height = struct.unpack(">II", picture[16:24])
    assert 1400 <= width == height <= 3000


@needs_voice
def test_the_same_scripts_give_the_same_bytes_and_old_words_are_taken_away(
    folder: Path, tmp_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    old = tmp_path / "2018-w01-0123456789ab.mp3"
    old.write_bytes(b"withdrawn")
    mine = tmp_path / "nhac.mp3"
    mine.write_bytes(b"mine")
    again = congkhai(
        "podcast", "--out", tmp_path, "--address", ADDRESS, "--weeks", "2", "--data", SMALL
    )
    assert again.status == 0, again.said
    assert not old.exists() and mine.exists()
    mine.unlink()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_without_an_address_nothing_is_spoken(tmp_path: Path) -> None:
    done = congkhai("podcast", "--out", tmp_path / "nghe", "--data", SMALL)
    assert done.status and "--address" in done.stderr and not (tmp_path / "nghe").exists()
    wrong = congkhai("podcast", "--out", tmp_path, "--address", "nghe", "--data", SMALL)
    assert wrong.status and "https://" in wrong.stderr


def test_where_the_programs_are_missing_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/khong/co")
    with pytest.raises(desk.CannotSpeak, match="apt-get install"):
        desk.podcast(SMALL, TEMPLATES, 1, ADDRESS)


def test_what_waits_for_approval_is_not_spoken(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    text = (data / "city.yaml").read_text("utf-8")
    people = "radio:\n  approvers: [Trưởng phòng Nội vụ]"
    (data / "city.yaml").write_text(text.replace("radio:", people, 1), "utf-8")
    (data / "broadcasts.csv").write_text(
        (data / "broadcasts.csv").read_text("utf-8").splitlines()[0] + "\n", "utf-8"
    )
    with pytest.raises(desk.NoNews, match="đã duyệt"):
        desk.podcast(data, TEMPLATES, 3, ADDRESS)
