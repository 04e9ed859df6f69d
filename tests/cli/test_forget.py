"""A repository for the public holds no name that has ended, wherever its history is looked at."""

import csv
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from git import Repo

from generator.ledger.chain import parse_chain
from generator.model.anonymise import nameless
from worlds.command import Answer, congkhai
from worlds.edition_folder import City
from worlds.paths import ROOT

ENDED = "Quách Văn Khuê"
MISTYPED = "Quách Văn Khôi"
WITHDRAWN = "Khổng Thị Nhàn"
DRAFT = "Doãn Minh Tuệ"
SECRETS = (ENDED, MISTYPED, WITHDRAWN, DRAFT)
IN_FORCE = "Nguyễn Văn A"
VIOLATION = "bỏ trực; Trưởng phòng Khuê nhận lỗi; Văn Khuê vắng họp"
RETRACTED = "Thầy Nhàn gây phiền hà"
RECORD = {
    "subject_kind": "person", "position": "Chuyên viên", "person_kind": "civil_servant",
    "unit_id": "phong-noi-vu", "clause": "3.4", "found_by": "Phòng Nội vụ",
    "found_on": "2018-03-20", "measure": "criticism", "decision_no": "09/TB-MAU",
    "decision_on": "2018-04-02", "issued_by": "Chủ tịch Ủy ban nhân dân thành phố",
    "remedy": "Kiểm điểm", "remedy_due_on": "2018-06-01", "remedied_on": "2018-05-20",
    "responsible_head": "Trưởng phòng Nội vụ", "notified_on": "2018-03-21",
    "status": "approved", "approved_by": "Chủ tịch Ủy ban nhân dân thành phố",
    "approved_on": "2018-04-03",
}  # fmt: skip


def add(city: City, name: str, **cells: str) -> None:
    path = city.data / name
    with path.open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow([cells.get(key, "") for key in names])


def criticised(city: City, record_id: str, name: str, violation: str, **cells: str) -> None:
    row = {**RECORD, "record_id": record_id, "subject_name": name, "violation": violation, **cells}
    add(city, "criticisms.csv", **row)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    """A city with years of history: names mistyped, in drafts, in other files, in messages."""
    city = City(tmp_path_factory.mktemp("city"))
    criticised(
        city,
        "pb-2018-010",
        MISTYPED,
        f"Ông {MISTYPED} bỏ trực",
        evidence="Biên bản do Q. V. Khuê ký",
    )
    (city.data / "danh sách.csv").write_text(f"{ENDED};{WITHDRAWN}\n", "utf-8")
    (city.root / "ghi chú.md").write_text(f"Gọi cho {ENDED}", "utf-8")
    city.save(f"Phê bình {MISTYPED}, ông Khôi")
    (city.data / "danh sách.csv").unlink()
    city.edit("criticisms.csv", f"Ông {MISTYPED} bỏ trực", f"Ông {ENDED} {VIOLATION}")
    city.edit("criticisms.csv", MISTYPED, ENDED, "Sửa tên")
    criticised(city, "pb-2018-011", WITHDRAWN, RETRACTED, found_on="2018-03-20")
    criticised(city, "pb-2018-012", DRAFT, "Vắng họp", status="draft", approved_on="")
    city.edit("recommendations.csv", "Đã niêm yết lại toàn bộ", f"Đã nhắc {ENDED.upper()}", "Ghi")
    city.edit("recommendations.csv", f"Đã nhắc {ENDED.upper()}", "Đã niêm yết lại toàn bộ", "Bỏ")
    add(
        city, "corrections.csv", record_id="pb-2018-010", kind="corrected", reason="Ghi nhầm",
        text="Vắng một buổi", said=f"{ENDED} vắng hai buổi", published_on="2018-06-01",
    )  # fmt: skip
    city.save("Đính chính")
    city.closed("2018-Q4")
    add(
        city, "corrections.csv", record_id="pb-2018-011", kind="withdrawn",
        reason="Kiểm tra lại không đúng", text=f"Xin lỗi bà {WITHDRAWN}", published_on="2018-12-30",
    )  # fmt: skip
    city.save(f"Rút trường hợp {WITHDRAWN}")
    city.edit("city.yaml", "as_of: 2018-12-31", "as_of: 2019-10-05", "Sang năm")
    status, said = city.run("edition", "close", "2019-Q4", "--yes")
    assert status == 0, said
    return city


def forget(city: City, out: Path, *words: str) -> Answer:
    return congkhai("forget", "--data", city.data, "--out", out, "--yes", *words)


@pytest.fixture(scope="module")
def copy(city: City, tmp_path_factory: pytest.TempPathFactory) -> Repo:
    out = tmp_path_factory.mktemp("copies") / "công khai"
    done = forget(city, out)
    assert done.status == 0, done.said
    return Repo(out)


def objects(repo: Repo) -> Iterator[str]:
    """Every object of a repository as text: blobs, commits, tags, the names of files."""
    listed = str(repo.git.cat_file("--batch-all-objects", "--batch-check")).splitlines()
    for kind, name in ((line.split()[1], line.split()[0]) for line in listed):
        shown = repo.git.cat_file("-p", name, stdout_as_string=False, strip_newline_in_stdout=False)
        yield f"{kind} {shown.decode('utf-8')}"


def data_of(repo: Repo) -> Path:
    return Path(str(repo.working_tree_dir)) / "dữ liệu"


def test_no_object_of_the_copy_holds_a_name_that_is_not_public(city: City, copy: Repo) -> None:
    before, after = list(objects(city.repo)), list(objects(copy))
    for name in SECRETS:
        assert any(nameless(text, name) != text for text in before), "the test would find it"
        assert [text for text in after if nameless(text, name) != text] == []
    assert any(IN_FORCE in text for text in after)


def test_nothing_else_that_is_private_is_in_the_copy(city: City, copy: Repo) -> None:
    (city.data / "closed_quarters" / "2018-Q1.cells.csv").read_bytes()
    dossiers = (city.data / "dossiers" / "2018-q1.csv").read_text("utf-8").splitlines()[1:]
    codes = [line.split(",")[0] for line in dossiers]
    after = "\n".join(objects(copy))
    for private in (*codes, RETRACTED, "pb-2018-012", "pb-2018-003", "shown_as", "a@example"):
        assert private not in after, private
    assert "ghi chú.md" not in after and "danh sách" not in after


def test_the_copy_passes_its_check_and_keeps_its_editions(city: City, copy: Repo) -> None:
    done = congkhai("check", "--data", data_of(copy))
    assert done.status == 0 and "[public-copy]" in done.said and "Không có lỗi" in done.said
    for name in ("2018-Q4", "2019-Q4"):
        here, there = (repo.tags[f"edition/{name}"] for repo in (city.repo, copy))
        ledgers = [
            tag.commit.tree["dữ liệu/ledger.jsonl"].data_stream.read() for tag in (here, there)
        ]
        assert ledgers[0] == ledgers[1] and parse_chain(ledgers[0]).edition(name)
        assert there.tag is not None and name in there.tag.message


def test_what_an_official_does_to_the_copy_is_told_as_in_the_original(
    copy: Repo, tmp_path: Path
) -> None:
    clone = Repo.clone_from(str(copy.working_tree_dir), tmp_path / "bản sao")
    path = data_of(clone) / "criticisms.csv"
    path.write_text(path.read_text("utf-8").replace("Để quá hạn", "Để sót"), "utf-8")
    assert "[record-amended]" in congkhai("check", "--data", data_of(clone)).said


def test_the_map_leads_from_every_commit_to_the_copy(city: City, copy: Repo) -> None:
    folder = Path(str(copy.working_tree_dir))
    with folder.with_name(f"{folder.name}.lan-luu.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["original"]: row["copy"] for row in csv.DictReader(file)}
    assert rows.keys() == {commit.hexsha for commit in city.repo.iter_commits()}
    assert {*rows.values()} == {commit.hexsha for commit in copy.iter_commits()}
    for tag in city.repo.tags:
        assert rows[tag.commit.hexsha] == copy.tags[tag.name].commit.hexsha
    assert rows[city.repo.head.commit.hexsha] == copy.head.commit.hexsha


def test_the_same_history_gives_the_same_copy_in_the_same_place(
    city: City, copy: Repo, tmp_path: Path
) -> None:
    out = tmp_path / "công khai"
    assert forget(city, out).status == 0
    Repo(out).create_remote("origin", "https://git.example.invalid/x.git")
    before = city.repo.git.for_each_ref(), city.repo.git.status("--porcelain")
    done = forget(city, out)
    assert done.status == 0, done.said
    made = Repo(out)
    assert made.git.for_each_ref() == copy.git.for_each_ref()
    assert made.remotes["origin"].url == "https://git.example.invalid/x.git"
    assert (city.repo.git.for_each_ref(), city.repo.git.status("--porcelain")) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [out.name, f"{out.name}.lan-luu.csv"]


def test_git_itself_finds_the_copy_whole(copy: Repo) -> None:
    done = subprocess.run(
        ["git", "fsck", "--full", "--strict"],
        cwd=str(copy.working_tree_dir), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_a_site_cannot_be_built_of_the_copy_and_it_says_why(copy: Repo, tmp_path: Path) -> None:
    config = ("--config", ROOT / "mkdocs.yml", "--data", data_of(copy))
    done = congkhai("build", "--plain", "--out", tmp_path / "trang", *config)
    assert done.status == 1 and "[public-copy-figures]" in done.said
    done = congkhai("edition", "close", "2019-Q4.2", "--yes", "--data", data_of(copy))
    assert done.status == 2 and "kho dữ liệu gốc" in done.said
    done = congkhai("forget", "--data", data_of(copy), "--out", tmp_path / "nữa", "--yes")
    assert done.status == 2 and "kho dữ liệu gốc" in done.said


def test_a_copy_with_dossiers_gives_the_published_site_again(city: City, tmp_path: Path) -> None:
    out, site = tmp_path / "giám sát", tmp_path / "trang"
    assert forget(city, out, "--with-dossiers").status == 0
    after = list(objects(Repo(out)))
    assert not [text for text in after for name in SECRETS if nameless(text, name) != text]
    config = ("--config", ROOT / "mkdocs.yml", "--data", out / "dữ liệu")
    assert congkhai("build", "--plain", "--out", site, *config).status == 0
    clone = Repo.clone_from(str(out), tmp_path / "Mặt trận")
    where = ("--config", ROOT / "mkdocs.yml", "--data", data_of(clone))
    done = congkhai("verify", site, "--rebuild", *where)
    assert done.status == 0 and "tệp dựng lại giống từng byte" in done.said, done.said
    done = congkhai("edition", "close", "2019-Q4.2", "--yes", "--data", data_of(clone))
    assert done.status == 2 and "kho dữ liệu gốc" in done.said


def test_nothing_but_an_older_copy_is_replaced(city: City, tmp_path: Path) -> None:
    full = tmp_path / "đầy"
    full.mkdir()
    (full / "thư.txt").write_text("x", "utf-8")
    for out in (full, full / "thư.txt", city.root, city.root.parent, city.root / "bản sao"):
        done = forget(city, out)
        assert done.status == 2 and "“" in done.said, done.said
    assert (full / "thư.txt").read_text("utf-8") == "x" and not city.repo.is_dirty()
    made = tmp_path / "bản sao"
    assert forget(city, made).status == 0
    (made / "thêm.txt").write_text("x", "utf-8")
    assert forget(city, made).status == 2 and (made / "thêm.txt").exists()


def test_it_asks_first(city: City, tmp_path: Path) -> None:
    done = congkhai("forget", "--data", city.data, "--out", tmp_path / "bản sao")
    assert done.status == 2 and "--yes" in done.said and not any(tmp_path.iterdir())


def test_a_name_whose_end_the_ledger_does_not_know_is_not_forgotten_yet(
    city: City, tmp_path: Path
) -> None:
    mine = city.copied(tmp_path)
    mine.edit("city.yaml", "as_of: 2019-10-05", "as_of: 2019-10-06")
    add(
        mine, "corrections.csv", record_id="ng-2018-002", kind="revoked",
        reason="Nhầm", text="Thu hồi", published_on="2019-10-06",
    )  # fmt: skip
    mine.save("Thu hồi")
    done = forget(mine, tmp_path / "bản sao")
    assert done.status == 2 and "ng-2018-002" in done.said and "edition close" in done.said
    assert [path.name for path in tmp_path.iterdir()] == [mine.root.name]


def test_what_is_not_saved_is_not_copied(city: City, tmp_path: Path) -> None:
    mine = city.copied(tmp_path)
    mine.edit("units.csv", "Phường Hoa Sen", "Phường Hoa Súng")
    done = forget(mine, tmp_path / "bản sao")
    assert done.status == 2 and "units.csv" in done.said


def test_no_name_of_a_file_or_a_branch_holds_a_name(city: City, tmp_path: Path) -> None:
    mine = city.copied(tmp_path)
    mine.repo.git.branch("-m", "thoi-neu-quach-van-khue")
    done = forget(mine, tmp_path / "bản sao")
    assert done.status == 2 and "nhánh git" in done.said
    mine.repo.git.branch("-m", "main")
    table = mine.data / "dossiers" / f"{ENDED}.csv"
    (mine.data / "dossiers" / "2018-q1.csv").rename(table)
    mine.edit("datapackage.yaml", "dossiers/2018-q1.csv", f"dossiers/{ENDED}.csv", "Đổi tên tệp")
    done = forget(mine, tmp_path / "bản sao")
    assert done.status == 2 and "một tệp dữ liệu" in done.said
    assert [path.name for path in tmp_path.iterdir()] == [mine.root.name]
