"""A data folder between the requests of a form: read again when any of its files has changed."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar, cast

from generator.app.entry_template import Desk, open_desk
from generator.app.pipeline import public_edition
from generator.app.scripts import with_scripts
from generator.app.sources import Checked, check_folder, read_chain, sound_sources
from generator.edition.edition import Edition
from generator.ledger.chain import Chain
from generator.model.problem import Problem
from generator.output.memo import RebuildMemo
from generator.output.overlay import overlaid

T = TypeVar("T")
Sight = tuple[tuple[str, int, int, int], ...]


class DeskFolder:
    """The data as they lie on the disk now: others may write there at any time."""

    def __init__(self, data_dir: Path, place: Path) -> None:
        """`place` is an empty folder, in which the data lie as they would be."""
        self.data_dir = data_dir
        self._place, self._shown = place / "kiem-tra", place / "ky"
        self._memos = {at: RebuildMemo() for at in (data_dir, self._place, self._shown)}
        self._sight: Sight = ()
        self._kept: dict[str, object] = {}

    def keep(self, what: str, make: Callable[[], T]) -> T:
        """What is made of the folder: the same until a file of it changes."""
        sight = sight_of(self.data_dir)
        if sight != self._sight:
            self._sight, self._kept = sight, {}
        if what not in self._kept:
            self._kept[what] = make()
        return cast("T", self._kept[what])

    @property
    def desk(self) -> Desk:
        """What data entry rests on. Raises Refused."""
        return self.keep("desk", lambda: open_desk(self.data_dir))

    @property
    def checked(self) -> Checked:
        """The data as they are, and all that the check finds in them."""
        return self.keep("checked", lambda: self._check(self.data_dir, self.data_dir))

    @property
    def edition(self) -> Edition:
        """The edition of the data as they are, with its scripts. Raises Refused."""
        return self.keep("edition", lambda: self._edition({}))

    @property
    def chain(self) -> Chain:
        """The ledger's lines. Raises Refused."""
        return self.keep("chain", lambda: read_chain(self.data_dir))

    def edition_of(self, files: Mapping[str, bytes]) -> Edition:
        """The edition of the folder with other files. Raises Refused."""
        return self._edition(files) if files else self.edition

    def _edition(self, files: Mapping[str, bytes]) -> Edition:
        memo = self._memos[self._shown]
        memo.begin()
        with overlaid(self.data_dir, files, self._shown) as copy:
            sources, _ = sound_sources(copy, memo)
            made = with_scripts(public_edition(sources, memo=memo), memo)
        memo.finish()
        return made

    def check(self, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
        """What the check finds in the folder with other files."""
        if not files:
            return self.checked.problems
        with overlaid(self.data_dir, files, self._place) as copy:
            return self._check(copy, self._place).problems

    def _check(self, folder: Path, known: Path) -> Checked:
        """The check of a folder, with what is remembered of the last one at that place."""
        memo = self._memos[known]
        memo.begin()
        checked = check_folder(folder, memo)
        memo.finish()
        return checked


def sight_of(folder: Path) -> Sight:
    """What tells the files of a folder, as they stand, from what they were before."""
    seen = []
    for at, _, names in os.walk(folder):
        for name in names:
            status = Path(at, name).lstat()
            seen.append((f"{at}/{name}", status.st_mtime_ns, status.st_size, status.st_ino))
    return tuple(sorted(seen))
