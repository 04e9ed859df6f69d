"""Long contents: made and read piece by piece, and the same as if they had been made at once."""

import json
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from generator.formats.json import json_texts
from generator.model.content import LONG, Compressed, content_of, digest, pieces, whole

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=8,
)
LINE = "Tập thể được biểu dương vì giải quyết hồ sơ trước hạn.\n"


@given(st.dictionaries(st.text(), VALUES))
def test_json_is_what_the_library_writes(value: dict[str, object]) -> None:
    expected = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    lists = {name: iter(part) for name, part in value.items() if isinstance(part, list)}
    assert "".join(json_texts(value)) == "".join(json_texts(value | lists)) == expected


@given(st.lists(st.text()))
def test_a_short_content_is_its_bytes(texts: list[str]) -> None:
    content = content_of(texts)
    assert content == "".join(texts).encode()
    assert b"".join(pieces(content)) == whole(content)


def test_a_long_content_is_pressed_together_and_read_as_often_as_wanted() -> None:
    lines = LONG // len(LINE.encode()) * 8
    content, expected = content_of(LINE for _ in range(lines)), (LINE * lines).encode()
    assert isinstance(content, Compressed)
    assert whole(content) == b"".join(pieces(content)) == expected
    assert (len(content), digest(content)) == (len(expected), sha256(expected).hexdigest())
    assert max(map(len, pieces(content))) < 2 * LONG
