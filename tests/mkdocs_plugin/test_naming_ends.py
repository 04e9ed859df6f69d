"""When naming ends, the name is gone from every byte of the site, and the record is not."""

import csv
import json
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from generator import mkdocs_plugin
from generator.model.anonymise import REMOVED, nameless
from oracles.unpacked import every_byte, forms, occurrences
from worlds.measured import rows_of
from worlds.once import Once
from worlds.shell_site import copy_project, tree
from worlds.small import SMALL

SECRET = ("Quách Văn Khuê", "Khổng Thị Nhàn", "Doãn Minh Tuệ")
OTHERS = ("Tống Bá Giản", "Tăng Hữu Vượng", "Hứa Kim Ngân")
STILL_NAMED = "Lê Văn C"


def _row(file: Path, **cells: str) -> None:
    with file.open(encoding="utf-8", newline="") as opened:
        names = next(csv.reader(opened))
    assert cells.keys() <= set(names), cells.keys() - set(names)
    with file.open("a", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerow([cells.get(name, "") for name in names])


def _written(name: str) -> list[str]:
    """What a record may say of its subject, the name shortened in every way."""
    family, middle, given = name.split()
    return [
        f"Trưởng phòng {given} nhận lỗi, thầy {given} xin lỗi",
        f"{middle} {given} đi muộn; {given} vắng họp",
        f"Ông {given.upper()} bỏ trực. {family} {middle[0]}. {given} nhận khuyết điểm",
        f"{name.lower()} chưa báo cáo, {family[0]}.{middle[0]}. {given} đã ký",
        f"Đ/c {given} và {family} {given} là một người",
    ]


def _criticised(file: Path, record_id: str, name: str, **cells: str) -> None:
    given, written = name.split()[-1], _written(name)
    row = {
        "subject_kind": "person",
        "subject_name": name,
        "position": "Chuyên viên",
        "person_kind": "civil_servant",
        "unit_id": "phong-noi-vu",
        "violation": f"Ông {name} vắng mặt. Ông {given} đi muộn. {written[0]}",
        "clause": "3.4",
        "found_by": "Phòng Nội vụ",
        "found_on": "2018-03-20",
        "measure": "criticism",
        "decision_no": "09/TB-MAU",
        "decision_on": "2018-04-02",
        "issued_by": "Chủ tịch Ủy ban nhân dân thành phố",
        "evidence": f"Bản kiểm điểm của {name.upper()}. {written[2]}",
        "responsible_head": f"Trưởng phòng {given}",
        "notified_on": "2018-03-21",
        "reply": f"{name} nhận khuyết điểm. {written[1]}",
        "replied_on": "2018-03-28",
        "remedy": f"{name} đi làm đúng giờ. {written[3]}. {written[4]}",
        "remedy_due_on": "2018-05-02",
        "effect_until": "2019-04-03",
        "status": "approved",
        "approved_by": "Chủ tịch Ủy ban nhân dân thành phố",
        "approved_on": "2018-04-03",
        "broadcast_text": f"Phê bình ông {name}, chuyên viên. {written[0]}",
    }
    _row(file, record_id=record_id, **(row | cells))


def build(folder: Path, names: tuple[str, str, str], *, extras: bool = True) -> Path:
    """The site of the small city, in which the naming of three people has ended."""
    expired, withdrawn, revoked = names
    config = copy_project(folder / "project")
    data = shutil.copytree(SMALL, folder / "data")
    blamed, praised, corrections = (
        data / f"{name}.csv" for name in ("criticisms", "commendations", "corrections")
    )
    _criticised(blamed, "pb-2018-011", expired, effect_until="2018-06-30")
    _criticised(blamed, "pb-2018-012", withdrawn)
    _row(
        praised,
        record_id="ng-2018-013",
        subject_kind="person",
        subject_name=revoked,
        position="Chuyên viên",
        unit_id="phong-noi-vu",
        form="public_praise",
        reason=f"{revoked} trả kết quả tại nhà",
        clause="3.4",
        decision_no="10/QĐ-MAU",
        decision_on="2018-04-02",
        issued_by="Chủ tịch Ủy ban nhân dân thành phố",
        evidence=f"Tờ trình về {revoked}",
        status="approved",
        approved_by="Chủ tịch Ủy ban nhân dân thành phố",
        approved_on="2018-04-03",
        broadcast_text=f"Nêu gương bà {revoked}",
    )
    for record_id, kind, name in (
        ("pb-2018-011", "corrected", expired),
        ("pb-2018-012", "withdrawn", withdrawn),
        ("ng-2018-013", "revoked", revoked),
    ):
        _row(
            corrections,
            record_id=record_id,
            kind=kind,
            reason=f"Xem lại việc của {name}. {_written(name)[0]}",
            text=f"Ông {name} không đi muộn ba ngày. {_written(name)[1]}",
            published_on="2018-05-10",
            said=f"Ông {name} đi muộn ba ngày. {_written(name)[0]}",
        )
    out = folder / "site"
    mkdocs_plugin.build(config, data=data, out=out, extras=extras)
    return out


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    return once.made("naming-ended", lambda folder: build(folder, SECRET)) / "site"


@pytest.fixture(scope="module")
def everything(site: Path) -> list[tuple[str, bytes]]:
    return list(every_byte(site))


def test_the_search_itself_finds_names(everything: list[tuple[str, bytes]]) -> None:
    assert len(occurrences(everything, [STILL_NAMED])) > 5
    kinds = {where.rpartition(".")[2].split("!")[0] for where, _ in everything}
    assert {"html", "json", "xml", "csv", "zip", "xlsx", "docx", "parquet", "png"} <= kinds
    packed = {where for where, _ in everything if "!" in where}
    assert {where.partition("!")[0].rpartition(".")[2] for where in packed} >= {
        *("zip", "xlsx", "docx", "parquet", "png"),
    }


def test_no_byte_of_the_site_holds_an_ended_name(everything: list[tuple[str, bytes]]) -> None:
    assert occurrences(everything, list(SECRET)) == []


def test_no_byte_of_the_site_holds_a_given_name(site: Path) -> None:
    """As it is written with a capital: in small letters it may be another word."""
    given = [name.split()[-1] for name in SECRET]
    shown = [form for name in given for form in (name, name.upper())]
    shown += [unicodedata.normalize("NFD", form) for form in shown]
    wanted = {form.encode() for form in shown} | {quote(form).encode() for form in shown}
    wanted |= {json.dumps(form)[1:-1].encode() for form in shown}
    found = [where for where, data in every_byte(site) if any(form in data for form in wanted)]
    assert found == []


def test_the_name_makes_no_difference_to_any_byte(site: Path, tmp_path: Path) -> None:
    """Pictures too: had another person been named, the site would be the same."""
    other, one = tree(build(tmp_path, OTHERS)), tree(site)
    assert other.keys() == one.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_the_address_stays_and_says_what_became_of_it(site: Path) -> None:
    for path, words in (
        ("phe-binh/pb-2018-011", "Đã hết thời hạn nêu tên"),
        ("phe-binh/pb-2018-012", "Đã rút lại"),
        ("neu-guong/ng-2018-013", "Đã thu hồi"),
    ):
        assert words in (site / path / "index.html").read_text("utf-8"), path


def test_counts_stay(site: Path) -> None:
    rows = rows_of(site / "du-lieu" / "criticisms.csv")
    standing = {row["record_id"]: row["standing"] for row in rows}
    assert standing["pb-2018-011"] == "expired" and standing["pb-2018-012"] == "withdrawn"


def test_forms_of_a_name() -> None:
    assert {b"qu%c3%a1ch%20v%c4%83n%20khu%c3%aa", b"quach-van-khue"} <= forms("Quách Văn Khuê")


NAME = "Quách Thị Hoà"
WRITTEN: list[Callable[[str], str]] = [
    str.upper,
    str.lower,
    lambda name: name.replace(" ", "  "),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "\n"),
    lambda _: "Quach Thi Hoa",
    lambda _: "quach-thi-hoa",
    lambda _: "quach_thi_hoa",
    lambda _: "QuachThiHoa",
    lambda _: "Quách Thị Hòa",
    lambda _: "Qua%CC%81ch%20Thi%CC%A3%20Ho%C3%A0",
    lambda _: "https://a.vn/Qu%C3%A1ch+Th%E1%BB%8B+Ho%C3%A0.pdf",
]


@pytest.mark.parametrize("write", WRITTEN)
def test_a_name_is_found_however_it_is_written(write: Callable[[str], str]) -> None:
    text = nameless(f"Biên bản của {write(NAME)}, hai trang", NAME)
    assert text == f"Biên bản của {REMOVED}, hai trang"


@pytest.mark.parametrize("short", ["bà Hoà", "Bà Thị Hoà", "đồng chí Hoà"])
def test_a_given_name_after_a_word_of_address_is_a_name(short: str) -> None:
    assert "Hoà" not in nameless(f"Do {short} trực", NAME)


@pytest.mark.parametrize("text", ["hoà giải ở cơ sở", "xã Hoà Bình", "bà hoà nhã", "quá chậm"])
def test_other_words_stay(text: str) -> None:
    assert nameless(text, NAME) == text
