"""How much more processor time a piece of work takes when its input is four times as long."""

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TWICE = 2.3
"""So much more at most may twice the input cost. Four times the input is tried: twice squared."""
NOTHING = 0.001
"""Work of fewer seconds is too short to be measured, and too short to hurt."""
LATE = 2.0
TRIES = 4
"""A busy machine makes one measurement wrong, and not every one of several."""

Work = Callable[[int], Callable[[], object]]
"""Makes ready an input of a length; what it gives does the work on it."""


class Late(BaseException):
    """The work was broken off; nothing that it does catches this."""


@contextmanager
def limited(seconds: float = LATE) -> Iterator[None]:
    """Break off what takes more seconds of the processor. Raises Late."""

    def stop(*_: object) -> None:
        raise Late

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(work: Callable[[], object], times: int = 1, late: float = LATE) -> float:
    """The least seconds of the processor of several times; `late` when it was broken off."""
    least = late
    gc.disable()
    try:
        for _ in range(times):
            with limited(late):
                start = time.thread_time()
                work()
                least = min(least, time.thread_time() - start)
    except Late:
        pass
    finally:
        gc.enable()
    return least


def growth(work: Work, most: int, late: float = LATE) -> float:
    """What four times the input costs, up to a length; 0 when it costs nothing worth to measure."""
    if (taken := seconds(work(most), late=late)) < NOTHING:
        return 0.0
    found = taken / seconds(work(most // 4), late=late)
    for _ in range(TRIES):
        if found <= TWICE**2 or taken >= late:
            break
        found = min(found, seconds(work(most), 2, late) / seconds(work(most // 4), 5, late))
    return found
