"""A small city's data folder in a repository of its own, and what a person does with both."""

import shutil
from copy import copy
from pathlib import Path

from git import Repo

from worlds.command import congkhai
from worlds.small import SMALL


class City:
    """A repository with a data folder under a name that is not ASCII."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "thành phố"
        self.data = self.root / "dữ liệu"
        shutil.copytree(SMALL, self.data)
        self.repo = Repo.init(self.root, initial_branch="main")
        with self.repo.config_writer() as config:
            config.set_value("user", "name", "Nguyễn Văn A")
            config.set_value("user", "email", "a@example.invalid")
        self.save("Dữ liệu ban đầu")

    def copied(self, folder: Path) -> "City":
        """The same city once more, with its history, in another folder."""
        made = copy(self)
        made.root = shutil.copytree(self.root, folder / self.root.name)
        made.data = made.root / self.data.name
        made.repo = Repo(made.root)
        return made

    def save(self, message: str) -> None:
        self.repo.git.add("--all")
        self.repo.index.commit(message)

    def edit(self, name: str, old: str, new: str, message: str | None = None) -> None:
        """Changes one place of a file, and saves it when there is a message."""
        path = self.data / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old, text.count(old))
        path.write_text(text.replace(old, new), encoding="utf-8")
        if message:
            self.save(message)

    def run(self, *words: str) -> tuple[int, str]:
        """One of congkhai's commands on the data: its exit, and all that it says."""
        done = congkhai(*words, "--data", self.data, at=self.root)
        return done.status, done.said

    def closed(self, edition: str) -> None:
        status, said = self.run("edition", "close", edition)
        assert status == 0, said
