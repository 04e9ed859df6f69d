"""What git could not do, in Vietnamese: git and GitPython speak English alone."""

import errno
import os
from collections.abc import Iterator
from configparser import Error as BadConfiguration
from contextlib import contextmanager
from shlex import quote

from generator.history.program import (
    GitCommandError,
    GitCommandNotFound,
    GitError,
    ODBError,
)


class HistoryRefused(Exception):
    """The history does not allow what was asked; `str()` says why, in Vietnamese."""


BROKEN = (GitError, ODBError, BadConfiguration, ValueError, LookupError, TypeError, AttributeError)
"""What GitPython raises for a repository that is damaged."""
DISK_REFUSED = {
    os.strerror(number): number
    for number in (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT)
} | {"Out of diskspace": errno.ENOSPC}
"""How git, which GitPython has speak English, tells of a disk that refused it."""
NO_GIT = "Máy này chưa cài git, hoặc không tìm thấy lệnh git. Hãy cài git rồi chạy lại."
FOREIGN = (
    "Kho git thuộc về một người dùng khác của máy nên git từ chối đọc. Nếu tin kho này, hãy chạy: "
    "git config --global --add safe.directory {}"
)
NO_IDENTITY = (
    "Git chưa biết ai là người lưu. Hãy khai họ tên và hộp thư trước: git config user.name "
    '"Nguyễn Văn A" và git config user.email a@vidu.gov.vn'
)
HOOK = "Một hook của kho git từ chối việc này. Hook nói: {}"
HOOK_SILENT = "Một hook của kho git từ chối việc này mà không nói vì sao."
NO_SIGNATURE = (
    "Kho git đòi ký lần lưu hoặc nhãn, nhưng git không ký được. Hãy khai lại khóa ký "
    "(git config user.signingkey), hoặc tắt commit.gpgsign và tag.gpgsign."
)
DAMAGED = (
    "Kho git bị hỏng nên không đọc được. Hãy xem chỗ hỏng bằng git fsck, hoặc lấy lại bản sao từ "
    "kho chính bằng git clone."
)
BEHIND = (
    "Kho chung đã có lần lưu mới hơn của người khác, nên git không nhận. Hãy lấy về (git pull "
    "--rebase) rồi chạy lại lệnh này."
)
UNREACHABLE = (
    "Không tới được kho chung: máy không có mạng, địa chỉ sai, hoặc chưa có quyền ghi. Hãy thử git "
    "push trong kho để xem vì sao, rồi chạy lại lệnh này."
)
GIT_FAILED = (
    "Git không làm được việc này (git {}, mã {}). Hãy chạy git status trong kho để xem vì sao."
)
_KNOWN = {
    "dubious ownership": FOREIGN,
    "tell me who you are": NO_IDENTITY,
    "empty ident name": NO_IDENTITY,
    "no email was given": NO_IDENTITY,
    "no name was given": NO_IDENTITY,
    "failed to sign": NO_SIGNATURE,
    "unable to sign": NO_SIGNATURE,
    "aborted by hook": HOOK_SILENT,
    "[rejected]": BEHIND,
    "Could not read from remote repository": UNREACHABLE,
    "does not appear to be a git repository": UNREACHABLE,
    "unable to access": UNREACHABLE,
    "could not read Username": UNREACHABLE,
    "not a git repository": DAMAGED,
    "bad object": DAMAGED,
    "corrupt": DAMAGED,
    "unable to read": DAMAGED,
    "missing blob": DAMAGED,
    "index file": DAMAGED,
    "bad config": DAMAGED,
    "bad revision": DAMAGED,
}
"""What git's English has in it, and what it means; the first that fits."""


@contextmanager
def told(folder: object) -> Iterator[None]:
    """What git could not do: OSError where the disk refused it, else HistoryRefused."""
    try:
        yield
    except GitCommandNotFound:
        raise HistoryRefused(NO_GIT) from None
    except GitCommandError as error:
        said = str(error.stderr)
        for words, number in DISK_REFUSED.items():
            if words in said:
                raise OSError(number, words, str(folder)) from None
        raise HistoryRefused(_sentence(error, said, folder)) from None
    except (GitError, ODBError, BadConfiguration):
        raise HistoryRefused(DAMAGED) from None


def _sentence(error: GitCommandError, said: str, folder: object) -> str:
    known = next((text for words, text in _KNOWN.items() if words in said), None)
    if known:
        return known.format(quote(str(folder)))
    own = said.partition("stderr: '")[2].strip().removesuffix("'").strip()
    command = next((word for word in error.command[1:] if not word.startswith("-")), "")
    if command == "commit" and not own.startswith(("fatal:", "error:")):
        return HOOK.format(own) if own else HOOK_SILENT
    return GIT_FAILED.format(command, error.status)
