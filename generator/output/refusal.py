"""What the disk or the network refused, in one Vietnamese sentence."""

import errno
import os
import socket

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
    errno.EMFILE: "hệ thống không cho mở thêm tệp nào; hãy nâng giới hạn bằng ulimit -n",
    errno.ENFILE: "cả máy đang mở quá nhiều tệp",
    errno.ENOMEM: "máy không đủ bộ nhớ",
    errno.EAGAIN: "máy không cho chạy thêm tiến trình nào",
    errno.EIO: "đĩa có lỗi khi đọc hoặc ghi",
    errno.EBUSY: "nơi này đang được dùng",
    errno.ETXTBSY: "tệp này đang được dùng",
    errno.ENOTEMPTY: "thư mục này không trống",
    errno.EXDEV: "nơi này nằm trên một đĩa khác",
    errno.EFBIG: "tệp quá lớn",
    errno.EINVAL: "tên không hợp lệ",
    errno.EADDRINUSE: "cổng đang có chương trình khác dùng; hãy chọn cổng khác bằng --port",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy; hãy sửa --host",
}
"""Why the system refused, by its error number."""


def told_refusal(error: OSError) -> str:
    """One sentence saying which file or address the system refused, and why."""
    why = _why(error)
    name = error.filename2 or error.filename or ""  # of a copy the second is what is written
    name = os.fsdecode(name) if isinstance(name, bytes) else name
    return f"Không đọc hoặc ghi được “{name}”: {why}." if name else f"Không thực hiện được: {why}."


def _why(error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return "không có máy nào mang tên hoặc địa chỉ ấy; hãy sửa --host"
    if error.errno == errno.ENOENT and "temporary" in str(error.strerror):
        return "không có thư mục tạm nào ghi được; hãy đặt biến môi trường TMPDIR"
    return (
        REFUSALS.get(error.errno or 0) or f"hệ thống từ chối (mã lỗi {error.errno or 'không rõ'})"
    )
