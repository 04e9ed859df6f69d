"""What a site says is other than when its last edition was closed: tables and settings by name.

Rows may be added, and settings changed, on the very day of a closing: it is in no edition yet, and
it is told. What differs and is not told is a silent change.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NAME = "changed_since_closing"
"""The property of the data package that says it."""


@dataclass(frozen=True)
class SinceClosing:
    """The tables (`units.csv`) and the settings (`policy.reply_days`) that are other ones now."""

    tables: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()

    @property
    def told(self) -> Mapping[str, Any]:
        """As the data package says it."""
        return {NAME: {"tables": sorted(self.tables), "settings": sorted(self.settings)}}


def told_since_closing(descriptor: bytes) -> SinceClosing:
    """What a data package says of it; a package that cannot be read tells of no change."""
    try:
        told = json.loads(descriptor)[NAME]
        return SinceClosing(frozenset(told["tables"]), frozenset(told["settings"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return SinceClosing()
