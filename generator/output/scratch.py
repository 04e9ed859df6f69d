"""A folder for a program that reads files and writes files, gone when it is done."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def scratch(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A new folder that holds these files by name. Raises OSError where none can be made."""
    with TemporaryDirectory(prefix="congkhai-") as name:
        folder = Path(name)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        yield folder
