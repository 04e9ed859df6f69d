"""The day of the figures where it stands in `city.yaml`, and the same file with another day."""

from datetime import date
from pathlib import Path

from generator.datafolder.written import written
from generator.datafolder.yaml_file import SETTINGS_FILE

KEY = "as_of"


def settings_path(data_dir: Path) -> Path:
    """The file that the day stands in."""
    return data_dir / SETTINGS_FILE


def with_day(settings: bytes, day: date) -> bytes:
    """Sound settings with another day; every other byte stays, remarks and order too."""
    text = settings.decode("utf-8-sig")
    mark = settings[: len(settings) - len(text.encode())]
    value = written(text).at((KEY,))
    before, after = text[: value.start], text[value.start + len(value.source) :]
    return mark + (before + day.isoformat() + after).encode()
