"""Quarterly reports: most in time, some late, some missing."""

from datetime import date

from generator.sample.scene import REPORTING, CsvRow, Invented, Scene, iso


def invent_reports(scene: Scene, _: Invented) -> list[CsvRow]:
    """A report of each unit and quarter: most in time, some late, some missing."""
    chance = scene.chance("reports")
    rows = []
    for quarter in range(1, 5):
        day = date(scene.year, quarter * 3, scene.city.policy.report_day)
        due = scene.calendar.roll_forward(day)
        missing, late = {1: (0.10, 0.22)}.get(quarter, (0.04, 0.10))
        for number, unit in enumerate(scene.units(*REPORTING), 1):
            drawn = chance.random()
            if drawn < missing:
                continue
            offset = chance.randint(1, 9) if drawn < missing + late else -chance.randint(0, 4)
            rows.append(
                {
                    "unit_id": unit.unit_id,
                    "quarter": f"{scene.year}-Q{quarter}",
                    "submitted_on": iso(scene.later(due, offset)),
                    "document_no": f"MẪU-{quarter * 100 + number}/BC",
                }
            )
    return [row for row in rows if row["submitted_on"] <= iso(scene.city.as_of)]
