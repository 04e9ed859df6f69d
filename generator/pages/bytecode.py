"""What Jinja makes of templates, remembered from one build of a process to the next."""

from typing import Any

from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """Compiled templates for environments made one after another.

    A template whose source has changed is compiled anew.
    """

    def __init__(self) -> None:
        """Nothing is compiled yet."""
        self._code: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if its source is still the same."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code of a template."""
        self._code[bucket.key] = bucket.checksum, bucket.code
