"""One Spark session: started quietly, told what the method takes for granted, then stopped."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from generator.measure.failure import EngineFailed

SET_UP = ("SPARK_CONF_DIR", "PYSPARK_SUBMIT_ARGS", "PYSPARK_GATEWAY_PORT")
"""Who sets one of these has said where Spark runs."""
LOCAL = {
    "spark.master": "local[*]",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "4g",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.enabled": "false",
}
"""Spark inside this machine, reached from nowhere else."""
METHOD = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "false",
}
"""What the SQL means: a wrong cast is an error, and a day is a day everywhere."""

NO_JAVA = (
    "Spark cần Java 17 trở lên nhưng máy này chưa có, hoặc JAVA_HOME chỉ sai chỗ. "
    "Trên Debian hoặc Ubuntu hãy cài bằng: apt-get install default-jre-headless."
)
REFUSALS = (PySparkException, Py4JError, OSError)
NOT_STARTED = (
    "Spark không khởi động được. Hãy kiểm tra Java (từ 17 trở lên) và cấu hình Spark. {why}"
)
GAVE_UP = "Spark dừng giữa chừng, chưa có số liệu nào được tính. {why}"


@contextmanager
def spark_session() -> Iterator[Any]:
    """A session of its own, whose views nobody else sees. Raises EngineFailed."""
    _require_java()
    is_ours = SparkSession.getActiveSession() is None
    started = SparkSession.getActiveSession() or _start()
    try:
        session = started.newSession()
        for name, value in METHOD.items():
            session.conf.set(name, value)
        yield session
    finally:
        if is_ours:
            started.stop()


def _require_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (Path(home, "bin", "java").is_file() if home else shutil.which("java")):
        raise EngineFailed(NO_JAVA)


def _start() -> Any:
    builder: Any = SparkSession.builder.appName("congkhai")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    if not any(name in os.environ for name in SET_UP):
        for name, value in LOCAL.items():
            builder = builder.config(name, value)
    with tempfile.TemporaryFile() as log:
        try:
            with _errors_into(log):
                session = builder.getOrCreate()
        except PySparkException as error:  # Java ended at once: only what it said tells why
            raise EngineFailed(NOT_STARTED.format(why=_last_line(log) or _why(error))) from None
        except REFUSALS as error:
            raise EngineFailed(NOT_STARTED.format(why=_why(error))) from None
    session.sparkContext.setLogLevel("OFF")
    return session


@contextmanager
def _errors_into(log: IO[bytes]) -> Iterator[None]:
    """Java inherits `log` for its own chatter, which no option of Spark silences wholly."""
    sys.stderr.flush()
    kept = os.dup(2)
    os.dup2(log.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _last_line(log: IO[bytes]) -> str:
    log.seek(0)
    lines = log.read().decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


@contextmanager
def failures() -> Iterator[None]:
    """What Spark gives up with becomes EngineFailed."""
    try:
        yield
    except REFUSALS as error:
        raise EngineFailed(GAVE_UP.format(why=_why(error))) from None


def _why(error: Exception) -> str:
    """The first line that says something; py4j's own first line only says which call it was."""
    lines = str(error).strip().split("\n")
    return next((line[2:] for line in lines if line.startswith(": ")), lines[0])
