"""Moving the day of a city with two documents in force that each order reports of their own."""

from datetime import date
from pathlib import Path

import yaml

from generator.app.day import move_day
from generator.datafolder.day import settings_path
from generator.model.own_yaml import own_yaml
from worlds.directives import city_with, order

PLAN = order(
    id="ke-hoach-9",
    kind="Kế hoạch",
    document_no="9/KH-UBND",
    clauses=[{"clause": "A"}],
    duties={"reports": {"clause": "A", "day": 10, "unit_kinds": ["ward"]}},
)
PROMISED = {"since": date(2018, 4, 1), "edition_unit": "phong-noi-vu", "edition_days": 15}


def test_what_falls_due_is_told_under_its_document(tmp_path: Path) -> None:
    """One orders reports every half year, the other every quarter; editions are promised, too."""
    kept = {"quarterly_reports": []}
    data = city_with(tmp_path / "data", [order(), PLAN], "I.1", kept)
    settings = own_yaml(settings_path(data))
    settings |= {"publishing": PROMISED}
    settings_path(data).write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    move = move_day(data, date(2019, 7, 20))
    due = [one for group in move.groups for one in group.happenings]
    told = {one.words: (one.day, len(one.units)) for one in due}
    assert told["Báo cáo 6 tháng cuối năm 2018 theo Chỉ thị 15"] == (date(2019, 1, 7), 3)
    assert told["Báo cáo 6 tháng đầu năm 2019 theo Chỉ thị 15"] == (date(2019, 7, 8), 3)
    assert told["Báo cáo quý II/2019 theo Kế hoạch 9"] == (date(2019, 6, 10), 2)
    assert told["Báo cáo quý I/2019"] == (date(2019, 3, 11), 2), "one document alone orders it"
    assert told["Đóng kỳ công bố quý I/2019"] == (date(2019, 4, 15), 1)
