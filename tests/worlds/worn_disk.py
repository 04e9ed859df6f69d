"""A disk of a few kilobytes, or one that only reads: a file system in memory, in a namespace of
its own, so that nothing is left of it and no right is needed that a user has not."""

import os
import shutil
import subprocess
from pathlib import Path

_SCRIPT = """
set -eu
mkdir -p "$DISK" && mount -t tmpfs -o size=64m congkhai "$DISK"
[ -z "$FROM" ] || cp -a "$FROM/." "$DISK"
if [ "$LEFT" = read-only ]; then mount -o remount,ro "$DISK"
else mount -o remount,size=$(($(du -sk "$DISK" | cut -f1) + LEFT))k "$DISK"; fi
status=0; "$@" || status=$?
rm -rf "$KEPT" && cp -a "$DISK" "$KEPT"
exit $status
"""


def unshare() -> list[str]:
    """The command that opens a namespace with a file system of its own; raises when none can."""
    command = ["unshare", "--mount", *(() if os.geteuid() == 0 else ("--map-root-user",))]
    if not shutil.which("unshare") or subprocess.run([*command, "true"], check=False).returncode:
        raise RuntimeError("không mở được không gian tên riêng (unshare) để thử đĩa đầy")
    return command


def run_on(
    disk: Path, left: int | str, *command: str, start: Path | None = None, kept: Path
) -> tuple[int, str]:
    """Runs a command beside a disk with so many KiB left, or "read-only".

    The disk begins as a copy of `start`; what is on it in the end is copied to `kept`. Gives the
    command's exit and all that it said.
    """
    places = {"DISK": str(disk), "LEFT": str(left), "FROM": str(start or ""), "KEPT": str(kept)}
    done = subprocess.run(
        [*unshare(), "sh", "-c", _SCRIPT, "sh", *command],
        env=os.environ | places, capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said
    return done.returncode, said
