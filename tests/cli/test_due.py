"""`congkhai due`: one deadline from the command line, told day by day."""

import shutil
from pathlib import Path

import pytest

from generator.app.sources import Refused, read_clock
from generator.clock import BadQuestion, UnknownYear
from generator.clock.question import NEVER_CLOSED
from worlds.command import Answer, congkhai
from worlds.measured import rows_of
from worlds.paths import DATA, DATASETS, GOLDENS
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

CASES = rows_of(DATASETS / "clock" / "deadline_cases.csv")
CLOCK = read_clock(DATA)


def run(*arguments: str) -> Answer:
    return congkhai("due", *arguments)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['received']}+{c['limit']}{c['unit']}")
def test_a_worked_deadline_as_it_is_asked(case: dict[str, str]) -> None:
    answer = CLOCK.ask(case["received"], f"{case['limit']} {case['unit']}")
    assert answer.iso == case["expected_due"], case["why"]


def test_the_command_prints_the_day_and_on_demand_the_way_to_it() -> None:
    asked = ("--received", "2018-02-12", "--limit", "3 working_day")
    assert run(*asked).stdout == "2018-02-22\n"
    golden = GOLDENS / "clock" / "due.txt"
    told = run(*asked, "--supplement", "2", "--explain").stdout
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("received", "limit", "waited", "due"),
    [
        ("2018-02-12T15:30", "same_day", 0, "2018-02-13"),
        ("2018-02-12 15:00", "trong ngày", 0, "2018-02-12"),
        ("2018-02-12", "3 ngày làm việc", 0, "2018-02-22"),
        ("2018-02-12", "3 NGAY LAM VIEC", 2, "2018-02-26"),
        ("12/02/2018", "3 ngày", 0, "2018-02-21"),
        ("15h30 ngày 12/02/2018", "same_day", 0, "2018-02-13"),
        ("2018-2-12", "3 ngày làm việc", 0, "2018-02-22"),
        ("2018-03-06T10:30", "4 giờ", 0, "2018-03-06T14:30"),
        ("2018-03-06T10:30:30", "4 hour", 0, "2018-03-06T14:30:30"),
        ("2018-03-06T10:30", "4 hour", 4, "2018-03-12T14:30"),
        ("2018-01-31", "1  tháng", 0, "2018-02-28"),
        ("2018-03-09T16:00", "08 giờ làm việc", 0, "2018-03-12T16:00"),
        ("2018-03-09 16:00", "8 GIO LAM VIEC", 1, "2018-03-13T16:00"),
        ("2018-03-09 16:00:30", "8 working_hour", 0, "2018-03-12T16:00:30"),
        ("2018-03-09", "8 giờ làm việc", 0, "2018-03-12"),
        ("2018-03-09T16:00", "8 giờ", 0, "2018-03-09"),
    ],
)
def test_a_question_as_people_type_it(received: str, limit: str, waited: int, due: str) -> None:
    assert CLOCK.ask(received, limit, waited).iso == due


@pytest.mark.parametrize(
    ("received", "limit", "said"),
    [
        ("hôm qua", "3 day", "Không hiểu ngày tiếp nhận “hôm qua”"),
        ("12/02", "3 day", "Không hiểu ngày tiếp nhận"),
        ("2018-02-30", "3 day", "Không hiểu ngày tiếp nhận “2018-02-30”"),
        ("2018-02-12T24:30", "3 day", "Không hiểu ngày tiếp nhận"),
        ("2018-02-12", "3 weeks", "Không hiểu thời hạn “3 weeks”"),
        ("2018-02-12", "day", "Không hiểu thời hạn"),
        ("2018-02-12", "-3 day", "Không hiểu thời hạn"),
        ("2018-02-12", "2 same_day", "Riêng same_day không cần số"),
        ("2018-02-12", "", "Không hiểu thời hạn"),
        ("2018-02-12", "10000 day", "quá dài: nhiều nhất là 9999"),
    ],
)
def test_what_is_no_question_is_said_in_a_sentence(received: str, limit: str, said: str) -> None:
    with pytest.raises(BadQuestion, match=said):
        CLOCK.ask(received, limit)


@pytest.mark.parametrize(
    ("received", "limit"),
    [("2016-12-31", "1 day"), ("2027-12-30", "9 day"), ("2018-01-02", "9999 month")],
)
def test_a_year_nobody_knows_is_an_error_that_names_the_known_ones(received, limit) -> None:
    with pytest.raises(UnknownYear, match="lịch hiện có: các năm 2017 đến 2027"):
        CLOCK.ask(received, limit)


def test_errors_on_the_command_line_leave_with_two() -> None:
    for asked in (("2030-01-01", "3 day"), ("2018-02-12", "ba ngày")):
        done = run("--received", asked[0], "--limit", asked[1])
        assert (done.status, done.stdout) == (2, "")


def nonstop(folder: Path, service: str) -> Path:
    """The small city, whose settings say something of service."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    settings = (folder / "city.yaml").read_text(encoding="utf-8")
    (folder / "city.yaml").write_text(f"{settings}\nservice: {service}\n", encoding="utf-8")
    return folder


def test_a_unit_may_be_named_and_some_never_close(tmp_path: Path) -> None:
    data = nonstop(tmp_path, "{around_the_clock: [p-hoa-sen]}")
    asked = ("--data", str(data), "--received", "2018-02-15T16:00", "--limit", "8 giờ làm việc")
    assert run(*asked).stdout == "2018-02-21T17:00\n"
    assert run(*asked, "--unit", "phong-noi-vu").stdout == "2018-02-21T17:00\n"
    told = run(*asked, "--unit", "P. Hoa Sen", "--explain")
    assert told.stdout.splitlines()[:2] == ["2018-02-15", NEVER_CLOSED]
    assert "16:00–24:00 là 8 giờ, đủ 8 giờ làm việc." in told.stdout
    unknown = run(*asked, "--unit", "p-sen")
    assert (unknown.status, unknown.stdout) == (2, "")
    assert "Không rõ “p-sen” là đơn vị nào" in unknown.stderr


def test_hours_that_nobody_can_work_are_refused(tmp_path: Path) -> None:
    hours = "[{opens: '13:00', closes: '12:00'}]"
    with pytest.raises(Refused, match="office-hours-order"):
        read_clock(nonstop(tmp_path, f"{{office_hours: {hours}}}"))


def test_a_day_off_that_is_only_projected_is_a_warning() -> None:
    answer = CLOCK.ask("2027-08-31", "3 working_day")
    assert answer.warning and "năm 2027 mới là dự kiến" in answer.warning
    assert "nghỉ (Quốc khánh, lịch dự kiến)" in "".join(answer.lines)
    assert CLOCK.ask("2018-08-31", "3 working_day").warning is None


def test_only_the_calendar_must_be_sound(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "units.csv").write_text("x\n", encoding="utf-8")
    assert read_clock(tmp_path).ask("2018-02-12", "3 working_day").iso == "2018-02-22"
    days = (tmp_path / "calendar.csv").read_text(encoding="utf-8")
    (tmp_path / "calendar.csv").write_text(days.replace("2018-02-14", "2018-2-14"), "utf-8")
    with pytest.raises(Refused, match="2018-2-14"):
        read_clock(tmp_path)


def test_a_year_skipped_by_the_calendar_is_not_taken_for_one_without_days_off(tmp_path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    days = (tmp_path / "calendar.csv").read_text(encoding="utf-8")
    (tmp_path / "calendar.csv").write_text(days.replace("\n2019-", "\n2020-"), "utf-8")
    with pytest.raises(Refused, match="chưa có năm 2019"):
        read_clock(tmp_path)
