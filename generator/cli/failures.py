"""What ended a command before its time, in one Vietnamese sentence and an exit code."""

import os
import traceback
from pathlib import Path

import typer
from typer.exceptions import TyperException

from generator.cli.errors import OutputClosed, told_usage
from generator.cli.shared import EXIT_CANNOT_RUN
from generator.output.refusal import told_refusal

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
        case MemoryError():
            return NO_MEMORY, EXIT_CANNOT_RUN
        case KeyboardInterrupt() | typer.Abort():
            return STOPPED, EXIT_INTERRUPTED
    if os.environ.get(SHOW):
        raise error
    return OUR_FAULT.format(type(error).__name__, _place(error), SHOW), EXIT_OUR_FAULT


def _place(error: BaseException) -> str:
    """The last line of our own code that the error went through."""
    house = Path(__file__).parents[1]
    frames = [f for f in traceback.extract_tb(error.__traceback__) if str(house) in f.filename]
    if not frames:
        return "?"
    return f"{Path(frames[-1].filename).relative_to(house).as_posix()}:{frames[-1].lineno}"
