"""Editions as a clerk closes them: in real repositories, by the command."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from git import Repo

from generator.ledger.chain import LedgerLine, parse_chain
from worlds.edition_folder import City
from worlds.paths import CONGKHAI, ROOT

pytestmark = pytest.mark.usefixtures("remembered")

LATE = "Tự ý đặt thêm giấy tờ ngoài quy định"
NEXT_YEAR = ("as_of: 2018-12-31", "as_of: 2019-10-05")


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def events(city: City) -> list[tuple[str, str]]:
    ledger = parse_chain((city.data / "ledger.jsonl").read_bytes())
    return [(line.event, line.record or line.edition) for line in ledger.lines]


def test_an_edition_is_a_commit_with_a_tag_and_lines_in_the_ledger(city: City) -> None:
    status, said = city.run("edition", "close", "2018-Q4")
    assert status == 0
    assert "Phiên bản 1.0.0, số liệu đến 31/12/2018." in said
    tag = city.repo.tags["edition/2018-Q4"]
    assert tag.commit == city.repo.head.commit and tag.tag is not None
    assert not city.repo.is_dirty(untracked_files=True)
    assert events(city) == [
        ("published", "commendations/ng-2018-001"),
        ("published", "commendations/ng-2018-002"),
        ("published", "corrections/pb-2018-001/2018-06-01/corrected"),
        ("published", "criticisms/pb-2018-001"),
        ("published", "criticisms/pb-2018-002"),
        ("published", "recommendations/kn-2018-01"),
        ("published", "recommendations/kn-2018-02"),
        ("closed", "2018-Q4"),
    ]
    listed = city.run("edition", "list")[1]
    assert listed.startswith("2018-Q4  phiên bản 1.0.0, số liệu đến 31/12/2018, 8 dòng sổ")


def test_an_edition_is_closed_once(published: City) -> None:
    status, said = published.run("edition", "close", "2018-Q4")
    assert (status, len(published.repo.tags)) == (2, 1)
    assert "đã đóng rồi" in said and "2018-Q4.2" in said
    published.closed("2018-Q4.2")
    assert published.run("edition", "diff", "2018-Q4", "2018-Q4.2")[1].endswith(
        "phiên bản 1.0.1.\nKhông có gì thay đổi.\n"
    )


@pytest.mark.parametrize(
    ("edition", "told"),
    [
        ("2019", "không phải là tên"),
        ("2019-Q1", "chuyển ngày số liệu trước: congkhai today 2019-03-31"),
    ],
)
def test_an_edition_has_the_name_of_a_quarter_that_has_begun(
    city: City, edition: str, told: str
) -> None:
    status, said = city.run("edition", "close", edition)
    assert status == 2 and told in said and not city.repo.tags


def test_a_published_record_is_not_amended_in_silence(published: City) -> None:
    published.edit("criticisms.csv", LATE, "Tự ý đặt thêm một loại giấy tờ", "Sửa lời")
    status, said = published.run("check")
    assert status == 1
    assert "bản ghi pb-2018-002 đã công bố trong kỳ 2018-Q4" in said
    assert "“Vi phạm” (violation)" in said and "[record-amended]" in said
    row = "pb-2018-002,corrected,Ghi nhầm,Chỉ một loại giấy tờ,2018-12-30,,,\n"
    path = published.data / "corrections.csv"
    path.write_text(path.read_text("utf-8") + row, "utf-8")
    assert published.run("check")[0] == 0
    published.save("Đính chính")
    published.closed("2018-Q4.2")
    assert ("corrected", "criticisms/pb-2018-002") in events(published)
    told = published.run("edition", "diff", "2018-Q4", "2018-Q4.2")[1]
    assert "phiên bản 2.0.0" in told and "Đính chính: 1 bản ghi (pb-2018-002)." in told
    assert published.run("check")[0] == 0


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("criticisms.csv", "pb-2018-002"),
        ("corrections.csv", "pb-2018-001"),
        ("recommendations.csv", "kn-2018-02"),
    ],
)
def test_a_published_record_does_not_vanish(published: City, name: str, record: str) -> None:
    path = published.data / name
    rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith(record)), "utf-8")
    status, said = published.run("check")
    assert status == 1 and record in said and "[record-vanished]" in said


def test_a_record_is_not_dated_anew(published: City) -> None:
    published.edit("criticisms.csv", ",2018-10-01,", ",2018-09-28,")
    status, said = published.run("check")
    assert status == 1 and "(decision_on)" in said and "[record-amended]" in said


def test_an_answer_may_still_be_filled_in(published: City) -> None:
    published.edit(
        "criticisms.csv",
        "2018-09-12,,,Bỏ giấy tờ",
        "2018-09-12,Đã bỏ giấy tờ ấy,2018-12-03,Bỏ giấy tờ",
        "Trả lời",
    )
    published.closed("2018-Q4.2")
    assert events(published)[-2:] == [
        ("supplemented", "criticisms/pb-2018-002"),
        ("closed", "2018-Q4.2"),
    ]
    published.edit("criticisms.csv", "Đã bỏ giấy tờ ấy", "Chưa bỏ")
    assert published.run("check")[0] == 1


ASKED = "2018-12-10,2019-01-10,,,pending,"
ANSWERED = "2018-12-10,2019-01-10,Sẽ tiếp dân cả sáng thứ bảy,2018-12-20,accepted,"


def add_row(city: City, name: str, row: str) -> None:
    path = city.data / name
    path.write_text(f"{path.read_text('utf-8')}{row}\n", "utf-8")


def last_line(city: City, record: str) -> LedgerLine:
    ledger = parse_chain((city.data / "ledger.jsonl").read_bytes())
    return ledger.lines_of(record)[-1]


AMENDED = (
    ("Niêm yết đủ thủ tục ở nơi dễ thấy", "Niêm yết thủ tục", "text"),
    ("2018-07-02,2018-07-20,", "2018-07-02,2018-08-20,", "due_on"),
    ("2018-07-02,2018-07-20,", "2018-07-03,2018-07-20,", "sent_on"),
    ("Đã niêm yết lại toàn bộ,2018-07-18,accepted", ",,pending", "outcome"),
    ("2018-07-18,accepted", "2018-07-18,declined", "outcome"),
)
"""What is edited in a recommendation, and its field."""


def test_a_published_recommendation_is_not_amended_in_silence(published: City) -> None:
    path = published.data / "recommendations.csv"
    before = path.read_bytes()
    for old, new, field in AMENDED:
        published.edit(path.name, old, new)
        status, said = published.run("check")
        assert status == 1 and "[record-amended]" in said and f"({field})" in said
        assert "bản ghi kn-2018-01 đã công bố trong kỳ 2018-Q4" in said
        path.write_bytes(before)
    together = AMENDED[0], AMENDED[1], AMENDED[4]
    for old, new, _ in together:
        published.edit(path.name, old, new)
    add_row(
        published, "corrections.csv", "kn-2018-01,corrected,Ghi nhầm,Ghi lại cho đúng,2018-12-30,,,"
    )
    assert published.run("check")[0] == 0
    published.save("Đính chính")
    published.closed("2018-Q4.2")
    line = last_line(published, "recommendations/kn-2018-01")
    assert line.event == "corrected" and {field for *_, field in together} <= {*line.fields}
    assert published.run("check")[0] == 0


def test_a_recommendation_is_answered_then_closed_by_a_record(published: City) -> None:
    published.edit("recommendations.csv", ASKED, ANSWERED, "Trả lời")
    published.closed("2018-Q4.2")
    line = last_line(published, "recommendations/kn-2018-02")
    assert (line.event, line.fields) == ("supplemented", ("reply", "replied_on", "outcome"))
    closed = "pb-2018-001/2018-12-28/corrected"
    add_row(
        published, "corrections.csv", "pb-2018-001,corrected,Ghi thiếu,Thêm căn cứ,2018-12-28,,,"
    )
    published.edit("recommendations.csv", ANSWERED, ANSWERED + closed, "Kết thúc")
    published.closed("2018-Q4.3")
    line = last_line(published, "recommendations/kn-2018-02")
    assert (line.event, line.fields) == ("supplemented", ("closed_by",))


def test_a_recommendation_is_withdrawn_by_a_row_of_its_own(published: City) -> None:
    withdrawn = "kn-2018-02,withdrawn,Hội đã thống nhất với phòng,Không còn kiến nghị,2018-12-30,,,"
    add_row(published, "corrections.csv", withdrawn)
    published.save("Rút lại")
    published.closed("2018-Q4.2")
    assert last_line(published, "recommendations/kn-2018-02").event == "withdrawn"
    openings = (published.data / "ledger_openings/2018-Q4.jsonl").read_text("utf-8")
    (opening,) = [x for x in map(json.loads, openings.splitlines()) if "kn-2018-02" in x["record"]
                  and x["record"].startswith("recommendations/")]  # fmt: skip
    assert set(opening["salts"]) == {"rest"}, "it names nobody: all of it can still be proved"
    assert published.run("check")[0] == 0


def test_a_ledger_from_before_recommendations_were_entered_goes_on(city: City) -> None:
    path = city.data / "recommendations.csv"
    text = path.read_text("utf-8")
    path.write_text(text.splitlines(keepends=True)[0], "utf-8")
    city.save("Chưa có kiến nghị")
    city.closed("2018-Q4")
    assert not any("recommendations/" in record for _, record in events(city))
    old = (city.data / "ledger.jsonl").read_bytes()
    path.write_text(text, "utf-8")
    assert city.run("check")[0] == 0
    city.save("Kiến nghị")
    city.closed("2018-Q4.2")
    assert (city.data / "ledger.jsonl").read_bytes().startswith(old)
    assert events(city)[-3:] == [
        ("published", "recommendations/kn-2018-01"),
        ("published", "recommendations/kn-2018-02"),
        ("closed", "2018-Q4.2"),
    ]


def test_a_name_is_forgotten_and_the_rest_still_proved(published: City) -> None:
    before = (published.data / "ledger_openings/2018-Q4.jsonl").read_text("utf-8")
    published.edit("city.yaml", *NEXT_YEAR, "Sang năm")
    published.run("edition", "close", "2019-Q4", "--yes")
    assert ("expired", "criticisms/pb-2018-002") in events(published)
    one = [json.loads(line) for line in before.splitlines()]
    two = [
        json.loads(x)
        for x in (published.data / "ledger_openings/2018-Q4.jsonl").read_text("utf-8").splitlines()
    ]
    old = next(x for x in one if x["record"] == "criticisms/pb-2018-002")
    new = next(x for x in two if x["record"] == "criticisms/pb-2018-002")
    assert set(old["salts"]) == {"rest", "said", "name"} and set(new["salts"]) == {"rest", "said"}
    assert old["leaves"] == new["leaves"]
    published.edit("criticisms.csv", LATE, "Lời khác")
    assert published.run("check")[0] == 1


def test_moved_rows_change_nothing(published: City) -> None:
    path = published.data / "criticisms.csv"
    head, *rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([head, *reversed(rows)]), "utf-8")
    assert published.run("check")[0] == 0


def test_an_edition_needs_a_clean_tree(city: City) -> None:
    own = city.data / "contests.csv"
    city.repo.git.rm("--cached", "--quiet", "--", own)
    city.repo.index.commit("Quên bảng này")
    status, said = city.run("edition", "close", "2018-Q4")
    path = own.relative_to(city.root).as_posix()
    assert status == 2 and f"Còn thay đổi chưa lưu vào git: {path}" in said


STRAYS = (
    "../sổ.xlsx",
    "ghi chú.txt",
    "sổ phường.xlsx",
    "ảnh/a.jpg",
    ".DS_Store",
    ".~lock.units.csv#",
)


@pytest.mark.parametrize("died", [False, True], ids=["", "after one that died"])
def test_what_no_edition_rests_on_does_not_hinder_one(city: City, died: bool) -> None:
    for name in STRAYS:
        (city.data / name).parent.mkdir(exist_ok=True)
        (city.data / name).write_text("x", "utf-8")
    if died:
        (city.data / "ledger.jsonl").write_text("dở dang", "utf-8")
    status, said = city.run("edition", "close", "2018-Q4")
    assert status == 0, said
    assert died == ("đã khôi phục sổ công khai" in said)
    assert {(city.data / name).read_text("utf-8") for name in STRAYS} == {"x"}


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_an_edition_is_not_closed_of_what_git_was_told_not_to_look_at(
    city: City, flag: str
) -> None:
    path = (city.data / "criticisms.csv").relative_to(city.root).as_posix()
    city.repo.git.update_index(flag, path)
    city.edit("criticisms.csv", LATE, "Lời chưa lưu")
    status, said = city.run("edition", "close", "2018-Q4")
    assert status == 2 and "Git đang được dặn không xem" in said and path in said
    assert not city.repo.tags


def test_an_edition_needs_a_branch(city: City) -> None:
    city.repo.git.checkout("--detach")
    status, said = city.run("edition", "close", "2018-Q4")
    assert status == 2 and "detached HEAD" in said


def test_an_edition_needs_the_whole_history(city: City, tmp_path: Path) -> None:
    city.save("Lần hai")
    clone = Repo.clone_from(f"file://{city.root}", tmp_path / "nông", depth=1)
    city.root, city.data, city.repo = tmp_path / "nông", tmp_path / "nông" / "dữ liệu", clone
    status, said = city.run("edition", "close", "2018-Q4")
    assert status == 2 and "git fetch --unshallow" in said


def test_a_history_without_the_last_edition_was_rewritten(city: City) -> None:
    first = city.repo.head.commit.hexsha
    city.closed("2018-Q4")
    city.repo.git.reset("--hard", first)
    city.edit("units.csv", "Phường Hoa Sen", "Phường Hoa Súng", "Viết lại")
    status, said = city.run("edition", "close", "2018-Q4.2")
    assert status == 2 and "Lịch sử git đã bị viết lại" in said


def test_a_lock_that_git_left_behind_is_told_of(city: City) -> None:
    for name in ("index.lock", "HEAD.lock", "packed-refs.lock", "refs/heads/main.lock"):
        lock = Path(city.repo.git_dir) / name
        lock.touch()
        status, said = city.run("edition", "close", "2018-Q4")
        assert status == 2 and "Kho git đang bị khóa" in said and str(lock) in said
        lock.unlink()
    city.closed("2018-Q4")


def test_no_repository_no_edition(city: City) -> None:
    (city.root / ".git").rename(city.root / "không git")
    status, said = city.run("edition", "close", "2018-Q4")
    assert status == 2 and "không nằm trong kho git nào" in said


def test_data_with_errors_are_not_closed(city: City) -> None:
    city.edit("criticisms.csv", "2018-09-12", "2018-13-12", "Hỏng")
    status, said = city.run("edition", "close", "2018-Q4")
    assert status == 1 and "[date-unreal]" in said and not city.repo.tags


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"event":"closed"', '"event":"expired"', "ledger-line"),
        ("commendations/ng-2018-001", "commendations/ng-2018-009", "openings-wrong"),
        ('"event":"closed"', '"event":"opened"', "ledger-line"),
    ],
)
def test_a_damaged_ledger_stops_everything(published: City, old: str, new: str, code: str) -> None:
    published.edit("ledger.jsonl", old, new)
    status, said = published.run("check")
    assert status == 1 and f"[{code}]" in said
    assert published.run("edition", "list")[0] == 1


def test_openings_of_another_ledger_are_refused(published: City) -> None:
    path = published.data / "ledger_openings/2018-Q4.jsonl"
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    status, said = published.run("check")
    assert status == 1 and "[openings-wrong]" in said
    path.write_text("[]", "utf-8")
    assert "[openings-damaged]" in published.run("check")[1]


def test_a_record_has_one_opening(published: City) -> None:
    path = published.data / "ledger_openings/2018-Q4.jsonl"
    first, *others = path.read_text("utf-8").splitlines(keepends=True)
    forged = first.replace('"salts":{"', '"salts":{"other":"00","')
    path.write_text("".join([forged, first, *others]), "utf-8")
    assert "[openings-damaged]" in published.run("check")[1]


def test_a_closing_that_died_before_its_commit_is_undone(published: City) -> None:
    published.edit("units.csv", "Phường Hoa Sen", "Phường Hoa Súng", "Đổi tên")
    path = published.data / "ledger.jsonl"
    path.write_bytes(path.read_bytes() + b'{"number":7,"edi')
    status, said = published.run("edition", "close", "2018-Q4.2")
    assert status == 0 and "đã khôi phục sổ công khai" in said
    assert [line.edition for line in parse_chain(path.read_bytes()).editions] == [
        "2018-Q4",
        "2018-Q4.2",
    ]


def test_a_closing_that_died_before_its_tag_is_finished(published: City) -> None:
    published.repo.delete_tag("edition/2018-Q4")
    lines = (published.data / "ledger.jsonl").read_bytes()
    assert (
        "chạy lại: congkhai edition close 2018-Q4"
        in published.run("edition", "close", "2018-Q4.2")[1]
    )
    published.closed("2018-Q4")
    assert (published.data / "ledger.jsonl").read_bytes() == lines
    assert published.repo.tags["edition/2018-Q4"].commit == published.repo.head.commit


@pytest.mark.parametrize("calls", [1, 3, 5, 7, 9, 11])
def test_a_closing_killed_anywhere_is_finished_or_undone(city: City, calls: int) -> None:
    """The process is killed when it renames or opens its nth file of the ledger or of git."""
    killer = city.root.parent / "site"
    killer.mkdir()
    (killer / "sitecustomize.py").write_text(
        "import os, signal, sys\nleft = [int(os.environ['KILL_AT'])]\n"
        "def watch(event, args):\n"
        "    if event in ('os.rename', 'subprocess.Popen') :\n"
        "        left[0] -= 1\n"
        "        if left[0] == 0:\n            os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(watch)\n",
        "utf-8",
    )
    command = [str(CONGKHAI), "edition", "close", "2018-Q4", "--data", str(city.data)]
    places = {"PYTHONPATH": f"{killer}{os.pathsep}{ROOT}", "KILL_AT": str(calls)}
    done = subprocess.run(command, env=os.environ | places, capture_output=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL)
    if done.returncode:
        for lock in (city.root / ".git").rglob("*.lock"):
            lock.unlink()  # git's own: it says so itself, and how
        city.closed("2018-Q4")
    assert len(city.repo.tags) == 1
    ledger = parse_chain((city.data / "ledger.jsonl").read_bytes())
    assert [line.edition for line in ledger.editions] == ["2018-Q4"]
    assert not city.repo.is_dirty(untracked_files=True)


def test_two_editions_that_do_not_exist_or_lie_the_wrong_way_round(published: City) -> None:
    published.closed("2018-Q4.2")
    assert "Không có kỳ 2017-Q1" in published.run("edition", "diff", "2017-Q1", "2018-Q4")[1]
    assert "không đứng trước" in published.run("edition", "diff", "2018-Q4.2", "2018-Q4")[1]
