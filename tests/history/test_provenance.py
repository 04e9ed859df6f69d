"""What each commit did to a record, in real repositories: merges, moves, sorting, other letters."""

from pathlib import Path

import pytest

from generator.app.sources import read_settings
from generator.edition.revisions import Saved
from generator.history import saved_changes
from worlds.edition_folder import City
from worlds.published import publish

pytestmark = pytest.mark.usefixtures("remembered")

FIRST, SECOND = "criticisms/pb-2018-001", "criticisms/pb-2018-002"
LATE = "Tự ý đặt thêm giấy tờ ngoài quy định"


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def told(city: City, record: str, data: Path | None = None) -> list[tuple[str, tuple[str, ...]]]:
    return [(saved.did, saved.fields) for saved in changes(city, data).get(record, ())]


def changes(city: City, data: Path | None = None) -> dict[str, tuple[Saved, ...]]:
    data = data or city.data
    return dict(saved_changes(data, read_settings(data)[1]))


def test_a_record_was_published_by_the_commit_that_approved_it(city: City) -> None:
    first = city.repo.head.commit
    city.edit("criticisms.csv", LATE, "Đặt thêm giấy tờ", "Sửa lời")
    saved = changes(city)[SECOND]
    assert [line.commit for line in saved] == [
        commit.hexsha[:10] for commit in (first, city.repo.head.commit)
    ]
    assert [(line.did, line.fields) for line in saved] == [
        ("published", ()),
        ("changed", ("violation",)),
    ]
    assert saved[0].on == first.committed_datetime.date()


def test_a_draft_is_not_told_of(city: City) -> None:
    rows = (city.data / "criticisms.csv").read_text("utf-8").splitlines()
    drafts = [row for row in rows if ",draft," in row]
    assert drafts, "the small city has no draft"
    assert not {f"criticisms/{row.partition(',')[0]}" for row in drafts} & changes(city).keys()


def test_a_record_is_public_from_the_day_of_the_data_on(city: City) -> None:
    city.edit("city.yaml", "as_of: 2018-12-31", "as_of: 2018-05-01", "Lùi ngày")
    city.edit("city.yaml", "as_of: 2018-05-01", "as_of: 2018-12-31", "Trở lại")
    assert [did for did, _ in told(city, FIRST)] == ["published", "removed", "published"]


def test_rows_in_another_order_are_no_change(city: City) -> None:
    path = city.data / "criticisms.csv"
    header, *rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([header, *rows[::-1], ""]), "utf-8")
    city.save("Sắp xếp lại")
    assert told(city, FIRST) == [("published", ())]


def test_other_line_ends_and_a_mark_are_no_change(city: City) -> None:
    path = city.data / "commendations.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    city.save("Lưu bằng Excel")
    assert told(city, "commendations/ng-2018-001") == [("published", ())]


def test_a_moved_folder_keeps_its_past(city: City) -> None:
    first = city.repo.head.commit.hexsha[:10]
    moved = city.root / "số liệu mới"
    city.data.rename(moved)
    city.save("Đổi tên thư mục")
    assert [line.commit for line in changes(city, moved)[FIRST]] == [first]


def test_a_renamed_file_keeps_its_past_with_what_was_changed_on_the_way(city: City) -> None:
    city.edit("datapackage.yaml", "path: criticisms.csv", "path: phê bình.csv")
    (city.data / "criticisms.csv").rename(city.data / "phê bình.csv")
    city.edit("phê bình.csv", LATE, "Đặt thêm giấy tờ", "Đổi tên tệp, sửa lời")
    assert told(city, SECOND) == [("published", ()), ("changed", ("violation",))]
    assert told(city, FIRST) == [("published", ())]


def test_a_merge_tells_a_change_once_and_when_it_came_to_the_branch(city: City) -> None:
    main = city.repo.active_branch
    city.repo.git.switch("--create", "nhánh-sửa")
    city.edit("criticisms.csv", LATE, "Đặt thêm giấy", "Sửa một")
    city.edit("criticisms.csv", "Đặt thêm giấy", "Đặt thêm giấy tờ", "Sửa hai")
    main.checkout()
    (city.root / "Đọc trước.txt").write_text("Nhánh chính vẫn đi tiếp.\n", "utf-8")
    city.save("Việc khác")
    city.repo.git.merge("--no-ff", "-m", "Nhập nhánh", "nhánh-sửa")
    saved = changes(city)[SECOND]
    assert [(line.did, line.fields) for line in saved] == [
        ("published", ()),
        ("changed", ("violation",)),
    ]
    assert saved[-1].commit == city.repo.head.commit.hexsha[:10]


def test_a_record_taken_out_and_brought_back(city: City) -> None:
    path = city.data / "commendations.csv"
    whole = path.read_text("utf-8")
    rows = [row for row in whole.splitlines(keepends=True) if not row.startswith("ng-2018-002,")]
    path.write_text("".join(rows), "utf-8")
    city.save("Bỏ một dòng")
    path.write_text(whole, "utf-8")
    city.save("Lấy lại")
    assert [did for did, _ in told(city, "commendations/ng-2018-002")] == [
        "published",
        "removed",
        "published",
    ]


def test_a_link_or_garbage_in_the_past_is_survived(city: City) -> None:
    path = city.data / "criticisms.csv"
    whole = path.read_bytes()
    for content in (b"\xff\xfe\0\0garbage", b'record_id,status\n"open', b""):
        path.write_bytes(content)
        city.save("Hỏng")
    path.unlink()
    path.symlink_to("city.yaml")
    city.save("Liên kết")
    path.unlink()
    path.write_bytes(whole)
    city.save("Lấy lại")
    assert [did for did, _ in told(city, FIRST)] == ["published", "removed", "published"]


def test_the_page_tells_of_each_commit_and_nothing_of_what_is_not_saved(city: City) -> None:
    city.edit("criticisms.csv", LATE, "Đặt thêm giấy tờ", "Sửa lời")
    page = page_of(city)
    assert "Từng lần lưu trong kho dữ liệu (2)" in page
    assert "Sửa (vi phạm)" in page and city.repo.head.commit.hexsha[:10] in page
    city.edit("criticisms.csv", "Đặt thêm giấy tờ", "Đặt thêm giấy")
    assert "Từng lần lưu" not in page_of(city)


def page_of(city: City) -> str:
    pages = publish(city.data).publication.pages
    return next(page.body for page in pages if page.url == "phe-binh/pb-2018-002/")
