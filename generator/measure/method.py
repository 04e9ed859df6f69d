"""The method: the SQL files in the order they are run, and what each says of itself."""

import re
from pathlib import Path

from generator.model.apologies import APOLOGY_COLUMNS, APOLOGY_COUNTS
from generator.model.counts import DOSSIER_COUNTS, HISTOGRAM, PHASE_DAYS, MethodStep
from generator.model.unit_groups import UNIT_GROUPS

LAST_OF_DOSSIERS = "5_counts"
"""The last step that reads dossiers; what it counts is too detailed to be published."""
FIRST_OF_GROUPS = "6_groups"
FIRST_PUBLIC = "7_figures"
CUT = ("unit_id", "procedure_id", "field", "quarter")
COUNTED = (
    "received_count",
    "received_online_count",
    "carried_over_count",
    "ended_count",
    "early_count",
    "on_time_count",
    "overdue_count",
    "ended_no_deadline_count",
    "open_within_count",
    "open_overdue_count",
    "open_no_deadline_count",
    "rejected_count",
    "withdrawn_count",
    "stopped_count",
    "supplemented_count",
    "ended_without_apology_count",
    "open_without_apology_count",
    "strict_on_time_count",
    "ended_strict_overdue_count",
    "open_strict_overdue_count",
    "legal_on_time_count",
    "ended_legal_overdue_count",
    "open_legal_overdue_count",
    "shortened_on_time_count",
    "ended_shortened_overdue_count",
    "open_shortened_overdue_count",
    "ended_due_unconfirmed_count",
    "open_due_unconfirmed_count",
    "open_strict_unconfirmed_count",
    "ended_legal_unconfirmed_count",
    "open_legal_unconfirmed_count",
    "ended_shortened_unconfirmed_count",
    "open_shortened_unconfirmed_count",
)
"""What is counted of every group of dossiers."""
LETTERS = (
    *(
        f"{what}_{month}_count"
        for what in (
            "letter_owed",
            "letter_in_time",
            "letter_late",
            "new_day_kept",
            "new_day_broken",
        )
        for month in (1, 2, 3)
    ),
    "new_day_pending_count",
)
"""What is counted of the register of apologies in every cell, by the month of the quarter."""
DAYS_OFF = ("day_off_online_count", "day_off_in_person_count")
CELL = ("unit_id", "procedure_id", "quarter")
CELLS = {
    "cells": (*CUT, *COUNTED, *LETTERS),
    "cell_days": (*CELL, "phase", "days", "dossier_count", "overdue_count", *DAYS_OFF),
}
"""The tables that the last step on dossiers leaves: a unit, a procedure and a quarter each."""
PLACE = ("shown_procedure_id", "shown_field", "shown_as")
"""Where a cell is shown: in which row of the city, and in which of its unit (see `suppression`)."""
PUBLISHED_COUNTS = {
    DOSSIER_COUNTS: ("scope", *CUT, *COUNTED),
    HISTOGRAM: ("scope", *CUT, "days", "dossier_count"),
    PHASE_DAYS: ("procedure_id", "quarter", "phase", "days", "dossier_count", "overdue_count"),
    UNIT_GROUPS: ("unit_id", "group_id", "quarter_count", "received_count"),
}
"""The tables, by their columns, that the last private step leaves and every public one needs."""
DAY_OFF_COUNTS = ("unit_id", "quarter", "ended_count", *DAYS_OFF)
COUNTS = {
    **PUBLISHED_COUNTS,
    "day_off_counts": DAY_OFF_COUNTS,
    APOLOGY_COUNTS: APOLOGY_COLUMNS,
}
"""All that the last private step leaves to be published; nothing is made of the last two."""
_TITLE = re.compile(r"-- Bước \d+\. (.+?)[.:]\s", re.DOTALL)


def _step(path: Path) -> MethodStep:
    text = path.read_text(encoding="utf-8")
    title = _TITLE.match(text)
    assert title, f"{path.name} does not begin with its title"
    return MethodStep(
        name=path.stem,
        title=" ".join(title[1].replace("\n--", "\n").split()),
        text=text,
        is_private=path.stem < FIRST_PUBLIC,
    )


STEPS = tuple(_step(path) for path in sorted((Path(__file__).parent / "sql").glob("*.sql")))
"""The method, in the order it is run."""
