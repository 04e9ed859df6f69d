"""The calendar of days off."""

from collections.abc import Iterator

from generator.check.scene import Scene
from generator.problems import Problem

SATURDAY = 5


def makeup_days(scene: Scene) -> Iterator[Problem]:
    """A make-up working day that was a working day anyway."""
    for row, day in scene.numbered("calendar"):
        if day.status == "work" and day.date.weekday() < SATURDAY:
            yield scene.found(
                "makeup-on-weekday", "calendar", row, "date", severity="warning", value=day.date
            )
