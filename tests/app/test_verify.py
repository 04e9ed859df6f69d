"""Every kind of tampering is found and named, also when the sums were made to fit."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import minisign
import pytest

from generator.app.verify import Asked, check_signature, verification
from generator.ledger.chain import Chain, LedgerLine, parse_chain
from generator.ledger.checksums import FILE, parse_sums
from generator.model.text import vn_number
from generator.verify import BadSite, StepResult, open_site
from generator.verify.ledger import read_chain
from generator.verify.pages import check_pages
from generator.verify.tables import check_tables
from worlds.command import congkhai
from worlds.forged import LEDGER, Forged

FILES, CHAIN, SINCE = "Từng tệp của trang", "Sổ công khai", "So với bản sổ cũ"
RECORDS, TABLES = "Từng bản ghi so với sổ", "Từng bảng dữ liệu so với kỳ đã đóng"
FIGURES, SOURCE = "Tính lại số liệu từ các bảng đếm", "Tệp nguồn của trang so với sổ"
OFFLINE = "Bản ngoại tuyến so với trang"
MADE = "Nguồn tin, kịch bản, số liệu của biểu đồ"
PAGES = "Ô và con số trên từng trang so với dữ liệu"


def test_a_site_as_it_was_made_is_right(forged: Forged) -> None:
    with open_site(forged.folder) as site:
        steps = {step.title: step for step in verification(site, Asked(forged.old))}
    assert {step.state for step in steps.values()} == {"right"}
    read = [FILES, CHAIN, SINCE, RECORDS, TABLES, PAGES, MADE]
    assert list(steps) == [*read, OFFLINE, SOURCE, FIGURES]


def test_every_file_is_in_the_list_of_hashes_but_the_list_itself(built_site: Path) -> None:
    paths = (path for path in built_site.rglob("*") if path.is_file())
    listed = [*parse_sums((built_site / FILE).read_bytes())[0]]
    assert listed == sorted({path.relative_to(built_site).as_posix() for path in paths} - {FILE})


def test_a_figure_edited_in_a_page(forged: Forged) -> None:
    forged.edit("don-vi/index.html", "%", ",0%")
    assert forged.wrong() == {FILES: "don-vi/index.html: nội dung khác với lúc công bố."}


def test_a_file_added_and_a_file_taken_away(forged: Forged) -> None:
    forged.write("phe-binh/them.html", "x")
    (forged.folder / "robots.txt").unlink(missing_ok=True)
    (forged.folder / "404.html").unlink()
    found = forged.steps()[FILES].findings
    assert ("404.html", "tệp có trong danh sách nhưng đã bị bỏ khỏi trang.") in [
        (item.place, item.sentence) for item in found
    ]
    assert any(item.place == "phe-binh/them.html" and "thêm vào" in item.sentence for item in found)


def test_a_figure_edited_in_the_csv(forged: Forged) -> None:
    path = forged.folder / "du-lieu" / "figures.csv"
    head, first, rest = path.read_text("utf-8").split("\n", 2)
    cells = first.split(",")
    cells[9] = str(int(cells[9]) + 1)
    forged.write("du-lieu/figures.csv", "\n".join((head, ",".join(cells), rest)))
    assert forged.wrong()[FILES].startswith("du-lieu/figures.csv")
    forged.make_sums_fit()
    wrong = forged.wrong()
    assert set(wrong) == {TABLES, FIGURES}
    assert wrong[FIGURES].startswith("du-lieu/figures.csv: có dòng tính lại không ra (1 dòng)")


UNTOLD, TOLD = '"tables": [],', '"tables": ["{}.csv"],'
"""What a site says changed since the last closing: nothing, and a table."""
STAYING = ("figures", "day_counts", "day_off_counts", "apology_counts", "one_stop",
           "dossier_counts", "histogram", "phase_days")  # fmt: skip


@pytest.mark.parametrize("name", STAYING)
def test_a_row_of_a_closed_quarter_is_held_against_the_ledger_whatever_is_told(
    forged: Forged, name: str
) -> None:
    forged.edit("du-lieu/datapackage.json", UNTOLD, TOLD.format(name))
    path = forged.folder / f"du-lieu/{name}.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    row = next(line for line in reversed(lines) if ",2018-Q1," in f",{line}")
    changed = {"changed": row.replace("1", "2", 1), "dropped": "", "doubled": row * 2}
    for now in changed.values():
        forged.write(f"du-lieu/{name}.csv", "".join(now if x is row else x for x in lines))
        assert [f"{found.place}: {found.sentence}" for found in tables_step(forged).findings] == [
            f"du-lieu/{name}.csv: các dòng của những quý đã đóng khác với kỳ 2018-Q4."
        ]


def test_a_row_of_an_open_table_is_wrong_unless_the_site_tells_of_the_change(
    forged: Forged,
) -> None:
    forged.edit("du-lieu/assignments.csv", "2018-", "2019-")
    assert [item.place for item in tables_step(forged).findings] == ["du-lieu/assignments.csv"]
    forged.edit("du-lieu/datapackage.json", UNTOLD, TOLD.format("assignments"))
    told = tables_step(forged)
    assert told.state == "unknown" and "1 bảng đã khác" in told.sentence
    assert "assignments.csv" in told.sentence
    assert "4 quý đã đóng, trong 8 bảng" in told.sentence


@pytest.mark.parametrize("told", ["", "{", "[]", '{"changed_since_closing": {"tables": [[]]}}'])
def test_a_package_that_tells_nothing_tells_of_no_change(forged: Forged, told: str) -> None:
    forged.write("du-lieu/datapackage.json", told)
    assert tables_step(forged).state == "right"
    forged.edit("du-lieu/assignments.csv", "2018-", "2019-")
    assert tables_step(forged).state == "wrong"


def tables_step(forged: Forged) -> StepResult:
    with open_site(forged.folder) as site:
        chain = read_chain(site)
        assert isinstance(chain, Chain)
        return check_tables(site, chain)


def test_a_count_edited_in_the_parquet(forged: Forged, tmp_path: Path) -> None:
    source, target = forged.folder / "du-lieu" / "histogram.parquet", tmp_path / "h.parquet"
    duckdb.sql(
        f"COPY (SELECT * REPLACE (dossier_count + 1 AS dossier_count) FROM '{source}')"
        f" TO '{target}' (FORMAT parquet)"
    )
    forged.write("du-lieu/histogram.parquet", target.read_bytes())
    forged.make_sums_fit()
    assert set(forged.wrong()) == {FIGURES}


def test_a_parquet_that_is_none(forged: Forged) -> None:
    forged.write("du-lieu/phase_days.parquet", "rác")
    forged.make_sums_fit()
    assert forged.wrong() == {FIGURES: "du-lieu/: các bảng đếm (.parquet) không đọc được."}


def test_a_record_removed(forged: Forged) -> None:
    path = "du-lieu/criticisms.csv"
    rows = (forged.folder / path).read_text("utf-8").splitlines(keepends=True)
    forged.write(path, "".join(row for row in rows if not row.startswith("pb-2018-010,")))
    forged.make_sums_fit()
    wrong = forged.wrong()
    assert set(wrong) - {MADE} == {RECORDS, TABLES, PAGES}
    gone = "đã vào sổ nhưng không còn trong dữ liệu mở."
    assert wrong[RECORDS] == f"criticisms/pb-2018-010: {gone}"


def test_a_reason_reworded(forged: Forged) -> None:
    forged.edit("du-lieu/corrections.csv", "đối chiếu lại với sổ theo dõi", "xem lại sổ theo dõi")
    forged.make_sums_fit()
    wrong = forged.wrong()
    assert set(wrong) - {MADE} == {RECORDS, TABLES, PAGES}
    assert wrong[RECORDS].endswith("/corrected: cột reason khác với lúc vào sổ.")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (",Đã bố trí,", ",Đã bố trí đủ,", "kn-2018-10: cột reply khác với lúc vào sổ."),
        (",Đã bố trí,", ",,", "kn-2018-10: cột reply khác với lúc vào sổ."),
        (",declined,", ",accepted,", "kn-2018-07: cột outcome khác với lúc vào sổ."),
        (",2018-08-20,2018-09-11,", ",2018-08-20,2018-12-31,", "kn-2018-09: cột due_on khác"),
        ("accepted,pb-2018-011", "accepted,", "kn-2018-01: cột closed_by khác với lúc vào sổ."),
    ],
)
def test_a_recommendation_reworded_emptied_or_given_more_time(
    forged: Forged, old: str, new: str, told: str
) -> None:
    forged.edit("du-lieu/recommendations.csv", old, new)
    forged.make_sums_fit()
    wrong = forged.wrong()
    assert set(wrong) - {PAGES, MADE} == {RECORDS, TABLES}
    assert wrong[RECORDS].startswith(f"recommendations/{told}")


def test_a_recommendation_removed(forged: Forged) -> None:
    path = "du-lieu/recommendations.csv"
    rows = (forged.folder / path).read_text("utf-8").splitlines(keepends=True)
    forged.write(path, "".join(row for row in rows if not row.startswith("kn-2018-09,")))
    forged.make_sums_fit()
    gone = "recommendations/kn-2018-09: đã vào sổ nhưng không còn trong dữ liệu mở."
    assert forged.wrong()[RECORDS] == gone


def test_the_reason_of_a_withdrawal_taken_away(forged: Forged) -> None:
    reason = '"Qua kiểm tra lại, việc ấy không có"'
    forged.edit("du-lieu/corrections.csv", f"withdrawn,{reason},", "withdrawn,,")
    forged.make_sums_fit()
    assert forged.wrong()[RECORDS].endswith("/withdrawn: cột reason khác với lúc vào sổ.")


def test_openings_made_to_fit_do_not_fit_the_ledger(forged: Forged) -> None:
    with_openings(forged, lambda o: o["leaves"].update(clause="0" * 64), "criticisms/pb-2018-027")
    forged.make_sums_fit()
    assert "khóa không khớp với mã ở dòng" in forged.wrong()[RECORDS]


OPENINGS = "du-lieu/so-cong-khai-khoa.jsonl"


def with_openings(forged: Forged, change: Callable[[dict[str, Any]], None], record: str) -> None:
    """Changes the opening of a record, and writes all else to fit."""
    lines = [json.loads(x) for x in (forged.folder / OPENINGS).read_text("utf-8").splitlines()]
    for line in lines:
        if line["record"] == record:
            change(line)
    forged.write(OPENINGS, "".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines))


WORDS = ("Ba lần liên tiếp cử người", "Một lần cử người")
"""What a criticism says, and what a forger would have it say."""


@pytest.mark.parametrize("gone", [("rest", "said"), ("said",), ("rest",)])
def test_a_record_reworded_whose_salts_were_emptied(forged: Forged, gone: tuple[str, ...]) -> None:
    def emptied(opening: dict[str, Any]) -> None:
        opening["salts"] = {k: v for k, v in opening["salts"].items() if k not in gone}

    with_openings(forged, emptied, "criticisms/pb-2018-027")
    forged.edit("du-lieu/criticisms.csv", *WORDS)
    forged.make_sums_fit()
    assert "criticisms/pb-2018-027: cột" in forged.wrong()[RECORDS]


def test_a_record_with_two_openings(forged: Forged) -> None:
    first = (forged.folder / OPENINGS).read_text("utf-8").splitlines(keepends=True)[0]
    forged.edit(OPENINGS, first, first.replace('"rest":"', '"rest":"0') + first)
    forged.make_sums_fit()
    assert "có bản ghi mang hai khóa." in forged.wrong()[RECORDS]


def test_a_record_reworded_and_said_to_be_withdrawn(forged: Forged) -> None:
    with_openings(forged, lambda o: o["salts"].pop("said"), "criticisms/pb-2018-027")
    forged.edit("du-lieu/criticisms.csv", *WORDS)
    forged.edit("du-lieu/criticisms.csv", "2018-10-12,in_force,", "2018-10-12,withdrawn,")
    forged.make_sums_fit()
    assert "không còn khóa để đối chiếu" in forged.wrong()[RECORDS]


@pytest.mark.parametrize("column", ["violation", "reply", "found_on", "record_id"])
def test_a_column_dropped_from_the_open_data(forged: Forged, column: str) -> None:
    path = "du-lieu/criticisms.csv"
    forged.edit(path, column, f"{column}_cu")
    forged.make_sums_fit()
    assert RECORDS in forged.wrong()


def test_a_column_whose_commitment_was_dropped(forged: Forged) -> None:
    with_openings(forged, lambda o: o["leaves"].pop("violation"), "criticisms/pb-2018-027")
    forged.edit("du-lieu/criticisms.csv", *WORDS)
    forged.make_sums_fit()
    assert "khóa không khớp" in forged.wrong()[RECORDS]


def test_a_record_put_in_twice(forged: Forged) -> None:
    path = forged.folder / "du-lieu/criticisms.csv"
    head, first, rest = path.read_text("utf-8").split("\n", 2)
    forged.write("du-lieu/criticisms.csv", "\n".join((head, first.replace(*WORDS), first, rest)))
    forged.make_sums_fit()
    assert forged.wrong()[RECORDS] == ("criticisms/pb-2018-027: có hơn một dòng trong dữ liệu mở.")


def test_an_empty_list_of_sums(forged: Forged) -> None:
    forged.write(FILE, b"")
    assert forged.wrong()[FILES] == "SHA256SUMS: tệp này không liệt kê tệp nào."


def test_what_was_not_looked_at_is_counted(forged: Forged) -> None:
    forged.edit("index.html", "Công khai", "Kín")
    forged.make_sums_fit()
    assert not forged.wrong()
    with open_site(forged.folder) as site:
        pages = sum(path.endswith(".html") for path in site.paths) - len(check_pages(site).looked)
    said = run("verify", "--quick", str(forged.folder))[1]
    assert f"{vn_number(pages)} tệp .html" in said and "không thấy chỗ nào sai" not in said


FORGERIES: dict[str, Callable[[tuple[LedgerLine, ...]], tuple[LedgerLine, ...]]] = {
    "dropped": lambda x: (*x[:9], *x[10:]),
    "inserted": lambda x: (*x[:9], replace(x[3], digest="0" * 64), *x[9:]),
    "reordered": lambda x: (*x[:9], x[10], x[9], *x[11:]),
    "rewritten": lambda x: (*x[:9], replace(x[9], edition="2018-Q3"), *x[10:]),
}


@pytest.mark.parametrize("kind", FORGERIES)
def test_a_ledger_written_anew_is_no_longer_the_one_that_was_kept(
    forged: Forged, kind: str
) -> None:
    lines = FORGERIES[kind](parse_chain(forged.old).lines)
    forged.write(LEDGER, Chain().with_lines(lines).content)
    forged.make_sums_fit()
    assert forged.wrong(forged.old)[SINCE].startswith(f"{LEDGER}, dòng 10: ")
    told = "thiếu 1 dòng cuối" if kind == "dropped" else "không còn đúng với bản chốt sổ đã giữ"
    assert told in forged.wrong(forged.checkpoint)[SINCE]


@pytest.mark.parametrize(
    ("change", "since"),
    [
        (lambda x: x[:9] + x[10:], "dòng của bản cũ đã bị bỏ"),
        (lambda x: [*x[:9], x[3], *x[9:]], "chèn thêm vào giữa sổ"),
        (lambda x: [*x[:9], x[10], x[9], *x[11:]], "đã bị đảo chỗ"),
        (
            lambda x: [*x[:9], x[9].replace(b"published", b"withdrawn"), *x[10:]],
            "từ dòng này sổ đã bị viết lại",
        ),
    ],
)
def test_a_ledger_edited_by_hand(
    forged: Forged, change: Callable[[list[bytes]], list[bytes]], since: str
) -> None:
    forged.write(LEDGER, b"".join(change(forged.old.splitlines(keepends=True))))
    found = forged.steps(forged.old)
    heads = [item for item in found[CHAIN].findings if item.place == FILE]
    assert "mã cuối sổ ghi ở đây không phải" in heads[0].sentence
    difference = found[SINCE].findings[0]
    assert difference.place == f"{LEDGER}, dòng 10" and since in difference.sentence


def test_an_older_ledger_replayed(forged: Forged) -> None:
    lines = parse_chain(forged.old).lines
    forged.write(LEDGER, Chain(lines[:60]).content)
    forged.make_sums_fit()
    wrong = forged.wrong(forged.old)
    assert wrong[SINCE].endswith(f"cũ hơn bản đưa ra so: thiếu {len(lines) - 60} dòng cuối.")
    assert RECORDS in wrong


def test_a_ledger_taken_away(forged: Forged) -> None:
    (forged.folder / LEDGER).unlink()
    assert forged.wrong()[CHAIN] == f"{LEDGER}: sổ đã bị bỏ khỏi trang."


def run(*words: str) -> tuple[int, str]:
    done = congkhai(*words)
    return done.status, done.said


def signature(forged: Forged, key: str) -> str:
    """What is wrong with a site's signature by a key."""
    with open_site(forged.folder) as site:
        (found,) = check_signature(site, key).findings
        return found.sentence


def test_a_signature_covers_everything(forged: Forged, tmp_path: Path) -> None:
    pair = minisign.KeyPair.generate()
    secret, public = tmp_path / "bi-mat.key", tmp_path / "cong-khai.pub"
    secret.write_bytes(bytes(pair.secret_key))
    public.write_bytes(bytes(pair.public_key))
    status, said = run("verify", "--quick", str(forged.folder), "--key", str(public))
    assert status == 1 and "không biết do ai công bố" in said
    assert run("edition", "sign", str(forged.folder), "--secret-key", str(secret))[0] == 0
    status, said = run("verify", "--quick", str(forged.folder), "--key", str(public))
    assert status == 0 and "Chữ ký: ĐÚNG" in said
    other = minisign.KeyPair.generate().public_key.to_base64().decode()
    assert "không phải của khóa" in signature(forged, other)
    forged.edit("index.html", "Công khai", "Kín")
    forged.make_sums_fit()
    assert "đã bị sửa sau khi ký" in signature(forged, public.read_text("utf-8"))


def test_a_zip_is_looked_at_as_a_folder_is(built_site: Path) -> None:
    copy = built_site / "du-lieu" / "ban-ngoai-tuyen.zip"
    status, said = run("verify", "--quick", str(copy), "--since", str(built_site / LEDGER))
    assert status == 0 and "tệp .html" in said
    assert said.endswith("KẾT LUẬN: trong những gì đã đối chiếu, không có gì sai.\n")


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("x", "utf-8")
    for place in (tmp_path, tmp_path / "a.zip", tmp_path / "không có"):
        assert run("verify", str(place))[0] == 2
    bomb = tmp_path / "b.zip"
    with zipfile.ZipFile(bomb, "w") as archive:
        archive.writestr(FILE, b"")
        archive.filelist[0].file_size = (2 << 30) + 1  # what a real bomb says of itself
    with pytest.raises(BadSite, match="2 GB"), open_site(bomb):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("trang/index.html", "hơn một tệp tên"),
        ("trang/INDEX.html", "hơn một tệp tên"),
        ("khac.html", "nằm ngoài thư mục"),
        ("trang/../khac.html", "nằm ngoài thư mục"),
        ("trang/a\\b.html", "nằm ngoài thư mục"),
    ],
)
def test_a_zip_that_plays_tricks_is_refused(tmp_path: Path, name: str, told: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in ("trang/SHA256SUMS", "trang/index.html", name):
            archive.writestr(path, b"")
    with pytest.raises(BadSite, match=told), open_site(tmp_path / "a.zip"):
        pass


def test_links_out_of_the_site_are_not_followed(forged: Forged, tmp_path: Path) -> None:
    secret = tmp_path / "mat.txt"
    secret.write_text("bí mật", "utf-8")
    (forged.folder / "du-lieu" / "units.csv").unlink()
    (forged.folder / "du-lieu" / "units.csv").symlink_to(secret)
    assert "du-lieu/units.csv" in forged.wrong()[FILES]
