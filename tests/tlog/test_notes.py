"""Signed notes, keys and checkpoints: the examples of the C2SP specifications, and forgeries."""

import pytest

from generator.tlog.checkpoint import (
    Checkpoint,
    cosigned,
    cosigned_at,
    is_signed_by,
    parse_checkpoint,
    signed,
)
from generator.tlog.keys import (
    COSIGNATURE,
    NOTE,
    SecretKey,
    parse_secret_key,
    parse_verifier_key,
)
from generator.tlog.note import Note, parse_note

EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE = """This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""  # noqa: E501
LOG = SecretKey("so.example/thanh-pho", NOTE, b"l" * 32)
WITNESS = SecretKey("mat-tran.example", COSIGNATURE, b"w" * 32)
TREE = Checkpoint(LOG.name, 107, b"r" * 32)
TIME = 1546275600


def test_the_example_of_the_specification_is_signed() -> None:
    key = parse_verifier_key(EXAMPLE_KEY)
    assert is_signed_by(parse_note(EXAMPLE.encode()), key)
    assert str(key) == EXAMPLE_KEY
    assert not is_signed_by(parse_note(EXAMPLE.replace("an", "no").encode()), key)


def test_keys_come_back_from_their_text() -> None:
    for secret in (LOG, WITNESS):
        assert parse_secret_key(str(secret)) == secret
        assert parse_verifier_key(str(secret.verifier)) == secret.verifier
        assert secret.seed.hex() not in repr(secret)


@pytest.mark.parametrize(
    "text",
    ["", "a", "a+530d903a", EXAMPLE_KEY[:-1], EXAMPLE_KEY.replace("foo", "bar"), f"x{EXAMPLE_KEY}"],
)
def test_what_is_no_verifier_key(text: str) -> None:
    with pytest.raises(ValueError):
        parse_verifier_key(text)


def test_a_checkpoint_comes_back_signed_and_cosigned() -> None:
    note = Note(TREE.text, (signed(TREE, LOG), cosigned(TREE, WITNESS, TIME)))
    checkpoint, read = parse_checkpoint(str(note).encode())
    assert (checkpoint, read) == (TREE, note)
    assert is_signed_by(read, LOG.verifier)
    assert cosigned_at(read, WITNESS.verifier) == TIME


def test_no_signature_holds_for_another_tree_another_key_or_another_time() -> None:
    other = Checkpoint(TREE.origin, TREE.size + 1, TREE.root)
    signature, witness = signed(TREE, LOG), cosigned(TREE, WITNESS, TIME)
    moved = Note(other.text, (signature, witness))
    assert not is_signed_by(moved, LOG.verifier)
    assert cosigned_at(moved, WITNESS.verifier) is None
    later = type(witness)(witness.name, witness.key_id, b"\0" * 8 + witness.content[8:])
    assert cosigned_at(Note(TREE.text, (later,)), WITNESS.verifier) is None
    assert not is_signed_by(Note(TREE.text), LOG.verifier)
    thief = SecretKey(LOG.name, NOTE, b"t" * 32)
    assert not is_signed_by(Note(TREE.text, (signed(TREE, thief),)), LOG.verifier)


def test_one_forged_signature_beside_a_right_one_spoils_the_note() -> None:
    right = signed(TREE, LOG)
    forged = type(right)(right.name, right.key_id, b"f" * 64)
    assert not is_signed_by(Note(TREE.text, (right, forged)), LOG.verifier)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "so.example\n1\n",
        "so.example\n01\ncnJycnJycnJycnJycnJycnJycnJycnJycnJycnJycnI=\n\n",
        "so.example\n-1\ncnJycnJycnJycnJycnJycnJycnJycnJycnJycnJycnI=\n\n",
        "so.example\n1\nc2hvcnQ=\n\n",
        "so.example\n1\ncnJycnJycnJycnJycnJycnJycnJycnJycnJycnJycnI=\nmore\n\n",
        "so.example\r\n1\ncnJycnJycnJycnJycnJycnJycnJycnJycnJycnJycnI=\n\n",
        "so.example\n1\ncnJycnJycnJycnJycnJycnJycnJycnJycnJycnJycnI=\n\nx\n",
    ],
)
def test_what_is_no_checkpoint(text: str) -> None:
    with pytest.raises(ValueError):
        parse_checkpoint(text.encode())


def test_a_checkpoint_that_nobody_has_signed_yet_can_be_read() -> None:
    assert parse_checkpoint(str(Note(TREE.text)).encode()) == (TREE, Note(TREE.text))
