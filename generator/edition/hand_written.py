"""What people wrote by hand beside the data: pages, and the few words of the engine's settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class HandWritten:
    """`files` are those of content/, by path; `settings` what a city words or orders by itself."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


SETTINGS = ("site_description", "nav", "not_in_nav")
"""Those settings; all others of the engine belong to the program."""
PLACES = ("site_name", "site_url", "docs_dir", "site_dir")
"""Settings that say nothing of the program either: the data's own name, and where things lie."""
