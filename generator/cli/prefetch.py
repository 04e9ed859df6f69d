"""What a command will ask for in any case, begun before its command line is read.

To import what reads the command line takes a seventh of a check of a million dossiers, and the
engine could be at work by then. What is begun here is a guess at what was typed: whoever reads the
command line properly takes it, or nobody does and it is given up.
"""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.check.screen.prefetch import Ahead

CHECK, DATA = "check", "--data"
DEFAULT_DATA = "data"
_begun: dict[Path, "Ahead"] = {}


@contextmanager
def begun_early(arguments: Sequence[str]) -> Iterator[bool]:
    """Begins the screen of a check's dossiers, if the words of the command line ask for one.

    Gives True when something has begun.
    """
    _make_haste()
    with ExitStack() as until_done:
        folder = _folder_of(arguments)
        if folder is not None and folder.is_dir():
            from generator.check.screen.prefetch import begin

            _begun[folder] = until_done.enter_context(begin(folder))
        try:
            yield bool(_begun)
        finally:
            _begun.clear()


def taken(folder: Path) -> "Ahead | None":
    """What has been begun of a data folder, to be had once."""
    return _begun.pop(folder, None)


def _folder_of(arguments: Sequence[str]) -> Path | None:
    """The data folder of a check; None for any other command."""
    if arguments[:1] != [CHECK] or "--help" in arguments:
        return None
    for place, word in enumerate(arguments):
        if word == DATA:
            return Path(*arguments[place + 1 : place + 2])
        if word.startswith(f"{DATA}="):
            return Path(word.removeprefix(f"{DATA}="))
    return Path(DEFAULT_DATA)


def _make_haste() -> None:
    """Looks for no plugins of pydantic's, of which there are none, and for cycles of objects, of
    which there are few, less often: together a tenth of a check."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(50_000, 50, 50)
