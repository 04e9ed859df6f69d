"""The verification page, in a real browser, with a site's folder given to it; also from a disk."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import minisign
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import needs_chromium
from worlds.paths import DATA

pytestmark = needs_chromium
LEDGER = "du-lieu/so-cong-khai.jsonl"
SIZE = len((DATA / "ledger.jsonl").read_bytes().splitlines())
RIGHT = "Trong những gì đã đối chiếu, không có gì sai."


def linked(site: Path, folder: Path, left_out: Callable[..., set[str]]) -> Path:
    """Some of the site's files, as links, and the sums of these alone."""
    shutil.copytree(site, folder, ignore=left_out, copy_function=os.link)
    (folder / "SHA256SUMS").unlink()
    sums = (site / "SHA256SUMS").read_text("utf-8").splitlines(keepends=True)
    kept = [x for x in sums if x[0] == "#" or (folder / x[66:].strip()).is_file()]
    (folder / "SHA256SUMS").write_text("".join(kept), "utf-8")
    return folder


@pytest.fixture
def copy(built_site: Path, tmp_path: Path) -> Path:
    """The site's open data and its pages."""
    left_out = shutil.ignore_patterns("assets", "bieu-do", "chia-se", "ban-tin*")
    return linked(built_site, tmp_path / "trang", left_out)


def data_of(site: Path, folder: Path) -> Path:
    """The site's open data and its first page: to read all pages takes four times as long."""
    kept = {"du-lieu", "index.html", "SHA256SUMS"}

    def left_out(place: str, names: list[str]) -> set[str]:
        packed = shutil.ignore_patterns("*.zip", "*.xlsx")(place, names)
        return {*names} - kept if Path(place) == site else packed

    return linked(site, folder, left_out)


@pytest.fixture
def data(built_site: Path, tmp_path: Path) -> Path:
    """Those, to be tampered with."""
    return data_of(built_site, tmp_path / "dữ liệu")


@pytest.fixture(scope="module")
def untouched(page: Page, built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said of them as they were made: of the pages that are not there, and no more."""
    said = give(page, data_of(built_site, tmp_path_factory.mktemp("untouched") / "dữ liệu"))
    assert said.startswith("Có 1 mục sai.")
    return said


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """The page that verifies; nothing that it is given leaves it."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}giam-sat/kiem-chung/")
    expect(page.locator("[data-ck-verify]")).to_be_visible()
    page.wait_for_load_state("networkidle")
    known = len(asked)
    yield page
    assert asked[known:] == [], "files of the reader must not leave the browser"
    context.close()


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    """One for all that are given nothing but a folder, a key or a code."""
    with opened(browser, site_address) as page:
        yield page


@pytest.fixture
def fresh(browser: Browser, site_address: str) -> Iterator[Page]:
    """One of its own: an older ledger stays chosen."""
    with opened(browser, site_address) as page:
        yield page


TYPED = """(typed) => {
  for (const [name, words] of Object.entries(typed))
    document.querySelector(`[name=${name}]`).value = words
  document.querySelector("[data-ck-report]").replaceChildren()
}"""
"""All at once: after each change by hand the folder of before would be verified once more."""


def give(page: Page, folder: Path, old: Path | None = None, key: str = "", code: str = "") -> str:
    """What the page says of a folder, beside what else it is given."""
    if old is not None:
        page.set_input_files("[name=old-ledger]", old)
    page.evaluate(TYPED, {"key": key, "code": code})
    page.set_input_files("[name=folder]", folder)
    expect(page.locator("[data-ck-report] .ck-finding")).to_be_visible()
    return page.locator("[data-ck-report]").inner_text()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.unlink()
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_copy_as_it_was_made_is_right(fresh: Page, copy: Path, built_site: Path) -> None:
    told = give(fresh, copy, built_site / LEDGER)
    assert told.startswith(RIGHT), told


def code_shown(site: Path) -> str:
    """The code as the ledger's page shows it."""
    shown = (site / "giam-sat" / "so-cong-khai" / "index.html").read_text("utf-8")
    return re.sub(r"<[^>]+>", "", shown.split('class="ck-code">')[1].split("</p>")[0])


def test_the_code_alone_is_held_against_the_page_s_own(page: Page, built_site: Path) -> None:
    report = page.locator("[data-ck-report] li").first
    words = code_shown(built_site)
    for typed, told in [
        (words, "Sáu từ đúng là mã của sổ khi đóng kỳ 2018-Q4. Đó mới là mã ghi trên trang này"),
        (" ".join(words.split()[::-1]), "không kỳ nào trong sổ này có sáu từ ấy"),
        ("đá gió", "gồm 6 từ, ở đây có 2 từ"),
    ]:
        page.fill("[name=code]", typed)
        page.press("[name=code]", "Enter")
        expect(report).to_contain_text(told)


def test_the_code_that_was_heard_is_looked_for(
    page: Page, copy: Path, data: Path, built_site: Path
) -> None:
    words = code_shown(built_site).split()
    told = give(page, copy, code=", ".join(words).upper())
    assert told.startswith(RIGHT) and "Sáu từ đúng là mã của sổ khi đóng kỳ 2018-Q4." in told
    assert "ghi trên trang này" not in told
    give(page, data)
    report = page.locator("[data-ck-report]")
    for typed, verdict, told in [
        (" ".join(words[::-1]), "Có 2 mục sai.", "không kỳ nào trong sổ này có sáu từ ấy"),
        ("đá gió", "Có 1 mục sai.", "gồm 6 từ, ở đây có 2 từ"),
    ]:
        page.fill("[name=code]", typed)
        page.press("[name=code]", "Enter")
        expect(report).to_contain_text(told)
        expect(report.locator(".ck-finding")).to_contain_text(verdict)


def test_what_is_asked_later_answers(page: Page, built_site: Path) -> None:
    words = code_shown(built_site)
    for typed in (" ".join(words.split()[::-1]), "đá gió"):
        page.fill("[name=code]", typed)
        page.press("[name=code]", "Enter")
    report = page.locator("[data-ck-report]")
    expect(report).to_contain_text("gồm 6 từ, ở đây có 2 từ")
    page.evaluate("typed => ckVerify.checkCode(typed)", " ".join(words.split()[::-1]))
    expect(report).to_contain_text("gồm 6 từ, ở đây có 2 từ")


IN_TABLES = [
    ("index.html", "Công khai", "Kín", "index.html: nội dung khác với lúc công bố."),
    (
        "du-lieu/corrections.csv", "đối chiếu lại với sổ", "xem lại sổ",
        "/corrected: cột reason khác với lúc vào sổ.",
    ),
    (
        "du-lieu/recommendations.csv", ",Đã bố trí,", ",,",
        "recommendations/kn-2018-10: cột reply khác với lúc vào sổ.",
    ),
    (
        "du-lieu/dossier_counts.csv", ",2018-Q1,", ",2018-Q2,",
        "không bằng tổng các số đếm.",
    ),
]  # fmt: skip
ALONE = [
    (
        "du-lieu/figures.csv", ",0.", ",0.0",
        "không khớp với các số đếm.",
    ),
    (
        "du-lieu/figures.csv", ",0,5\n", ",0,4\n",
        "figures.csv, toàn địa bàn: bách phân vị 90 không khớp với bảng đếm theo số ngày.",
    ),
    (
        "du-lieu/figures.csv", ",0,5\n", ",,\n",
        "figures.csv, toàn địa bàn: trung vị bị bỏ trống.",
    ),
    (LEDGER, '"on":"2018-06-30"', '"on":"2018-06-29"', "dòng 2: ngày của dòng này lùi lại"),
    (LEDGER, "ng-2018-002", "ng-2018-003", "dòng 3: việc này không thể đến sau những việc đã"),
    (LEDGER, '"version":"1', '"version":"2', "SHA256SUMS: mã cuối sổ ghi ở đây không phải là"),
    (
        "du-lieu/so-cong-khai/checkpoint", f"\n{SIZE}\n", f"\n{SIZE - 1}\n",
        "tệp này của sổ không đúng như các dòng",
    ),
]  # fmt: skip
"""What would hide another attack: on figures, and on the ledger itself."""
Attack = tuple[str, str, str, str]
"""A file, what stands in it, what a forger writes instead, and what is said of that."""


@pytest.mark.parametrize(
    "attacks", [IN_TABLES, *([attack] for attack in ALONE)], ids=lambda some: some[0][1]
)
def test_what_was_tampered_with_is_named(
    page: Page, data: Path, untouched: str, attacks: list[Attack]
) -> None:
    for name, old, new, _ in attacks:
        edit(data / name, old, new)
    said = give(page, data)
    assert not [told for *_, told in attacks if told not in said or told in untouched], said


@pytest.mark.parametrize("gone", [["said"], ["rest"], ["rest", "said"]])
def test_a_record_reworded_whose_salts_were_emptied(
    page: Page, data: Path, untouched: str, gone: list[str]
) -> None:
    path = data / "du-lieu/so-cong-khai-khoa.jsonl"
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for line in lines:
        if line["record"] == "criticisms/pb-2018-027":
            line["salts"] = {name: salt for name, salt in line["salts"].items() if name not in gone}
    path.unlink()
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    edit(data / "du-lieu/criticisms.csv", "Ba lần liên tiếp cử người", "Một lần cử người")
    said = give(page, data)
    assert "khác với lúc" not in untouched
    assert "criticisms/pb-2018-027: cột violation không còn khóa" in said or "khác với lúc" in said


def test_a_row_of_a_closed_quarter_taken_away_whatever_is_told(page: Page, data: Path) -> None:
    told = '"tables": ["assignments.csv", "phase_days.csv"],'
    edit(data / "du-lieu/datapackage.json", '"tables": [],', told)
    edit(data / "du-lieu/assignments.csv", "2018-", "2019-")
    assert "Riêng các dòng của 4 quý đã đóng, trong 8 bảng, đúng như trong sổ." in give(page, data)
    path = data / "du-lieu/phase_days.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    edit(path, next(line for line in lines if ",2018-Q1," in f",{line}"), "")
    told = "phase_days.csv: các dòng của những quý đã đóng khác với kỳ 2018-Q4."
    assert told in give(page, data)


def test_a_record_put_in_twice(page: Page, data: Path) -> None:
    row = (data / "du-lieu/criticisms.csv").read_text("utf-8").splitlines(keepends=True)[1]
    edit(data / "du-lieu/criticisms.csv", row, row + row)
    assert "có hơn một dòng trong dữ liệu mở." in give(page, data)


def test_a_record_with_two_openings(page: Page, data: Path) -> None:
    path = data / "du-lieu/so-cong-khai-khoa.jsonl"
    first = path.read_text("utf-8").splitlines(keepends=True)[0]
    edit(path, first, first.replace('"rest":"', '"rest":"0') + first)
    assert "có bản ghi mang hai khóa." in give(page, data)


def test_a_column_dropped(page: Page, data: Path) -> None:
    edit(data / "du-lieu/criticisms.csv", "violation", "vi_pham")
    assert "cột violation đã bị bỏ khỏi dữ liệu mở." in give(page, data)


def test_what_was_not_looked_at_is_counted(page: Page, copy: Path) -> None:
    said = give(page, copy)
    assert "Chưa đối chiếu với điều gì đã chốt" in said and " tệp .html" in said


OWN, LISTED = "phe-binh/pb-2018-{}/index.html".format, "phe-binh/index.html"
MARK = 'data-cell="{}"'.format
LED = f'data-record="commendations/ng-2018-029" {MARK("reason")}'
ON_PAGES = [
    (OWN("021"), ">Để 12 hồ sơ", ">Để 2 hồ sơ", "pb-2018-021/index.html: “Để 2 hồ sơ"),
    (
        OWN("021"), ">04/09/2018<", ">05/09/2018<",
        "“05/09/2018” không phải là nội dung cột replied_on của criticisms/pb-2018-021",
    ),
    (
        OWN("013"), f"{MARK('subject_name')}>", f"{MARK('subject_name')}>Ông ",
        "phe-binh/pb-2018-013/index.html: “Ông ",
    ),
    (
        OWN("020"), f" {MARK('violation')}", "",
        "cột violation của criticisms/pb-2018-020 không còn trên trang",
    ),
    (
        OWN("019"), MARK("found_on"), f"hidden {MARK('found_on')}",
        "cột found_on của criticisms/pb-2018-019 bị giấu khỏi mắt người đọc.",
    ),
    (
        OWN("017"), MARK("clause"), MARK("status"),
        "là cột status của criticisms/pb-2018-017, mà dữ liệu mở không có ô ấy.",
    ),
    (
        "neu-guong/ng-2018-028/index.html", MARK("reason"), LED,
        "chứa cột reason của bản ghi khác (commendations/ng-2018-029)",
    ),
]  # fmt: skip
IN_LISTS = [
    (
        "dinh-chinh/index.html", f"{MARK('text')}>", f"{MARK('text')}>Không ",
        "dinh-chinh/index.html: “Không ",
    ),
    ("index.html", f"{MARK('decision_no')}>", f"{MARK('decision_no')}>1", "index.html: “1MẪU"),
    (
        "giam-sat/index.html", f"{MARK('sent_on')}>", f"{MARK('sent_on')}>1",
        "giam-sat/index.html: “1",
    ),
]  # fmt: skip


WARD, UNITS = "don-vi/p-dong-tho/index.html", "don-vi/index.html"
OF_FIGURES = [
    (WARD, f"{MARK('received_count')}>", f"{MARK('received_count')}>1", f"{WARD}: “1"),
    (
        UNITS, f"{MARK('without_result_share')}>", f"{MARK('without_result_share')}>1",
        "nội dung cột without_result_share của figures/",
    ),
    (
        "thu-tuc/index.html", f"{MARK('p90_days')}>", f"{MARK('p90_days')}>1",
        "nội dung cột p90_days của figures/",
    ),
    (
        "don-vi/p-dong-son/index.html", "figures/p-dong-son////", "figures/p-dong-tho////",
        "số liệu của p-dong-tho được ghi như của đơn vị, thủ tục hoặc quý khác.",
    ),
    ("phe-binh/atom.xml", "<summary>", "<summary>Không ", "phe-binh/atom.xml: tin về pb-2018-027"),
    ("atom.xml", "Ba lần liên tiếp cử", "Một lần cử", "atom.xml: tin về pb-2018-027 không đúng"),
    (
        "phat-thanh/moi-nhat.txt", "Kính chào quý vị", "Chào quý vị",
        "phat-thanh/moi-nhat.txt: không nói cùng những câu như phat-thanh/moi-nhat.json.",
    ),
    ("phat-thanh/moi-nhat-ngan.json", '"items"', '"item"', "kịch bản này không đọc được."),
]  # fmt: skip


@pytest.mark.parametrize(
    "attacks", [ON_PAGES, IN_LISTS, OF_FIGURES], ids=["on pages", "in lists", "of figures"]
)
def test_what_pages_show_is_held_against_the_open_data(
    page: Page, copy: Path, attacks: list[Attack]
) -> None:
    for path, old, new, _ in attacks:
        edit(copy / path, old, new)
    said = give(page, copy)
    assert not [told for *_, told in attacks if told not in said], said


def test_pages_added_taken_away_or_left_out_of_a_list_are_named(page: Page, copy: Path) -> None:
    added = copy / OWN("099")
    added.parent.mkdir()
    added.write_text("<p>Thêm</p>", "utf-8")
    (copy / OWN("016")).unlink()
    edit(copy / LISTED, 'data-record="criticisms/pb-2018-022"', "data-x")
    said = give(page, copy)
    assert f"{OWN('099')}: trang này không phải của" in said
    assert f"{OWN('016')}: không có trang của criticisms/pb-2018-016" in said
    assert f"{LISTED}: danh sách thiếu criticisms/pb-2018-022" in said


def signed(folder: Path, *, prehash: bool = False) -> str:
    """Signs a copy as `congkhai edition sign` does; gives the public key as it is printed."""
    pair = minisign.KeyPair.generate()
    sums = (folder / "SHA256SUMS").read_bytes()
    signature = pair.secret_key.sign(sums, prehash=prehash, trusted_comment="SHA256SUMS")
    (folder / "SHA256SUMS.minisig").write_bytes(bytes(signature))
    return pair.public_key.to_base64().decode()


def test_a_signature_is_looked_at(page: Page, copy: Path, data: Path) -> None:
    assert "trang không có chữ ký" in give(page, data, key="RW" + "A" * 54)
    told = give(page, copy, key=signed(copy))
    assert told.startswith(RIGHT) and "do đúng người giữ khóa ký" in told, told
    signed(data)
    other = minisign.KeyPair.generate().public_key.to_base64().decode()
    assert "không phải của khóa đưa ra" in give(page, data, key=other)
    assert "không phải là khóa công khai minisign" in give(page, data, key="khóa")


@pytest.mark.parametrize("place", ["SHA256SUMS", "SHA256SUMS.minisig"])
def test_a_signature_that_was_tampered_with_is_named(page: Page, data: Path, place: str) -> None:
    key = signed(data)
    edit(data / place, *(("6", "7") if place == "SHA256SUMS" else ("SHA256SUMS", "SHA256SUMs")))
    assert "SHA256SUMS đã bị sửa sau khi ký" in give(page, data, key=key)


def test_a_signature_of_another_form_is_left_to_the_command(page: Page, copy: Path) -> None:
    told = give(page, copy, key=signed(copy, prehash=True))
    assert told.startswith(RIGHT) and "Chữ ký: chưa rõ" in told and "BLAKE2b" in told


def test_an_older_ledger_and_a_file_put_in(fresh: Page, data: Path, built_site: Path) -> None:
    lines = (data / LEDGER).read_bytes().splitlines(keepends=True)
    (data / LEDGER).unlink()
    (data / LEDGER).write_bytes(b"".join(lines[:60]))
    (data / "them.html").write_text("x", "utf-8")
    said = give(fresh, data, built_site / LEDGER)
    assert f"cũ hơn bản đưa ra so: thiếu {len(lines) - 60} dòng cuối" in said
    assert "them.html: tệp thêm vào" in said


def test_it_works_from_a_disk(
    browser: Browser, built_site: Path, copy: Path, tmp_path: Path
) -> None:
    with ZipFile(built_site / "du-lieu" / "ban-ngoai-tuyen.zip") as archive:
        archive.extractall(tmp_path / "bản ngoại tuyến")
    (root,) = (tmp_path / "bản ngoại tuyến").iterdir()
    context = browser.new_context()
    page = context.new_page()
    page.goto((root / "giam-sat" / "kiem-chung" / "index.html").as_uri())
    expect(page.locator("[data-ck-verify]")).to_be_visible()
    assert give(page, root).startswith(RIGHT)
    context.close()
