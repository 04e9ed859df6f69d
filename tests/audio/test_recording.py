"""The machine's voice takes as long as the estimate says that the announcer will."""

import io
import shutil
import wave
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.audio import CannotSpeak, encode, speak
from generator.audio.voice import speed
from generator.edition.script import ScriptRow
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.layout import lay_out
from generator.radio.select.check_code import CHECK_CODE
from generator.radio.select.length import reading_seconds
from worlds.command import congkhai
from worlds.radio_edition import city, edition
from worlds.shipped import shipped_edition
from worlds.small import SMALL

# As Chromium: installed by tests/tools.py where it can be, said plainly where it cannot.
needs_voice = pytest.mark.skipif(
    not shutil.which("espeak-ng"),
    reason="Thiếu espeak-ng: không đo được độ dài bản nghe thử. apt-get install espeak-ng",
)
WITHIN = 0.10
SPOKEN = "Bản thử, không phát sóng."


def rows(week: str, *, sample: bool = True, rate: int = 200) -> tuple[ScriptRow, ...]:
    settings = city(sample=sample)
    radio = settings.radio.model_copy(update={"syllables_per_minute": rate})
    settings = settings.model_copy(update={"radio": radio})
    return lay_out(make_bulletin(edition(settings), week), radio)


@cache
def seconds_of(wav: bytes) -> float:
    with wave.open(io.BytesIO(wav)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.getnframes() / sound.getframerate()


@needs_voice
@pytest.mark.parametrize(
    ("week", "rate"),
    [
        ("2018-W40", 200),
        ("2018-W41", 200),
        ("2018-W43", 200),
        ("2018-W50", 180),
        ("2018-W40", 240),
        ("2018-W43", 110),
        ("2018-W43", 320),
    ],
)
def test_the_measured_length_agrees_with_the_estimate(week: str, rate: int) -> None:
    laid_out = rows(week, rate=rate)
    recording = speak(laid_out)
    estimate = laid_out[-1].ends_at
    assert recording.seconds == pytest.approx(estimate, rel=WITHIN)
    assert seconds_of(recording.wav) == pytest.approx(recording.whole_seconds)


@needs_voice
def test_a_sample_says_its_warning_first_and_last() -> None:
    sample = rows("2018-W43")
    assert sample[0].spoken == sample[-1].spoken == (SPOKEN,)
    pauses = city().radio.pauses
    said = reading_seconds((SPOKEN,), 200, pauses) - pauses.item
    recording = speak(sample)
    assert recording.whole_seconds - recording.seconds == pytest.approx(2 * said, rel=0.2)
    real = speak(rows("2018-W43", sample=False))
    assert real.whole_seconds == real.seconds == pytest.approx(recording.seconds)


@needs_voice
def test_a_southern_station_hears_a_southern_voice_of_the_same_pace() -> None:
    laid_out = rows("2018-W43")
    north, south = speak(laid_out), speak(laid_out, "south")
    assert north.wav != south.wav
    assert south.seconds == pytest.approx(laid_out[-1].ends_at, rel=WITHIN)


@needs_voice
def test_the_same_script_gives_the_same_sound() -> None:
    one = [row for row in rows("2018-W43") if row.kind != "pause"][:3]
    assert speak(one).wav == speak(one).wav


@needs_voice
def test_words_are_never_options() -> None:
    speech = next(row for row in rows("2018-W43") if row.kind == "speech")
    assert speak([replace(speech, lines=("--version",))]).seconds > 0.5


@pytest.mark.parametrize(
    ("suffix", "program", "head"), [(".mp3", "lame", b"\xff"), (".ogg", "oggenc", b"OggS")]
)
def test_it_is_made_small_where_debian_s_encoder_is_there(
    suffix: str, program: str, head: bytes
) -> None:
    if not shutil.which(program):
        pytest.skip(f"Thiếu {program}: không thử được tệp {suffix}.")
    chime = [ScriptRow("jingle", ("Nhạc hiệu, tám giây",), seconds=8)]
    wav = speak(chime).wav
    small = encode(wav, suffix)
    assert small.startswith((head, b"ID3"))
    assert len(small) < len(wav) / 2
    assert encode(wav, suffix) == small


def test_wav_needs_no_encoder() -> None:
    wav = speak([ScriptRow("pause", ("Nghỉ, một giây",), seconds=1)]).wav
    assert seconds_of(encode(wav, ".wav")) == 1


def test_a_missing_program_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotSpeak, match=r"chưa có espeak-ng.*apt-get install espeak-ng"):
        speak(rows("2018-W43"))
    with pytest.raises(CannotSpeak, match="apt-get install vorbis-tools"):
        encode(b"", ".ogg")


def test_a_quicker_announcer_is_given_a_quicker_voice() -> None:
    rates = range(80, 401, 5)
    speeds = [speed(rate) for rate in rates]
    assert [words for words, _ in speeds] == sorted(words for words, _ in speeds)
    assert [gap for _, gap in speeds] == sorted((gap for _, gap in speeds), reverse=True)
    assert speed(231) == (150, 0)


BULLETIN = ("bulletin", "--week", "2018-W43", "--data", SMALL)


@needs_voice
def test_the_command_writes_sound_and_script_and_says_how_long(tmp_path: Path) -> None:
    sound, script = tmp_path / "nghe-thu.WAV", tmp_path / "ban-tin.docx"
    done = congkhai(*BULLETIN, "--audio", sound, "--format", "docx", "--out", script)
    assert done.status == 0, done.stderr
    assert "Bản nghe thử dài" in done.stdout
    assert seconds_of(sound.read_bytes()) > 60
    assert script.read_bytes().startswith(b"PK")


def test_the_command_without_the_voice_is_one_sentence_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = shutil.which("git")
    assert git
    (tmp_path / "git").symlink_to(git)
    sound = tmp_path / "nghe-thu.wav"
    monkeypatch.setenv("PATH", str(tmp_path))
    done = congkhai(*BULLETIN, "--audio", sound)
    assert done.status == 2
    assert done.stderr.count("\n") == 1
    assert "chưa có espeak-ng" in done.stderr
    assert done.stdout == ""
    assert not sound.exists()


@needs_voice
def test_the_code_is_dictated_slowly_by_the_machine_too() -> None:
    radio = shipped_edition().city.radio
    coded = next(
        bulletin
        for bulletin in reversed(shipped_edition().bulletins)
        if any(item.kind == CHECK_CODE.name for item in bulletin.items)
    )
    laid_out = lay_out(coded, radio)
    (row,) = (row for row in laid_out if row.title == CHECK_CODE.title)
    quick = replace(row, syllables_per_minute=radio.syllables_per_minute)
    slow = speak([row]).seconds
    # Six words drawn by lot: one item may be farther off than a script is.
    assert slow == pytest.approx(row.seconds, rel=1.5 * WITHIN)
    assert slow > 1.3 * speak([quick]).seconds
