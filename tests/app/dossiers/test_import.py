"""Exports of a one-stop system go in whole or not at all, and name nobody anywhere."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.app.dossiers.marked import marked_rows
from generator.app.dossiers.merge import GONE_ROWS, met_rows
from generator.app.dossiers.told import NOTHING_THERE, told_changes, told_faults
from generator.app.dossiers.typed import TOLD_EVERY
from generator.app.sources import check_folder
from generator.entry.fonts import TABLES
from generator.output.progress import told_to
from generator.output.replacing import replace_all
from generator.output.staging import FileChanged
from worlds.clerk import Marked
from worlds.exports import FILE, FIRST, LINE, PERSON, PHONE, Counter, Row, rows
from worlds.office import needs_office, saved_as


@pytest.fixture
def counter(tmp_path: Path) -> Counter:
    return Counter.at(tmp_path)


def other(title: str, cell: object) -> list[Row]:
    """One dossier with another cell."""
    return [{**FIRST, title: cell}]


def test_rows_are_added_to_the_file_of_their_quarter_and_nothing_else_changes(
    counter: Counter,
) -> None:
    before = counter.lines()
    counter.take(counter.csv(rows(3)))
    assert counter.lines()[: len(before)] == before and counter.lines()[len(before)] == LINE
    assert len(counter.lines()) == len(before) + 3
    errors = [p for p in check_folder(counter.data).problems if p.severity == "error"]
    assert errors == [] and counter.names_nobody()


FORMS: dict[str, Callable[[Counter, list[Row]], Path]] = {
    "semicolons": lambda to, some: to.csv(some),
    "commas": lambda to, some: to.csv(some, separator=","),
    "tabs": lambda to, some: to.csv(some, separator="\t"),
    "workbook": lambda to, some: to.book(some),
}


def in_utf16(to: Counter, some: list[Row]) -> Path:
    path = to.csv(some)
    path.write_text(path.read_text("utf-8-sig"), "utf-16")
    return path


def with_title_and_sum(to: Counter, some: list[Row]) -> Path:
    path = to.csv(some)
    text = path.read_text("utf-8-sig")
    path.write_text(f"DANH SÁCH HỒ SƠ\n\n{text};Tổng cộng: 3\n;;;;;;;;Người lập biểu\n", "utf-8")
    return path


def with_blank_rows(to: Counter, some: list[Row]) -> Path:
    path = to.csv(some)
    path.write_text(path.read_text("utf-8-sig").replace("\n", "\n\n", 2), "utf-8")
    return path


def in_tcvn3(to: Counter, some: list[Row]) -> Path:
    table = {letter: signs for signs, letter in reversed(TABLES["TCVN3 (ABC)"].items())}
    path = to.csv(some)
    text = path.read_text("utf-8-sig")
    path.write_text("".join(table.get(letter, letter) for letter in text), "utf-8")
    return path


def with_numbers_of_columns(to: Counter, some: list[Row]) -> Path:
    path = to.csv(some)
    head, rest = path.read_text("utf-8-sig").split("\n", 1)
    numbers = ";".join(f"({number})" for number, _ in enumerate(head.split(";"), 1))
    path.write_text(f"{head}\n{numbers}\n{rest}", "utf-8")
    return path


FORMS |= {
    "numbers of columns": with_numbers_of_columns,
    "UTF-16": in_utf16,
    "a title above, a sum below": with_title_and_sum,
    "blank rows": with_blank_rows,
    "an old font": in_tcvn3,
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_file_says_the_same(name: str, counter: Counter) -> None:
    counter.take(FORMS[name](counter, rows(3)))
    assert counter.lines()[-3] == LINE


def test_names_of_columns_alone_are_told(counter: Counter) -> None:
    path = counter.csv(rows(1))
    path.write_text(path.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    with counter.reading(path) as found:
        assert NOTHING_THERE in told_changes(found)


def test_it_is_told_how_many_rows_have_been_read(counter: Counter) -> None:
    told: list[tuple[str, int, int]] = []
    path = counter.book(rows(TOLD_EVERY + 1))
    with told_to(lambda *step: told.append(step)), counter.reading(path):
        pass
    assert [done for words, done, _ in told if "từng dòng" in words] == [0, TOLD_EVERY]


UNIT = "Đơn vị"


@pytest.mark.parametrize("form", ["{} - {}", "{} – {}", "{}: {}", "{}/{}"])
@pytest.mark.parametrize("other_first", [False, True])
def test_a_code_beside_a_name_is_one_unit_or_is_asked(
    form: str, other_first: bool, counter: Counter
) -> None:
    pair = ("p-hoa-sen", "Phường Hoa Sen")
    told = form.format(*(reversed(pair) if other_first else pair))
    counter.take(counter.csv(other(UNIT, told)))
    assert counter.lines()[-1] == LINE
    wrong = told.replace("Phường Hoa Sen", "Phòng Nội vụ")
    with counter.reading(counter.csv(other(UNIT, wrong), "khac.csv")) as found:
        assert [word.text for word in found.questions] == [wrong]


@needs_office
def test_files_of_libreoffice_say_the_same(counter: Counter) -> None:
    book = counter.book(rows(3))
    for form in ("ods", "xls"):
        [saved] = saved_as([book], form, counter.folder)
        with counter.reading(saved) as found:
            assert found.is_sound and found.merged and sum(found.merged.added.values()) == 3


def test_the_same_file_twice_changes_nothing(counter: Counter) -> None:
    path = counter.csv(rows(5))
    counter.take(path)
    once = counter.lines()
    with counter.reading(path) as found:
        assert found.merged and not found.merged.has_changes and found.merged.same == 5
    answer = counter.run(path)
    assert answer.status == 0 and "Không có gì thay đổi" in answer.said
    assert counter.lines() == once


def test_a_dossier_is_amended_where_it_is_and_other_rows_stay_byte_for_byte(
    counter: Counter,
) -> None:
    pending = [{**row, "Ngày trả kết quả": None, "Tình trạng": "Đang xử lý"} for row in rows(4)]
    counter.take(counter.csv(pending))
    moved = counter.data / "dossiers/2018-q3.csv"  # wherever its file is
    last = counter.lines()[-1]
    own = (counter.data / FILE).read_text("utf-8").replace(last + "\n", "")
    (counter.data / FILE).write_text(own, "utf-8")
    moved.write_text(moved.read_text("utf-8") + last + "\n", "utf-8")
    before, before_moved = counter.lines(), moved.read_text("utf-8").splitlines()
    found = counter.take(counter.csv([rows(4)[1], rows(4)[3]]))
    assert found.merged and found.merged.cells == {"returned_at": 2, "outcome": 2}
    changed = [n for n, line in enumerate(counter.lines()) if line != before[n]]
    assert changed == [len(before) - 2] and ",granted," in counter.lines()[changed[0]]
    after = moved.read_text("utf-8").splitlines()
    assert [n for n, line in enumerate(after) if line != before_moved[n]] == [len(after) - 1]


def test_what_the_export_does_not_say_stays(counter: Counter) -> None:
    counter.take(counter.csv(rows(1)))
    path = counter.data / FILE
    path.write_text(path.read_text("utf-8").replace(f"{LINE}", f"{LINE[:-2]},2018-11-12,"), "utf-8")
    without = {title: cell for title, cell in FIRST.items() if title != "Hình thức nộp"}
    with counter.reading(counter.csv([{**without, "Tình trạng": "Rút hồ sơ"}])) as found:
        assert found.merged and found.merged.cells == {"outcome": 1}
        replace_all(found.files(), found.seen)
    assert counter.lines()[-1].endswith(",withdrawn,2018-11-12,")


def test_dossiers_that_are_gone_are_told_and_kept(counter: Counter) -> None:
    counter.take(counter.csv(rows(5)))
    without_the_third = [*rows(5)[:2], *rows(5)[3:]]
    answer = counter.run(counter.csv(without_the_third))
    assert "còn" in answer.said and "không bị xóa" in answer.said
    assert len([line for line in counter.lines() if line.startswith("H01-")]) == 5


def test_a_new_quarter_is_a_new_file_where_the_contract_has_a_pattern(counter: Counter) -> None:
    contract = counter.data / "datapackage.yaml"
    explicit = contract.read_text("utf-8")
    early = [{**FIRST, "Ngày tiếp nhận": datetime(2019, 1, 7, 9), "Tình trạng": "Đang xử lý",  # noqa: DTZ001
              "Ngày trả kết quả": None, "Ngày hẹn trả": date(2019, 1, 9)}]  # fmt: skip
    settings = counter.data / "city.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("as_of: 2018-12-31", "as_of: 2019-01-31"), "utf-8"
    )
    calendar = counter.data / "calendar.csv"
    calendar.write_text(
        calendar.read_text("utf-8") + "2019-01-01,off,holiday,Tết Dương lịch,Mẫu,official\n",
        "utf-8",
    )
    answer = counter.run(counter.csv(early), "--yes")
    assert answer.status == 2 and "dossiers/*.csv" in answer.said and "path" in answer.said
    lines = [line for line in explicit.splitlines() if "dossiers/2018-q" not in line]
    place = next(n for n, line in enumerate(explicit.splitlines()) if "dossiers/2018-q1" in line)
    contract.write_text(
        "\n".join([*lines[:place], "      - dossiers/*.csv", *lines[place:]]), "utf-8"
    )
    counter.take(counter.csv(early))
    assert (counter.data / "dossiers/2019-q1.csv").read_text("utf-8").count("\n") == 2


WRONG: dict[str, tuple[list[Row], str]] = {
    "no day": (other("Ngày tiếp nhận", "hôm qua"), "không phải là một ngày"),
    "no such day": (other("Ngày hẹn trả", "31/02/2018"), "không có ngày"),
    "a blank day": (other("Ngày tiếp nhận", None), "không được để trống"),
    "a blank code": (other("Mã hồ sơ", " "), "không được để trống"),
    "returned before it was received": (
        other("Ngày trả kết quả", date(2018, 11, 1)),
        "trước ngày tiếp nhận",
    ),
    "returned after today": (other("Ngày trả kết quả", date(2019, 1, 5)), "sau ngày số liệu"),
    "ended and not returned": (other("Ngày trả kết quả", None), "đã kết thúc"),
    "one code, two dossiers": (
        [FIRST, {**FIRST, "Hình thức nộp": "Trực tuyến"}],
        "cùng mã hồ sơ với dòng 2",
    ),
    "numbers of people for codes": (
        [{**FIRST, "Mã hồ sơ": f"03809900{n:04d}"} for n in range(60)],
        "của người dân",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_wrong_row_keeps_all_out_and_is_told_by_its_number_alone(
    name: str, counter: Counter
) -> None:
    wrong, said = WRONG[name]
    good = [{**row, "Mã hồ sơ": f"H02-{number}"} for number, row in enumerate(rows(3))]
    answer = counter.run(counter.csv([*wrong, *good]), "--yes")
    assert answer.status == 1 and said in answer.said.lower(), answer.said
    assert "Dòng 2" in answer.said or "Dòng 3" in answer.said
    assert not any(code in answer.said for code in ("H01-181105", "038099", PERSON, PHONE))
    assert counter.is_as_before() and counter.names_nobody()
    marked = Marked(next(counter.folder.glob("ho-so-can-sua*.xlsx")))
    assert marked.coloured() and any(said in note.lower() for note in marked.notes().values())
    cells = [cell for row in marked.cells("Phải sửa") for cell in row]
    assert not any("H01-" in str(cell) or "038099" in str(cell) for cell in cells)


def test_all_that_is_wrong_is_told_at_once(counter: Counter) -> None:
    wrong = [
        {**FIRST, "Ngày hẹn trả": "31/02/2018", "Ngày trả kết quả": date(2018, 11, 1)},
        {**FIRST, "Mã hồ sơ": "H01-2", "Tình trạng": "Đang xử lý"},
    ]
    with counter.reading(counter.csv(wrong)) as found:
        assert {(fault.row, fault.column) for fault in found.faults.found} == {
            *((2, "promised_at"), (2, "returned_at"), (3, "returned_at")),
        }


def test_many_wrong_rows_are_counted_and_few_are_told(counter: Counter) -> None:
    many = [{**row, "Ngày tiếp nhận": "hôm qua"} for row in rows(3_000)]
    with counter.reading(counter.csv(many)) as found:
        assert sum(found.faults.counts.values()) == 3_000
        assert "3.000" in told_faults(found) and told_faults(found).count("Dòng") == 30
        assert len(marked_rows(found)) < 1 << 20


def test_rows_that_say_a_dossier_once_more_are_told_and_nothing_else(counter: Counter) -> None:
    found = counter.take(counter.csv([*rows(2), *rows(2)]))
    assert found.faults.again == 2 and found.merged and sum(found.merged.added.values()) == 2


def test_a_code_in_other_capitals_is_the_same_dossier(counter: Counter) -> None:
    counter.take(counter.csv(rows(2)))
    once = counter.lines()
    low = [{**row, "Mã hồ sơ": row["Mã hồ sơ"].lower()} for row in rows(2)]
    path = counter.csv([*low, *rows(2)])
    with counter.reading(path) as found:
        assert found.faults.again == 2 and found.merged and found.merged.same == 2
    found = counter.take(counter.csv([{**low[0], "Tình trạng": "Rút hồ sơ"}]))
    assert found.merged and found.merged.cells == {"outcome": 1}
    assert [line.split(",")[0] for line in counter.lines()] == [x.split(",")[0] for x in once]


def test_a_clock_of_another_zone_is_found_before_anything_is_written(counter: Counter) -> None:
    night = [{**row, "Ngày tiếp nhận": row["Ngày tiếp nhận"].replace(hour=1)} for row in rows(60)]
    answer = counter.run(counter.csv(night), "--yes")
    assert answer.status == 1 and "múi giờ" in answer.said and counter.is_as_before()


def test_a_year_without_a_calendar_is_told(counter: Counter) -> None:
    far = other("Ngày hẹn trả", date(2031, 5, 5))
    answer = counter.run(counter.csv(far), "--yes")
    assert answer.status == 1 and "2031" in answer.said and counter.is_as_before()


def test_nobodys_change_is_lost(counter: Counter) -> None:
    with counter.reading(counter.csv(rows(2))) as found:
        path = counter.data / FILE
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
        changed = path.read_bytes()
        with pytest.raises(FileChanged):
            replace_all(found.files(), found.seen)
        assert path.read_bytes() == changed
        assert sorted(p.name for p in path.parent.iterdir()) == [
            f"2018-q{n}.csv" for n in (1, 2, 3, 4)
        ]


def test_units_that_bore_one_name_in_turn_are_told_apart_by_the_day(counter: Counter) -> None:
    units = counter.data / "units.csv"
    later = "p-hoa-sen-moi,Phường Hoa Sen,ward,,2018-11-07,,,true,Mẫu\n"
    text = units.read_text("utf-8").replace("90001,,,", "90001,,2018-11-06,")
    units.write_text(text + later, "utf-8")
    counter.take(counter.csv(rows(3)))
    assert [line.split(",")[2] for line in counter.lines()[-3:]] == [
        *("p-hoa-sen", "p-hoa-sen", "p-hoa-sen-moi"),
    ]


def test_a_broken_file_of_dossiers_is_told_and_left_alone(counter: Counter) -> None:
    path = counter.data / FILE
    path.write_text(path.read_text("utf-8").replace("\n", "\n\n", 1), "utf-8")
    before = path.read_bytes()
    answer = counter.run(counter.csv(rows(1)), "--yes")
    assert answer.status == 2 and "dòng trống" in answer.said and path.read_bytes() == before


def test_what_is_no_export_is_told(counter: Counter) -> None:
    for name, content in (("a.csv", b""), ("b.xlsx", b"PK\x03\x04xx"), ("c.csv", b"a;b\n1;2\n")):
        path = counter.folder / name
        path.write_bytes(content)
        answer = counter.run(path)
        assert answer.status == 2 and name in answer.said, answer.said
    shutil.rmtree(counter.folder / "data/dossiers")
    assert counter.run(counter.csv(rows(1)), "--yes").status == 1


def test_memory_is_for_the_export_and_never_for_the_files(counter: Counter) -> None:
    """The files of dossiers grow for years: no join may hold them, be they guessed short or not."""
    with counter.reading(counter.csv(rows(3))) as found:
        found.connection.execute(
            "INSERT INTO incoming SELECT incoming.* FROM incoming, range(100_000)"
        )
        for query in (met_rows(found.desk, found.plan), GONE_ROWS, "SELECT * FROM outgoing"):
            days = ["2018-01-01", "2018-12-31"] if query is GONE_ROWS else []
            explained = found.connection.execute(f"EXPLAIN (FORMAT json) {query}", days).fetchone()
            assert explained is not None
            steps = [step for top in json.loads(explained[1]) for step in all_steps(top)]
            joins = [step for step in steps if step["name"].strip() == "HASH_JOIN"]
            held = [step["name"] for join in joins for step in all_steps(join["children"][1])]
            assert joins and not any("CSV" in name for name in held), query


def all_steps(step: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A step of the engine's plan, and those that it rests on."""
    yield step
    for below in step["children"]:
        yield from all_steps(below)
