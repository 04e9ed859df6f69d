"""The code is dictated before the farewell of the first whole script after each closing."""

from dataclasses import replace

import pytest

from generator.edition.bulletin import Bulletin
from generator.radio.bulletin import make_pairs
from generator.radio.scripts.forms import make_script
from generator.radio.scripts.layout import lay_out
from generator.radio.select.check_code import CHECK_CODE
from generator.radio.select.length import reading_seconds
from worlds.shipped import shipped_edition

Pairs = tuple[tuple[Bulletin, Bulletin], ...]


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    """Every week's script, and the short one beside it."""
    return make_pairs(shipped_edition(), 1)


def coded(bulletin: Bulletin) -> bool:
    return CHECK_CODE.name in kinds(bulletin)


def kinds(bulletin: Bulletin) -> list[str]:
    return [item.kind for item in bulletin.items]


def of_code(pairs: Pairs) -> list[Bulletin]:
    return [whole for whole, _ in pairs if coded(whole)]


def test_it_stands_before_the_farewell_of_the_whole_script_alone(pairs: Pairs) -> None:
    for whole, short in pairs:
        assert kinds(whole).index("closing") == len(kinds(whole)) - 1, whole.bulletin_id
        assert kinds(whole)[-2:-1] == [CHECK_CODE.name] or not coded(whole), whole.bulletin_id
        assert not coded(short), short.bulletin_id


def test_each_closing_s_code_is_read_once_in_the_next_broadcast(pairs: Pairs) -> None:
    days = [whole.air_on for whole, _ in pairs]
    closed = [edition.on for edition in shipped_edition().ledger.chain.editions]
    assert set(closed) & set(days), "one is closed on a day of airing, whose script stays"
    following = [next((day for day in days if day > on), None) for on in closed]
    heard = [whole.air_on for whole in of_code(pairs)]
    assert heard == sorted({day for day in following if day})
    assert len(heard) > 1


def test_other_weeks_say_that_it_is_the_same_and_where_it_stands(pairs: Pairs) -> None:
    read = of_code(pairs)
    later = [whole for whole, _ in pairs if whole.air_on > read[0].air_on and not coded(whole)]
    told = [whole for whole in later if "Mã đối chiếu" in " ".join(whole.items[-1].sentences)]
    assert 0 < len(told) < len(later)
    assert not any("Mã đối chiếu" in " ".join(w.items[-1].sentences) for w in read)


def test_it_is_read_at_half_the_announcer_s_pace_and_its_time_counts(pairs: Pairs) -> None:
    radio = shipped_edition().city.radio
    bulletin = of_code(pairs)[-1]
    item = bulletin.items[-2]
    rate = item.voice.syllables_per_minute
    assert item.syllables_per_minute == rate // 2
    assert item.seconds == reading_seconds(item.sentences, rate, radio.pauses, 0.5)
    silence = (len(item.sentences) * radio.pauses.sentence) + radio.pauses.item
    read = reading_seconds(item.sentences, rate, radio.pauses) - silence
    assert item.seconds - silence == pytest.approx(2 * read, abs=0.1)
    row = next(row for row in lay_out(bulletin, radio) if row.title == CHECK_CODE.title)
    assert (row.syllables_per_minute, row.pace) == (rate // 2, 0.5)
    assert row.seconds == pytest.approx(item.seconds - radio.pauses.item)


def test_music_between_the_parts_does_not_part_the_code_from_the_farewell() -> None:
    edition = shipped_edition()
    radio = edition.city.radio
    jingles = radio.jingles.model_copy(update={"between": radio.jingles.closing})
    city = edition.city.model_copy(
        update={"radio": radio.model_copy(update={"jingles": jingles, "slot_minutes": 6.0})}
    )
    last = next(w for w, _ in reversed(make_pairs(replace(edition, city=city), 1)) if coded(w))
    (*_, code, closing) = last.items
    assert code.jingle_before and not closing.jingle_before


def test_every_form_says_that_it_is_read_slowly(pairs: Pairs) -> None:
    edition = shipped_edition()
    bulletin = of_code(pairs)[-1]
    made = make_script(bulletin, "Bản tin", edition.city.radio)
    texts = {
        name: bytes(content).decode() for name, content in made.files.items() if name != "docx"
    }
    voice = bulletin.items[-2].voice.name
    assert f"\n{voice} (đọc chậm)\nMời quý vị ghi lại mã" in texts["txt"]
    assert texts["ssml"].count('<s><prosody rate="50%">') == len(bulletin.items[-2].sentences)
    assert "đọc chậm" not in texts["loa"]
