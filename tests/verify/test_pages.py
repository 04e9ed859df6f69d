"""Whatever a page marks as taken from the open data is that: else it is named, page by page."""

import json
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.datasets import LOGGED, WITH_PAGES
from generator.model.figures import CUT_BY
from generator.model.page_marks import CELL, ROW
from generator.model.site_paths import OPENINGS, SEARCH
from generator.verify import open_site
from generator.verify.page_marks import marks_of
from generator.verify.pages import check_pages
from generator.verify.sealed_rows import sealed_rows
from worlds.forged import Forged

OWN, LIST, UNIT = "phe-binh/pb-2018-021/index.html", "phe-binh/index.html", "don-vi/x-hoang-long"
NAMED, PRAISE = "phe-binh/pb-2018-013/index.html", "neu-guong/ng-2018-028/index.html"
ASKED, ASKS, TOLD = "giam-sat/kien-nghi/kn-2018-09/index.html", "giam-sat/index.html", "dinh-chinh"
HOME = "index.html"


def found(forged: Forged) -> list[str]:
    with open_site(forged.folder) as site:
        return [f"{item.place}: {item.sentence}" for item in check_pages(site).findings]


def test_the_site_as_it_was_made_is_right(built_site: Path) -> None:
    with open_site(built_site) as site:
        step = check_pages(site)
    assert step.state == "right", step.findings
    assert {OWN, LIST, NAMED, PRAISE, ASKED, ASKS, HOME, f"{TOLD}/index.html"} <= step.looked
    assert not [path for path in step.looked if not path.endswith(".html")]


def test_the_offline_copy_is_right(built_site: Path) -> None:
    with open_site(built_site / "du-lieu/ban-ngoai-tuyen.zip") as site:
        step = check_pages(site)
    assert step.state == "right", step.findings
    assert {OWN, LIST, NAMED, HOME} <= step.looked


def test_every_record_page_has_a_page_that_is_looked_at(built_site: Path) -> None:
    with open_site(built_site) as site:
        looked = check_pages(site).looked
        pages = [
            path
            for path in site.paths
            if path.endswith(".html")
            and any(path.startswith(f"{dataset.section}/") for dataset in WITH_PAGES)
        ]
    assert len(pages) > 60 and {*pages} <= looked
    assert {f"{dataset.listed}index.html" for dataset in LOGGED} <= looked


MARKS = [
    (OWN, ">Để 12 hồ sơ chứng thực", ">Để 2 hồ sơ chứng thực", "violation"),
    (OWN, ">23/08/2018<", ">23/09/2018<", "found_on"),
    (OWN, ">MẪU-221/TB-UBND<", ">MẪU-222/TB-UBND<", "decision_no"),
    (OWN, ">Xã Hoằng Long</span></a>", ">Xã Hoằng Lý</span></a>", "unit_id"),
    (OWN, "trước hạn</span>", "đúng hạn</span>", "reason"),
    (OWN, ">Hết thời hạn nêu tên<", ">Rút lại<", "kind"),
    (PRAISE, "</span></h1>", " Tư</span></h1>", "subject_name"),
    (NAMED, "</span></h1>", " Tư</span></h1>", "subject_name"),
    (NAMED, "</span></h1>", "</span></h1>".upper(), ""),
    (ASKED, 'data-cell="body">', 'data-cell="body">Hội ', "body"),
    (LIST, ">Để 12 hồ sơ chứng thực", ">Để 2 hồ sơ chứng thực", "violation"),
    (ASKS, 'data-cell="sent_on">', 'data-cell="sent_on">1', "sent_on"),
    (f"{TOLD}/index.html", 'data-cell="text">', 'data-cell="text">Không ', "text"),
    (HOME, 'data-cell="reason">', 'data-cell="reason">Không ', "reason"),
    (f"{UNIT}/index.html", 'data-cell="violation">', 'data-cell="violation">Không ', "violation"),
]
"""A page, what stands in it, what a forger writes, and the column that is told of ("" for none)."""


@pytest.mark.parametrize(("path", "old", "new", "column"), MARKS)
def test_a_marked_text_that_is_not_its_cell(
    forged: Forged, path: str, old: str, new: str, column: str
) -> None:
    forged.edit(path, old, new)
    told = found(forged)
    if column:
        assert told and all(item.startswith(f"{path}: “") for item in told)
        assert all(f"không phải là nội dung cột {column} của" in item for item in told)
    else:
        assert told == []


def taken_away(column: str) -> tuple[str, str]:
    return f'{CELL}="{column}"', 'class="x"'


CHANGES: list[tuple[str, str, str, str]] = [
    (OWN, *taken_away("violation"), "cột violation của criticisms/pb-2018-021 không còn trên"),
    (OWN, *taken_away("reply"), "cột reply của criticisms/pb-2018-021 không còn trên trang"),
    (NAMED, *taken_away("subject_name"), "cột subject_name của criticisms/pb-2018-013 không còn"),
    (OWN, f"<li {ROW}", "<li data-x", "các đính chính của criticisms/pb-2018-021 không có đủ"),
    (LIST, f'{ROW}="criticisms/pb-2018-021"', "data-x", "danh sách thiếu criticisms/pb-2018-021"),
    (
        LIST,
        f'{ROW}="criticisms/pb-2018-021"',
        f'{ROW}="criticisms/pb-2018-020"',
        "criticisms/pb-2018-020 có hơn một lần trong danh sách.",
    ),
    (
        OWN,
        f'{CELL}="violation"',
        f'{ROW}="criticisms/pb-2018-020" {CELL}="violation"',
        "chứa cột violation của bản ghi khác (criticisms/pb-2018-020)",
    ),
    (OWN, f'{CELL}="violation"', f'{CELL}="found_by"', "không phải là nội dung cột found_by"),
    (OWN, f'{CELL}="violation"', f'{CELL}="status"', "dữ liệu mở không có ô ấy"),
    (OWN, f'{CELL}="violation"', f'hidden {CELL}="violation"', "bị giấu khỏi mắt người đọc"),
    (OWN, '<div class="ck-pair">', '<div class="ck-pair" style="a">', "bị giấu khỏi mắt"),
    (OWN, '<div class="ck-pair">', '<template><div class="ck-pair">', "bị giấu khỏi mắt"),
    (HOME, f'{ROW}="commendations', f'{ROW}="criticisms', "dữ liệu mở không có ô ấy"),
]


@pytest.mark.parametrize(("path", "old", "new", "told"), CHANGES)
def test_a_mark_taken_away_led_elsewhere_or_hidden(
    forged: Forged, path: str, old: str, new: str, told: str
) -> None:
    forged.edit(path, old, new)
    assert any(told in item for item in found(forged)), found(forged)


def test_a_record_s_page_taken_away(forged: Forged) -> None:
    (forged.folder / OWN).unlink()
    assert found(forged) == [
        f"{OWN}: không có trang của criticisms/pb-2018-021, là bản ghi đã công bố.",
        f"{OWN}: có trong danh mục trang (search/start.js) nhưng không có tệp.",
    ]


def add(path: str) -> Callable[[Forged], None]:
    def page(forged: Forged) -> None:
        target = forged.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        forged.write(path, "<p>Trang thêm</p>")

    return page


def listed(path: str) -> Callable[[Forged], None]:
    def page(forged: Forged) -> None:
        add(path)(forged)
        shown = documents(forged)
        place = json.dumps([path.removesuffix("index.html"), "", ""])
        forged.edit(shown, "[[", f"[{place},[")

    return page


def documents(forged: Forged) -> str:
    """A file of what the search shows."""
    file = next((forged.folder / SEARCH).rglob("d0.js"))
    return file.relative_to(forged.folder).as_posix()


def beside(ending: str) -> Callable[[str], Callable[[Forged], None]]:
    """A page beside which another file is put, as beside pages that are in no list."""

    def put(path: str) -> Callable[[Forged], None]:
        def page(forged: Forged) -> None:
            add(path)(forged)
            other = f"{path.removesuffix('.html').removesuffix('/index')}{ending}"
            forged.write(posixpath.normpath(other), "x")

        return page

    return put


@pytest.mark.parametrize(
    ("put", "path"),
    [
        (add, "phe-binh/pb-2018-099/index.html"),
        (listed, "phe-binh/pb-2018-099/index.html"),
        (listed, "phe-binh/pb-2018-021/them/index.html"),
        (listed, "neu-guong/ng-2018-099/index.html"),
        (listed, "giam-sat/kien-nghi/kn-2018-99/index.html"),
        (listed, "don-vi/p-moi/index.html"),
        (listed, "thu-tuc/9-999/index.html"),
        (add, "giam-sat/bao-cao/index.html"),
        (add, "phe-binh/them.html"),
        (add, "bieu-do/don-vi/x/index.html"),
        (beside(".json"), "phe-binh/them.html"),
        (beside("/../them.svg"), "giam-sat/them/index.html"),
    ],
)
def test_an_added_page_is_named(
    forged: Forged, put: Callable[[str], Callable[[Forged], None]], path: str
) -> None:
    put(path)(forged)
    assert any(item.startswith(f"{path}: trang này không phải của") for item in found(forged))


def test_a_name_may_stand_where_the_open_data_have_a_mark_and_nothing_else(
    forged: Forged, built_site: Path
) -> None:
    marks = marks_of((built_site / NAMED).read_bytes())
    name = next(mark.text for mark in marks.cells if mark.column == "subject_name")
    csv = "du-lieu/criticisms.csv"
    forged.edit(csv, "Tự ý giữ sáu hồ sơ đất đai", "(đã thôi nêu tên) giữ sáu hồ sơ đất đai")
    for path in (NAMED, LIST, "don-vi/x-quang-phu/index.html"):
        forged.edit(path, ">Tự ý giữ sáu hồ sơ", f">Ông {name.split()[-1]} giữ sáu hồ sơ")
    told = found(forged)
    assert told == []
    forged.edit(NAMED, f"Ông {name.split()[-1]} giữ", "Ông Lý giữ")
    assert [item.partition(": “")[0] for item in found(forged)] == [NAMED]


UNITS, SERVICES = "don-vi/index.html", "thu-tuc/index.html"
WARD, SERVICE = "don-vi/p-dong-tho/index.html", "thu-tuc/1-001193/index.html"


FIGURE_MARKS = [
    (WARD, "received_count"), (WARD, "on_time_share"), (WARD, "p90_days"), (UNITS, "on_time_share"),
    (UNITS, "judged_count"), (UNITS, "without_result_share"), (SERVICES, "received_count"),
    (SERVICES, "on_time_share"), (SERVICE, "median_days"), (HOME, "ended_count"),
    (HOME, "strict_on_time_share"), (ASKS, "open_overdue_count"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "column"), FIGURE_MARKS)
def test_a_figure_that_is_not_its_row_s(forged: Forged, path: str, column: str) -> None:
    forged.edit(path, f'{CELL}="{column}">', f'{CELL}="{column}">1')
    (told,) = found(forged)
    assert told.startswith(f"{path}: “1") and f"nội dung cột {column} của figures/" in told


@pytest.mark.parametrize("path", [WARD, UNITS, SERVICES, SERVICE, HOME, ASKS])
def test_a_number_written_beside_a_figure(forged: Forged, path: str) -> None:
    text = (forged.folder / path).read_text("utf-8")
    place = text.index(f'{CELL}="', text.index(f'{ROW}="figures/'))
    end = text.index("</span>", place) + len("</span>")
    forged.write(path, f"{text[:end]} (99%){text[end:]}")
    (told,) = found(forged)
    assert told.startswith(f"{path}: có con số ghi cạnh số liệu của ")


@pytest.mark.parametrize("path", [WARD, UNITS, SERVICES, SERVICE, HOME, ASKS])
def test_a_row_of_figures_led_to_another(forged: Forged, path: str) -> None:
    """Everything marked is led to another unit, procedure or quarter, text and all."""
    text = (forged.folder / path).read_text("utf-8")
    rows = re.findall(f'{ROW}="(figures/[^"]*)"', text)
    with open_site(forged.folder) as site:
        sealed = sealed_rows(site)
    for row in rows[:1]:
        cut = sealed.rows[row]
        other = next(
            key
            for key, cells in sealed.rows.items()
            if key.startswith("figures/")
            and key != row
            and all(bool(cells[name]) == bool(cut[name]) for name in CUT_BY)
        )
        forged.write(path, text.replace(f'"{row}"', f'"{other}"'))
        assert any(item.startswith(f"{path}: ") for item in found(forged)), (row, other)


def test_a_row_of_figures_taken_away(forged: Forged) -> None:
    text = (forged.folder / WARD).read_text("utf-8")
    lines = re.findall(rf'<tr {ROW}="figures/p-dong-tho//[^"]+".*?</tr>', text, re.DOTALL)
    forged.write(WARD, text.replace(lines[0], ""))
    (told,) = found(forged)
    assert told.startswith(f"{WARD}: số liệu của p-dong-tho, ") and "không còn trên" in told


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (UNITS, 'p-dong-tho/">', 'p-dong-tho/">Xã Đông Sơn, '),
        (UNITS, 'href="p-dong-tho/">', 'href="p-dong-son/">'),
        (WARD, "thu-tuc/1-001193/", "thu-tuc/1-000894/"),
    ],
)
def test_figures_under_another_s_name(forged: Forged, path: str, old: str, new: str) -> None:
    text = (forged.folder / path).read_text("utf-8")
    forged.write(path, text.replace(old, new))
    assert any("được ghi như của đơn vị, thủ tục hoặc quý khác" in item for item in found(forged))


def test_what_is_no_page_at_all_is_no_traceback(forged: Forged) -> None:
    for path in (documents(forged), "du-lieu/datapackage.json", OWN, HOME, LIST):
        forged.write(path, b"\xff\x00[[[[")
    assert f"{OWN}: cột violation của criticisms/pb-2018-021" in "\n".join(found(forged))


def test_a_name_that_no_line_holds_yet_is_the_one_on_its_own_page(forged: Forged) -> None:
    """What was published since the last closing, and all of a city that has closed no edition."""
    record = "criticisms/pb-2018-013"
    lines = (forged.folder / OPENINGS).read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if f'"{record}"' not in line]
    assert len(kept) == len(lines) - 1
    forged.write(OPENINGS, "".join(kept))
    assert found(forged) == []
    named = f'href="{NAMED.removesuffix("index.html").removeprefix("phe-binh/")}"'
    page = (forged.folder / LIST).read_text("utf-8")
    assert named in page
    name = re.search(r'data-cell="subject_name">([^<]+)<', (forged.folder / NAMED).read_text())
    assert name
    forged.edit(
        LIST, f'data-cell="subject_name">{name[1]}<', 'data-cell="subject_name">Trần Văn B<'
    )
    told = found(forged)
    assert len(told) == 1 and told[0].startswith(f"{LIST}: “Trần Văn B” không phải là nội dung cột")
