"""An approval of a script of the small city, of which the city itself has none."""

from datetime import date

from generator.model.duty_records import ScriptApproval

APPROVAL = ScriptApproval(
    bulletin_id="2018-W40",
    edition="whole",
    approved_by="Trưởng phòng Nội vụ thành phố",
    approved_on=date(2018, 10, 5),
)
