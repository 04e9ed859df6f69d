"""The calendar of days off."""

from collections.abc import Iterator, Sequence

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


def skipped_years(scene: Scene) -> Iterator[Problem]:
    """A year without any row between two that have some: counting over it would be a guess."""
    if scene.ids("calendar", "date") is None:
        return
    known = known_years(scene)
    for year in range(known[0], known[-1]) if known else ():
        if year not in known:
            yield year_missing(scene, year, known)


def known_years(scene: Scene) -> list[int]:
    """The years that have a row, in order."""
    return sorted({day.date.year for day in scene.world.calendar})


def year_missing(scene: Scene, year: int, known: Sequence[int]) -> Problem:
    """The finding that a year has no days off."""
    told = ", ".join(str(item) for item in known) or "-"
    return scene.found("calendar-year-missing", "calendar", None, value=year, known=told)
