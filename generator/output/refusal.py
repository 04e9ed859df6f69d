"""What the disk or the network refused, in one Vietnamese sentence."""

import errno
import os

REFUSALS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "nơi này chỉ đọc được, không ghi được",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EEXIST: "đã có một tệp trùng tên ở đó",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.EISDIR: "đó là một thư mục, không phải tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "đường dẫn đi vòng quanh",
    errno.EADDRINUSE: "cổng đang có chương trình khác dùng; hãy chọn cổng khác bằng --port",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy; hãy sửa --host",
}
"""Why the system refused, by its error number."""


def told_refusal(error: OSError) -> str:
    """One sentence saying which file or address the system refused, and why."""
    why = REFUSALS.get(error.errno or 0) or error.strerror or str(error)
    name = error.filename2 or error.filename or ""  # of a copy the second is what is written
    name = os.fsdecode(name) if isinstance(name, bytes) else name
    return f"Không đọc hoặc ghi được “{name}”: {why}." if name else f"Không thực hiện được: {why}."
