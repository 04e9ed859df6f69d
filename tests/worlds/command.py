"""`congkhai` as a person types it, in this process: a process of its own costs half a second."""

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.cli.app import main
from worlds.paths import ROOT


@dataclass(frozen=True)
class Answer:
    """How a command ended, and what it said."""

    status: int
    stdout: str
    stderr: str

    @property
    def said(self) -> str:
        """All that it said."""
        return self.stdout + self.stderr


class _Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def _stream(content: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def congkhai(
    *words: str | Path, at: Path = ROOT, typed: bytes = b"", on_terminal: bool = False
) -> Answer:
    """The command with these words, in the folder `at`, with what is typed into it.

    `on_terminal` says that what it says beside its answer is shown on a screen.
    """
    out, err = _stream(), _stream()
    if on_terminal:
        err = _Terminal(io.BytesIO(), encoding="utf-8", newline="")
    with (
        chdir(at), redirect_stdout(out), redirect_stderr(err),
        patch.object(sys, "stdin", _stream(typed)),
        patch.object(sys, "argv", ["congkhai", *map(str, words)]),
        pytest.raises(SystemExit) as left,
    ):  # fmt: skip
        main()
    return Answer(int(left.value.code or 0), _written(out), _written(err))
