"""What the engine warns of, taken down instead of shown on the terminal."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

ENGINE_SAID = (
    "Không dựng được trang vì có chỗ sai trong tệp cấu hình hoặc trong trang viết tay. Công cụ "
    "dựng trang chỉ nói tiếng Anh; nguyên văn: {}"
)


def told_engine(error: Exception, warnings: Sequence[str]) -> str:
    """What the engine could not do: its English, said to be that."""
    return ENGINE_SAID.format("\n".join(warnings) or error)


class _Notes(logging.Handler):
    """Takes down the messages of a logger."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected_warnings(name: str) -> Iterator[list[str]]:
    """Collect the warnings of a logger as texts."""
    logger, notes = logging.getLogger(name), _Notes()
    before = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)  # strict mode counts only what the logger lets through
    logger.propagate = False
    logger.addHandler(notes)
    try:
        yield notes.messages
    finally:
        logger.removeHandler(notes)
        logger.setLevel(before[0])
        logger.propagate = before[1]
