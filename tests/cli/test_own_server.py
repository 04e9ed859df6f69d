"""What `congkhai new` lays for a server of one's own: the script is run, as the timer runs it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from worlds.command import congkhai
from worlds.paths import CONGKHAI, ROOT

NEW = ("new", "hoa-sen", "--kind", "xa", "--name", "Xã Hoa Sen", "--as-of", "2026-11-20")
SAID = ("--station", "không", "--directive", "không")
GIT = {"GIT_AUTHOR_NAME": "Nguyễn Văn A", "GIT_AUTHOR_EMAIL": "a@congkhai.example"}
WHO = GIT | {name.replace("AUTHOR", "COMMITTER"): value for name, value in GIT.items()}


def run(*command: str | Path, at: Path) -> None:
    """Run a command in a folder, where `congkhai` is this checkout's."""
    path = os.pathsep.join((str(CONGKHAI.parent), os.environ["PATH"]))
    environment = os.environ | WHO | {"PATH": path, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        list(map(str, command)),
        cwd=at,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not shutil.which("rsync"), reason="needs Debian's rsync")
def test_the_script_fetches_builds_and_changes_the_site_in_one_step(tmp_path: Path) -> None:
    assert congkhai(*NEW, *SAID, at=tmp_path).status == 0
    office, server, www = tmp_path / "hoa-sen", tmp_path / "du-an", tmp_path / "www"
    run("git", "clone", "--quiet", office, server, at=tmp_path)
    script = ("sh", server / "may-chu" / "dung-trang.sh", server, www)
    run(*script, at=tmp_path)
    first = (www / "site").resolve()
    assert (www / "site").is_symlink() and (first / "index.html").is_file()
    settings = office / "data" / "city.yaml"
    settings.write_text(settings.read_text("utf-8").replace("2026-11-20", "2026-11-21"), "utf-8")
    run("git", "commit", "--quiet", "--all", "--message", "Ngày mới", at=office)
    for _ in range(2):  # again with nothing new: the same site
        run(*script, at=tmp_path)
        second = (www / "site").resolve()
        assert second != first and first.is_dir()
        assert "21/11/2026" in (second / "index.html").read_text("utf-8")
