"""What stands in a YAML text, and what of it is refused before anybody asks what it means."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.datafolder.written import MAX_YAML_DEPTH, Refusal, understood, written


def value_of(text: str) -> object:
    return understood(written(text), lambda _: False)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: x\x00y\n", "yaml-syntax", 2),
        ("a: 1\n\nb: \x1b[0m\n", "yaml-syntax", 3),
        ("a: 1\nb: 2\na: 1\n", "yaml-key-twice", 3),
        ("a: 1\n'a': 2\n", "yaml-key-twice", 2),
        ("a:\n  - b: {c: 1, d: 2, c: 3}\n", "yaml-key-twice", 2),
        ("a: &x 1\n", "yaml-alias", 1),
        ("a: *x\n", "yaml-alias", 1),
        ("a: 1\n<<: {b: 2}\n", "yaml-alias", 2),
        ("a: !!str 1\n", "yaml-tag", 1),
        ("a: !x\n", "yaml-tag", 1),
        ("a: 1\n---\nb: 2\n", "yaml-documents", 2),
        ("a: 1\n...\n---\na: 2\n", "yaml-documents", 3),
        ("? [a]\n: 1\n", "yaml-syntax", 1),
        ("a: b: c\n", "yaml-syntax", 1),
        ("a:\n\tb: 1\n", "yaml-syntax", 2),
        ("a: [1\n", "yaml-syntax", 2),
        ("[" * (MAX_YAML_DEPTH + 1) + "]" * (MAX_YAML_DEPTH + 1), "yaml-syntax", 1),
    ],
)
def test_what_no_settings_need_is_refused(text: str, code: str, line: int) -> None:
    with pytest.raises(Refusal) as refusal:
        written(text)
    assert (refusal.value.code, refusal.value.line) == (code, line)


ODD = """15:00 1:30 010 0o17 0x1F 0b1 1_000 yes No on OFF y n .inf -.inf .nan 2018-01-01 + . e5 1e
    = tRue 1.2.3 12e400 ٣ 1234567890123456"""


@pytest.mark.parametrize("text", ODD.split())
def test_what_readers_of_yaml_see_differently_is_text(text: str) -> None:
    assert value_of(f"a: {text}") == {"a": text}


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(10**14), 10**14)
        | st.sampled_from([0.3, 5.0, -0.25, 1e-09, 2.5e20])
        | st.text("ab é'\":-#0~x\n"),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner),
        max_leaves=12,
    )
)
def test_what_a_program_wrote_is_read_as_it_was_meant(value: object) -> None:
    read = value_of(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))
    assert read == value and repr(read) == repr(value)


def test_a_value_is_found_in_the_line_of_its_key() -> None:
    file = written("a: 1\nb:\n  c: >-\n    đ\n    e\n  d:\n    - x\n    - y: '1'\n")
    assert file.at(("b", "c")).line == 3 and file.at(("b", "d", 1, "y")).line == 8
    assert file.at(("b", "d", 1, "y")).source == "'1'" and not file.at(("b", "d", 1, "y")).plain
    assert file.at(("b", "lacking")) == file.at(("b",))
