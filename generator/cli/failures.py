"""What ended a command before its time, in one Vietnamese sentence and an exit code."""

import os
import sys
import traceback
from pathlib import Path

import typer
from typer.exceptions import TyperException

from generator.cli.errors import OutputClosed, told_usage
from generator.cli.shared import EXIT_CANNOT_RUN
from generator.output.refusal import told_refusal

if sys.platform != "win32":
    import resource

EXIT_OUR_FAULT, EXIT_INTERRUPTED = 3, 130
EXIT_CODES = (
    "Mã thoát: 0 là xong; 1 là dữ liệu hoặc trang có lỗi; 2 là không chạy được (lệnh ghi sai, máy "
    "hoặc kho git từ chối); 3 là lỗi của chính chương trình; 130 là bị dừng giữa chừng."
)
SHOW = "CONGKHAI_TRACEBACK"
"""The environment variable with which an engineer has an unforeseen error raised."""
NO_MEMORY = (
    "Máy không đủ bộ nhớ để làm việc này. Hãy đóng bớt chương trình khác, hoặc chạy trên máy có "
    "nhiều bộ nhớ hơn."
)
LEAST_MEGABYTES = 700
"""Address space below which DuckDB does not raise but dies."""
LITTLE_MEMORY = (
    "Máy chỉ cho chương trình dùng {} MB bộ nhớ, ít nhất phải có {} MB. Hãy nâng giới hạn, ví dụ "
    "bằng ulimit -v unlimited."
)
_OUT_OF_MEMORY = (
    "Out of Memory",
    "annot allocate memory",
    "can't start new thread",
    "failed to map",
)
OUTPUT_CLOSED = "Nơi nhận kết quả đã đóng trước khi kết quả được ghi hết."
STOPPED = "Đã dừng theo yêu cầu, hoặc vì không có ai trả lời câu hỏi."
OUR_FAULT = (
    "Chương trình gặp lỗi của chính nó, không phải của dữ liệu: {} ({}). Hãy gửi dòng này cho "
    "người phụ trách kỹ thuật; chạy lại với {}=1 để có thêm chi tiết."
)


def told_failure(error: BaseException) -> tuple[str, int]:
    """The sentence and the exit code of what a command raised."""
    match error:
        case TyperException():
            return told_usage(error), EXIT_CANNOT_RUN
        case OutputClosed():
            return OUTPUT_CLOSED, EXIT_CANNOT_RUN
        case OSError():
            return told_refusal(error), EXIT_CANNOT_RUN
        case KeyboardInterrupt() | typer.Abort():
            return STOPPED, EXIT_INTERRUPTED
    if _is_of_memory(error):
        return NO_MEMORY, EXIT_CANNOT_RUN
    if os.environ.get(SHOW):
        raise error
    return OUR_FAULT.format(type(error).__name__, _place(error), SHOW), EXIT_OUR_FAULT


def little_memory() -> str | None:
    """What to say when the system gives the process too little memory to run at all."""
    if sys.platform == "win32":
        return None
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit == resource.RLIM_INFINITY or limit >= LEAST_MEGABYTES << 20:
        return None
    return LITTLE_MEMORY.format(limit >> 20, LEAST_MEGABYTES)


def _is_of_memory(error: BaseException | None) -> bool:
    """True of what Python, DuckDB and the system raise when memory runs out, however wrapped."""
    if error is None:
        return False
    here = isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryException"
    said = str(error)
    return (
        here
        or any(words in said for words in _OUT_OF_MEMORY)
        or _is_of_memory(error.__cause__ or error.__context__)
    )


def _place(error: BaseException) -> str:
    """The last line of our own code that the error went through."""
    house = Path(__file__).parents[1]
    frames = [f for f in traceback.extract_tb(error.__traceback__) if str(house) in f.filename]
    if not frames:
        return "?"
    return f"{Path(frames[-1].filename).relative_to(house).as_posix()}:{frames[-1].lineno}"
