"""A finished site is put where people read it: a folder of this machine, or one of another."""

import shutil
import subprocess
from pathlib import Path

from generator.output.staging import NotASite, Staging, refuse_foreign

NO_RSYNC = (
    "Máy này chưa có rsync, là chương trình chép trang sang máy chủ. Hãy cài rsync rồi chạy lại."
)
REFUSED = "Không chép được trang sang “{}” (rsync, mã {}): {}"
NO_ANSWER = "Máy chủ “{}” không trả lời trong {} phút. Hãy chạy lại lệnh này."
MOST_MINUTES = 60
FOREIGN = (
    "Thư mục “{}” (mục delivery.folder của city.yaml) có thứ khác, không phải trang do congkhai "
    "dựng, nên không bị thay thế. Hãy khai một thư mục trống hoặc một thư mục chưa có."
)


class NotDelivered(Exception):
    """The site did not reach its place; `str()` says why, in Vietnamese."""


def require_place(target: Path) -> None:
    """A site may be put into the folder. Raises NotDelivered."""
    if not may_hold_site(target):
        raise NotDelivered(FOREIGN.format(target))


def may_hold_site(target: Path) -> bool:
    """True of a folder that holds a site of ours, or nothing, or is not there yet."""
    try:
        refuse_foreign(target)
    except NotASite:
        return False
    return True


def put_in_folder(site: Path, target: Path) -> None:
    """Copies a site beside the one that is read and exchanges the two in one step.

    Raises NotDelivered for a folder that holds something else, OSError.
    """
    require_place(target)
    staging = Staging(target)
    try:
        shutil.copytree(site, staging.folder, dirs_exist_ok=True)
        staging.replace()
    except BaseException:
        staging.discard()
        raise


def put_on_host(site: Path, host: str) -> None:
    """Copies a site to another machine by rsync: new files first, and what is gone at the end.

    Every file is renamed into its place once all have arrived; for that moment a reader may see
    pages of two editions. The whole folder is not exchanged: that takes a shell on the other
    machine, which accounts that only receive files do not have. Raises NotDelivered.
    """
    if (rsync := shutil.which("rsync")) is None:
        raise NotDelivered(NO_RSYNC)
    options = ("--archive", "--checksum", "--delay-updates", "--delete-delay")
    command = [rsync, *options, "--", f"{site}/", f"{host}/"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False,
            timeout=MOST_MINUTES * 60, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise NotDelivered(NO_ANSWER.format(host, MOST_MINUTES)) from None
    if done.returncode:
        said = " ".join(done.stderr.split())[-300:]
        raise NotDelivered(REFUSED.format(host, done.returncode, said))
