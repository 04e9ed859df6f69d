"""What Jinja makes of templates, made once for all workers of a run: every build asks for it."""

import marshal
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import CodeType
from unittest.mock import patch
from uuid import uuid4

from jinja2 import Environment

_COMPILE = Environment.compile
_PLAIN = (str, bool, type(None))


@dataclass(frozen=True)
class CompiledOnce:
    """Compiled templates of one run in a folder: its sources and our own code stay as they are."""

    folder: Path

    def used(self) -> AbstractContextManager[object]:
        """Lets every environment of this process take its templates from here."""

        def compiled(
            environment: Environment,
            source: str,
            name: str | None = None,
            filename: str | None = None,
            raw: bool = False,
            defer_init: bool = False,
        ) -> str | CodeType:
            if raw or not isinstance(source, str):
                return _COMPILE(environment, source, name, filename, raw, defer_init)
            return self._code(environment, source, name, filename)

        return patch.object(Environment, "compile", compiled)

    def _code(
        self, environment: Environment, source: str, name: str | None, filename: str | None
    ) -> CodeType:
        file = self.folder / _digest(environment, source, name)
        if file.exists():
            code: CodeType = marshal.loads(file.read_bytes())
            return code.replace(co_filename=filename or "<template>")
        code = _COMPILE(environment, source, name, filename)
        written = file.with_name(uuid4().hex)  # another worker may be at the same one
        written.write_bytes(marshal.dumps(code))
        written.replace(file)
        return code


def _digest(environment: Environment, source: str, name: str | None) -> str:
    """Tells apart what is compiled differently: how templates are written, and the words known."""
    plain = {key: value for key, value in vars(environment).items() if isinstance(value, _PLAIN)}
    words = [
        sorted(some) for some in (environment.extensions, environment.filters, environment.tests)
    ]
    told = (source, name, type(environment).__qualname__, environment.autoescape, plain, words)
    return sha256(repr(told).encode()).hexdigest()
