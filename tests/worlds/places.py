"""Places of other kinds, from data alone: laid as `congkhai new` lays them, then filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from generator.app.new.place import Place
from generator.app.new.project import project_files
from generator.model.own_yaml import own_yaml
from worlds.directives import order
from worlds.lay import lay
from worlds.paths import DATA, DATASETS

SMALL, NEW_YORK = DATASETS / "small", DATASETS / "new_york" / "data"
NOT_VIETNAMESE_ID = {r"pattern: \^\\d\\\.\\d\{6\}.*": "pattern: '^[a-z0-9-]+$'"}
LATER = {rf"\b{year}-(?=\d\d|Q)": f"{year + 8}-" for year in (2019, 2018)}
"""The small city's year as 2026."""
NAMED_BY_OTHERS = (
    r"Thanh Hóa|thanh-hoa|643/UBND|[Cc]ông văn 643|cong-van-643|(tối thiểu|ít nhất) 30 ?%|06/3/2018"
)
OF_VIETNAM = (
    r"|Luật|Nghị định|Quyết định \d|Thông tư|\b[Kk]hoản \d|Điều \d|QĐ-TTg|NĐ-CP|VPCP|Chính phủ"
    r"|Quốc hội|[Mm]ặt trận|MTTQ|Việt Nam|5 rõ|thi đua"
)
"""What only a place in Vietnam says: its laws, who makes them, and who supervises there."""
NO_STATION = r"|(?<!cơ sở, đài )[tT]ruyền thanh"
"""What only a place with a station says; the law on stations is the whole country's."""


@dataclass(frozen=True)
class Other:
    """A place; `foreign` finds, beside what every place is searched for, what it must not say."""

    place: Place
    foreign: str
    words: Mapping[str, str]
    """What its records say where those of `records` say something else, by regular expression."""
    records: Path = SMALL
    settings: Mapping[str, Any] = field(default_factory=dict)
    contract: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ("broadcasts",)
    """The tables in which nothing is entered."""

    def lay(self, project: Path) -> Path:
        """Lay its project; return the data folder in it."""
        own = (self.records / "calendar.csv").read_bytes() if self.records == NEW_YORK else None
        for name, content in project_files(self.place, DATA, own).items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_bytes(content)
        data = project / "data"
        self._enter(data)
        said = own_yaml(data / "city.yaml") | dict(self.settings)
        (data / "city.yaml").write_text(yaml.safe_dump(said, allow_unicode=True), "utf-8")
        contract = data / "datapackage.yaml"
        contract.write_text(_said(contract.read_text("utf-8"), self.contract), "utf-8")
        return data

    def _enter(self, data: Path) -> None:
        with TemporaryDirectory() as folder:
            filled = lay(self.records, Path(folder) / "data")
            for path in filled.rglob("*.csv"):
                if path.stem not in ("calendar", *self.without):
                    target = data / path.relative_to(filled)
                    target.write_text(_said(path.read_text("utf-8"), self.words), "utf-8")


def _said(text: str, words: Mapping[str, str]) -> str:
    for here, there in words.items():
        text = re.sub(here, there, text)
    return text


def _document(issuer: str, issued_on: str, **changes: Any) -> dict[str, Any]:
    """Settings of a place whose one document orders other things than the small city's."""
    duties = {
        "cut": {"clause": "I.1", "share": 0.2, "baseline_on": issued_on},
        "reports": {"clause": "I.2", "day": 7, "month": "next"},
        "inspection_teams": {"clause": "II", "count": 1},
    }
    told = order(issued_on=issued_on, issuer=issuer, duties=duties, **changes)
    return {"directives": [told], "sample": True}


POINT = r",[1-4]\.\d(?=,)"
POINTS = {POINT: ",I.1"}
"""The points of the small city's letter as one of that document."""
PLACES = {
    "vinh": Other(
        Place("thanh-pho-cu", "Thành phố Vinh", date(2026, 12, 31)),
        NO_STATION.removeprefix("|"),
        {"thành phố Mẫu": "thành phố Vinh"} | LATER | POINTS,
        settings=_document("Chủ tịch Ủy ban nhân dân thành phố Vinh", "2026-02-01"),
    ),
    "province": Other(
        Place("tinh", "Tỉnh Hoa Sen", date(2018, 12, 31)),
        rf"[tT]hành phố{NO_STATION}",
        {"thành phố Mẫu": "tỉnh Hoa Sen", "thành phố": "tỉnh"} | POINTS,
        settings=_document("Ủy ban nhân dân tỉnh Hoa Sen", "2018-02-01", kind="Kế hoạch"),
    ),
    "commune": Other(
        Place("xa", "Xã Hoa Sen", date(2018, 12, 31)),
        rf"[tT]hành phố|[pP]hường, xã{NO_STATION}",
        {
            "thành phố( Mẫu)?": "xã Hoa Sen",
            "nhân dân phường": "nhân dân xã",
            "[pP]hường (Hoa Sen|Hoa Mai)": r"Thôn \1",
            r"(Thôn Hoa \w+),ward": r"\1,division",
            "[pP]hường( Hoa)?": "Thôn",
            POINT: ",",
        },
        settings={"sample": True},
        without=("broadcasts", "assignments", "inspections", "quarterly_reports"),
    ),
    "new-york": Other(
        Place("khac", "New York", date(2015, 3, 31)),
        rf"[tT]hành phố|[pP]hường|Ủy ban nhân dân{NO_STATION}{OF_VIETNAM}",
        {},
        records=NEW_YORK,
        contract=NOT_VIETNAMESE_ID,
    ),
}
