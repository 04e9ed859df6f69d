"""What Jinja makes of templates, kept for the next build of a process."""

from typing import Any

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Templates as compiled, for the environments that come after: the engine makes one for each
    build, and so do we when any template has changed. A changed template is compiled anew."""

    def __init__(self) -> None:
        """Nothing is compiled yet."""
        self._kept: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template its code, if its source is still the same."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        self._kept[bucket.key] = bucket.checksum, bucket.code
