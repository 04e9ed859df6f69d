"""The small city, whose document asks units for numbers and for words."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.app.pipeline import make_edition
from generator.edition.edition import Edition
from worlds.small import SMALL

ASKED = """[
        {id: ke-hoach, clause: '3.3', title: Số người có kế hoạch công tác, measure: người},
        {id: qua-han, clause: '3.2', title: Số hồ sơ quá hạn, measure: hồ sơ,
         compares: overdue_dossiers},
        {id: kiem-tra, clause: '3.7', title: Số lần bị kiểm tra, measure: lần,
         compares: held_inspections},
        {id: kho-khan, clause: '4.1', title: Khó khăn của đơn vị, kind: text}]"""
TOLD = """\
p-hoa-mai,2018-Q4,kho-khan,,Thiếu người ở bộ phận một cửa,
p-hoa-sen,2018-Q4,ke-hoach,12,,
p-hoa-sen,2018-Q4,qua-han,0,,
p-hoa-sen,2018-Q4,kiem-tra,5,,Tính cả kiểm tra của cấp trên
p-hoa-mai,2018-Q4,ke-hoach,7,,
"""


def city_that_asks(folder: Path) -> Path:
    """Lays the city with what two of its three units told of the newest quarter."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    settings, day = folder / "city.yaml", "clause: '4.1', day: 15"
    text = settings.read_text("utf-8")
    assert day in text
    settings.write_text(text.replace(day, f"{day}, indicators: {ASKED}"), "utf-8")
    with (folder / "report_entries.csv").open("a", encoding="utf-8") as file:
        file.write(TOLD)
    return folder


@cache
def edition_that_asks() -> Edition:
    """Its edition."""
    with TemporaryDirectory() as folder:
        return make_edition(city_that_asks(Path(folder) / "city"))
