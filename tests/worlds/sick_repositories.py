"""What may be wrong with a repository, its git or its user, each done to a city's own."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from worlds.edition_folder import City

Harm = Callable[[City], Mapping[str, str]]
"""Does harm to a city's repository; gives what the environment of the command has besides."""


def _hook(name: str, text: str) -> Harm:
    def harm(city: City) -> Mapping[str, str]:
        hook = _git(city) / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\n{text}\nexit 1\n", "utf-8")
        hook.chmod(0o755)
        return {}

    return harm


def _git(city: City) -> Path:
    return Path(city.repo.git_dir)


def _nameless(city: City) -> Mapping[str, str]:
    (_git(city) / "config").write_text(
        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n[user]\n\tuseConfigOnly = true\n"
    )
    return {}


def _written(name: str, content: bytes) -> Harm:
    def harm(city: City) -> Mapping[str, str]:
        (_git(city) / name).write_bytes(content)
        return {}

    return harm


def _signing(key: str) -> Harm:
    def harm(city: City) -> Mapping[str, str]:
        city.repo.git.config(key, "true")
        city.repo.git.config("gpg.program", "/khong/co/gpg")
        return {}

    return harm


def _without_objects(city: City) -> Mapping[str, str]:
    shutil.rmtree(_git(city) / "objects")
    (_git(city) / "objects").mkdir()
    return {}


def _foreign(city: City) -> Mapping[str, str]:
    if os.geteuid() == 0:
        for path in (city.root, _git(city)):
            os.chown(path, 12345, 12345)
        return {}
    return {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}


def _bare(city: City) -> Mapping[str, str]:
    city.repo.git.config("core.bare", "true")
    return {}


def _empty(city: City) -> Mapping[str, str]:
    shutil.rmtree(_git(city))
    type(city.repo).init(city.root).close()
    return {}


def _no_git(city: City) -> Mapping[str, str]:
    return {"PATH": str(city.root)}


SICK: Mapping[str, tuple[Harm, str]] = {
    "no git": (_no_git, "chưa cài git"),
    "no identity": (_nameless, "Git chưa biết ai"),
    "a hook that refuses": (_hook("pre-commit", "echo Chưa ai duyệt"), "Hook nói: Chưa ai duyệt"),
    "a hook that asks of messages": (_hook("commit-msg", ""), "hook của kho git từ chối"),
    "a hook that refuses tags": (
        _hook("reference-transaction", "grep -q refs/tags || exit 0"),
        "hook của kho git từ chối",
    ),
    "commits to be signed": (_signing("commit.gpgsign"), "git không ký được"),
    "tags to be signed": (_signing("tag.gpgsign"), "git không ký được"),
    "bare": (_bare, "không có thư mục làm việc"),
    "no commit": (_empty, "chưa có lần lưu nào"),
    "of another user": (_foreign, "safe.directory"),
    "no head": (_written("HEAD", b"x"), ""),
    "a head without a branch": (_written("HEAD", b"ref: refs/heads/khac\n"), "chưa có lần lưu nào"),
    "a damaged branch": (_written("refs/heads/main", b"zz\n"), ""),
    "a branch to nowhere": (_written("refs/heads/main", b"1" * 40 + b"\n"), "bị hỏng"),
    "a damaged index": (_written("index", b"DIRCx"), "bị hỏng"),
    "damaged settings": (_written("config", b"[core\nx"), "bị hỏng"),
    "damaged tags": (_written("packed-refs", b"\xff\xfe\n"), ""),
    "no objects": (_without_objects, "bị hỏng"),
}
"""What is done, and what the refusal of a closing says; empty when any sentence will do."""
