"""A process that builds again after an edit makes what a new process makes of the edited project.

Every edit is followed by a build that keeps what it can of the one before; after a few of them the
whole site is compared with one that is built of nothing kept.
"""

import csv
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.app.site import BuildFailed
from generator.app.sources import Refused
from generator.mkdocs_plugin import build
from generator.output.memo import Part
from generator.output.previous import PreviousBuild
from worlds.edition_folder import City
from worlds.paths import CONGKHAI
from worlds.shell_site import copy_project, tree
from worlds.small import SMALL
from worlds.watched_memo import WatchedMemo

Edit = Callable[["Served"], object]


@dataclass
class Served:
    """A small city's project as `serve` has it: what is known of its last build, and the site."""

    config: Path
    city: City
    site: Path
    memo: WatchedMemo = field(default_factory=WatchedMemo)

    def __post_init__(self) -> None:
        self.previous = PreviousBuild(self.memo)

    @property
    def data(self) -> Path:
        return self.city.data

    @property
    def root(self) -> Path:
        return self.config.parent

    def file(self, path: str) -> Path:
        """A file of the data, or else of the project."""
        return self.data / path if (self.data / path).exists() else self.root / path

    def build(self) -> None:
        build(self.config, data=self.data, out=self.site, previous=self.previous)

    def built_anew(self) -> dict[str, bytes]:
        out = self.root / "anew"
        build(self.config, data=self.data, out=out, extras=False)
        return tree(out)

    def require_same(self) -> None:
        self.require(self.built_anew())

    def require(self, anew: dict[str, bytes]) -> None:
        served = tree(self.site)
        assert {path for path in served | anew if served.get(path) != anew.get(path)} == set()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    config = copy_project(folder / "project")
    made = Served(config, City(folder), folder / "site")
    made.build()
    yield made
    left = [path.name for path in folder.iterdir() if path.name.startswith(".site-")]
    assert len(left) == 1, "one spare folder, and nothing that died"


@dataclass(frozen=True)
class FileEdit:
    """An edit of one file of the data or of the project, which the site must show."""

    path: str
    edit: Edit

    def __call__(self, served: Served) -> None:
        self.edit(served)


def cell(dataset: str, column: str, new: str, row: int = 1) -> Edit:
    """Another value in one cell of a CSV file."""

    def edit(served: Served) -> None:
        path = served.data / f"{dataset}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        place = rows[0].index(column)
        assert rows[row][place] != new
        rows[row][place] = new
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    return FileEdit(f"{dataset}.csv", edit)


def text(path: str, old: str, new: str) -> Edit:
    """Other words in a file of the data, or else of the project."""

    def edit(served: Served) -> None:
        file = served.file(path)
        content = file.read_text("utf-8")
        assert old in content, path
        file.write_text(content.replace(old, new, 1), "utf-8")

    return FileEdit(path, edit)


def line(path: str, new: str) -> Edit:
    """One line more at the end of a file."""

    def edit(served: Served) -> None:
        file = served.file(path)
        file.write_text(file.read_text("utf-8") + new + "\n", "utf-8")

    return FileEdit(path, edit)


def undone(edit: Edit, path: str) -> Edit:
    """An edit of a file that is built, and taken back."""

    def edits(served: Served) -> None:
        with as_it_was(served.file(path)):
            edit(served)
            served.build()

    return edits


def refused(edit: Edit, path: str) -> Edit:
    """An edit of a file that no site can be built of, and is mended."""

    def edits(served: Served) -> None:
        site = tree(served.site)
        with as_it_was(served.file(path)):
            edit(served)
            with pytest.raises((Refused, BuildFailed)):
                served.build()
        assert tree(served.site) == site

    return edits


@contextmanager
def as_it_was(file: Path) -> Iterator[None]:
    before = file.read_bytes()
    yield
    file.write_bytes(before)


def together(*edits: Edit) -> Edit:
    """Several edits before one build."""
    return lambda served: [edit(served) for edit in edits]


def saved(message: str) -> Edit:
    return lambda served: served.city.save(message)


PRAISE = (
    "ng-2018-009,unit,Phường Hoa Sen,,p-hoa-sen,public_praise,Trả kết quả sớm,1.1,,09/TB-MAU,"
    "2018-11-10,Ủy ban nhân dân thành phố,,approved,Chủ tịch Ủy ban nhân dân thành phố,2018-11-12,"
)
ASKED = "{id: ke-hoach, clause: '3.3', title: Số người có kế hoạch, measure: người}"
A_DOSSIER = "mau-099,9.000002,phong-noi-vu,online,2018-10-08,2018-10-22,2018-10-25,0,0,granted,,"
BATCHES: dict[str, tuple[Edit, ...]] = {
    "records": (
        cell("commendations", "reason", "Trả kết quả trước hạn cả quý"),
        cell("criticisms", "violation", "Để quá hạn nhiều hồ sơ, không xin lỗi"),
        cell("corrections", "text", "Số văn bản đúng là 06/TB-MAU, không phải 05/TB-MAU"),
        line("criticism_points.csv", "pb-2018-002,1,Tự ý đặt thêm giấy tờ,,,,pending,,,"),
        line("contests.csv", "pb-2018-001,complaint,2018-06-20,Thanh tra thành phố,,pending,,,"),
        cell("recommendations", "text", "Niêm yết đủ thủ tục ở sảnh"),
        line("commendations.csv", PRAISE),
    ),
    "duties": (
        cell("assignments", "task", "Rà soát và rút ngắn thời hạn"),
        cell("quarterly_reports", "submitted_on", "2018-03-19"),
        text(
            "city.yaml", "clause: '4.1', day: 15", f"clause: '4.1', day: 15, indicators: [{ASKED}]"
        ),
        line("report_entries.csv", "p-hoa-sen,2018-Q2,ke-hoach,5,,"),
        cell("inspections", "purpose", "Kiểm tra việc trả kết quả"),
        line("script_approvals.csv", "2018-W41,whole,Trưởng phòng Nội vụ,2018-10-12,"),
        cell("broadcasts", "seconds", "290"),
        cell("unit_succession", "resolution_no", "02/NQ-MAU"),
        cell("focal_units", "decision_no", "02/QĐ-MAU"),
    ),
    "dossiers": (
        undone(cell("dossiers/2018-q2", "outcome", "rejected"), "dossiers/2018-q2.csv"),
        cell("dossiers/2018-q4", "outcome", "rejected"),
        line("dossiers/2018-q3.csv", A_DOSSIER),
        together(
            text("datapackage.yaml", "      - dossiers/2018-q1.csv\n", ""),
            lambda served: (served.data / "dossiers" / "2018-q1.csv").unlink(),
        ),
    ),
    "procedures": (
        cell("procedures", "short_name", "Trích lục"),
        cell("procedure_limits", "limit_value", "9", row=3),
        cell("procedures", "sensitive", "true", row=2),
    ),
    "days and units": (
        cell("units", "name", "Phòng Nội chính"),
        line("calendar.csv", "2018-10-22,off,holiday,Ngày hội thành phố,Quyết định mẫu,official"),
        cell("units", "valid_to", "2019-10-31", row=3),
    ),
    "mistakes": (
        refused(cell("criticisms", "unit_id", "p-khong-co"), "criticisms.csv"),
        refused(text("city.yaml", "as_of: 2018-12-31", "as_of: mai"), "city.yaml"),
        refused(line("dossiers/2018-q4.csv", A_DOSSIER + "thừa"), "dossiers/2018-q4.csv"),
        cell("commendations", "reason", "Không có hồ sơ nào quá hạn"),
    ),
    "history": (
        saved("Sửa nhiều chỗ"),
        cell("commendations", "reason", "Lại đổi lý do"),
        undone(cell("commendations", "reason", "Đổi nữa"), "commendations.csv"),
        together(cell("criticisms", "clause", "1.3"), saved("Sửa lý do")),
        lambda served: served.city.closed("2018-Q4"),
        saved("Khóa sổ"),
    ),
    "settings": (
        text("city.yaml", "percentile_min_count: 30", "percentile_min_count: 1"),
        text("city.yaml", "slot_minutes: 5", "slot_minutes: 4"),
        text("abbreviations.yaml", "thành phố Mẫu", "thị xã Mẫu"),
        text("datapackage.yaml", "title: ", "title: Bảng "),
        text("city.yaml", "name: Thành phố Mẫu", "name: Thị xã Mẫu"),
        text("city.yaml", "as_of: 2018-12-31", "as_of: 2019-01-05"),
    ),
    "project": (
        text("content/huong-dan/bao-cao.md", "\n\n", "\n\nMột đoạn mới.\n\n"),
        together(
            text("site_templates/charts/figure.html", "Xem số liệu", "Xem các số"),
            text("site_templates/pages/unit.html", "</", " </"),
        ),
        text("site_templates/theme/404.html", "</", " </"),
        line("site_templates/theme/assets/css/print.css", "@media print { body { margin: 0 } }"),
        line("site_templates/theme/assets/js/shell.js", "console.log('hết');"),
        text(
            "mkdocs.yml",
            "docs_dir: content",
            "docs_dir: content\nnav: [{'Của {{ place }}': index.md}]",
        ),
    ),
    "files": (
        refused(text("mkdocs.yml", "{{ place }}", "{{ noi }}"), "mkdocs.yml"),
        lambda served: (served.root / "content" / "huong-dan" / "index.md").unlink(),
        lambda served: (served.root / "content" / "them.md").write_text("# Thêm\n", "utf-8"),
    ),
}


@pytest.mark.parametrize("batch", BATCHES)
def test_what_is_kept_from_the_last_build_never_shows(served: Served, batch: str) -> None:
    for edit in BATCHES[batch]:
        before = tree(served.site)
        edit(served)
        served.build()
        if isinstance(edit, FileEdit):
            assert tree(served.site) != before, f"{edit.path}: the edit does not show"
    served.require_same()


def test_every_file_of_the_data_is_edited_somewhere_above() -> None:
    edited = {e.path for batch in BATCHES.values() for e in batch if isinstance(e, FileEdit)}
    files = {path for path in tree(SMALL) if not path.startswith("dossiers/")}
    assert files <= edited
    assert any(path.startswith("dossiers/") for path in edited)


def test_nothing_is_made_again_where_nothing_changed(served: Served) -> None:
    for _ in range(2):
        served.memo.made.clear()
        served.build()
    assert served.memo.made == set()


def test_what_shows_few_records_is_kept_while_none_of_these_changes(served: Served) -> None:
    few = {"pages", "dossiers of a unit", "candidates"}
    cell("units", "legal_basis", "Nghị quyết 1")(served)  # stands beside everything
    served.memo.made.clear()
    served.build()
    assert few <= kinds_of(served.memo.made)
    cell("inspections", "purpose", "Kiểm tra nơi tiếp dân")(served)
    served.memo.made.clear()
    served.build()
    assert served.memo.made and not few & kinds_of(served.memo.made)
    served.require_same()


def kinds_of(parts: Iterable[Part]) -> set[object]:
    """The first word of each part's name."""
    return {part[0] for part in parts if isinstance(part, tuple)}


def test_what_an_edit_does_not_change_is_not_made_again(served: Served) -> None:
    cell("assignments", "task", "Rút ngắn thời hạn")(served)  # no page shows a commit any more
    served.build()
    cell("assignments", "task", "Rút ngắn thời hạn giải quyết")(served)
    before = {path: file_number(served, path) for path in tree(served.site)}
    served.memo.made.clear()
    served.build()
    assert served.memo.made and "engine" not in served.memo.made, "no record stands on its pages"
    after = {path: file_number(served, path) for path in tree(served.site)}
    written = {path for path in after if after[path] != before.get(path)}
    assert {"cong-van-643/index.html", "du-lieu/assignments.csv"} <= written
    assert not [path for path in written if path.startswith(("thu-tuc/", "neu-guong/", "assets/"))]


def file_number(served: Served, path: str) -> int:
    return (served.site / path).stat().st_ino


def test_a_process_of_its_own_makes_the_same(served: Served, tmp_path: Path) -> None:
    served.build()
    anew = tmp_path / "anew"
    command = [CONGKHAI, "build", "--plain", "--config", served.config, "--data", served.data]
    subprocess.run([*command, "--out", anew], check=True, capture_output=True)
    served.require(tree(anew))
