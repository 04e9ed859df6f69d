"""Run other programs: fed on standard input, never through a shell, missed in one sentence."""

import shutil
import subprocess


class CannotSpeak(Exception):
    """A program is missing or has failed; `str()` says which and what to do, in Vietnamese."""


def run(program: str, package: str, *options: str, given: bytes) -> bytes:
    """Return what a program answers to what it is given. Raises CannotSpeak.

    `package` is the Debian package that holds the program.
    """
    path = shutil.which(program)
    if path is None:
        raise CannotSpeak(
            f"Máy này chưa có {program} nên chưa tạo được bản nghe thử. "
            f"Hãy cài bằng lệnh: apt-get install {package}"
        )
    try:
        done = subprocess.run(  # no shell, and no text of a script among the options
            [path, *options], input=given, capture_output=True, check=True, timeout=300
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        told = (error.stderr or b"").decode(errors="replace").strip().splitlines()
        raise CannotSpeak(f"{program} không chạy được: {told[-1] if told else error}.") from error
    return done.stdout
