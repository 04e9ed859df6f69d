"""A command that runs until somebody stops it: by Ctrl+C, by the system, by closing the window."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """What is set once the command is to stop; asking again changes nothing."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped  # signals come to the main thread alone
        return
    before = {one: signal.signal(one, lambda *_: stopped.set()) for one in SIGNALS}
    try:
        yield stopped
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def tell(sentence: str) -> None:
    """Say something, where there still is a window to say it in."""
    with suppress(OSError):
        typer.echo(sentence)


def leave() -> None:
    """End the run at once where something still works for an answer that nobody waits for."""
    if threading.active_count() > 1:
        with suppress(OSError):
            sys.stdout.flush()
        os._exit(0)
