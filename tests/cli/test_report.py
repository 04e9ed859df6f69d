"""`congkhai report`: its files, what it asks, and what it refuses."""

import shutil
from pathlib import Path

import pytest

from generator.app.report import KIND_NAMES
from generator.cli.report import ReportKind
from worlds.command import congkhai
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

ASKED = ("report", "--quarter", "2018-Q4", "--data", SMALL)


def test_a_report_is_written_and_its_gaps_are_counted(tmp_path: Path) -> None:
    done = congkhai(*ASKED, "--no-pdf", "-o", tmp_path / "mới")
    assert done.status == 0, done.said
    assert [path.name for path in (tmp_path / "mới").iterdir()] == ["bao-cao-2018-q4.docx"]
    assert "chỗ tô vàng" in done.stdout


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs Debian's libreoffice-writer-nogui")
def test_a_pdf_lies_beside_it(tmp_path: Path) -> None:
    done = congkhai(*ASKED, "--unit", "P. Hoa Mai", "-o", tmp_path)
    assert done.status == 0, done.said
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["bao-cao-2018-q4-p-hoa-mai.docx", "bao-cao-2018-q4-p-hoa-mai.pdf"]


def test_what_somebody_may_have_written_on_is_not_replaced_unasked(tmp_path: Path) -> None:
    mine = tmp_path / "bao-cao-2018-q4.docx"
    mine.write_bytes(b"x")
    refused = congkhai(*ASKED, "--no-pdf", "-o", tmp_path)
    assert refused.status == 2 and "--yes" in refused.said and mine.read_bytes() == b"x"
    assert congkhai(*ASKED, "--no-pdf", "--yes", "-o", tmp_path).status == 0
    assert mine.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--quarter", "2030-Q1"), "Hãy ghi một quý từ 2018-Q1 đến 2018-Q4"),
        (("--unit", "p-khong-co"), "Không có đơn vị nào tên là “p-khong-co”"),
        (("--unit", "p-hoa-mai", "--kind", "front"), "hãy bỏ tùy chọn --kind"),
    ],
)
def test_what_cannot_be_reported_is_told(words: tuple[str, ...], told: str, tmp_path: Path) -> None:
    done = congkhai(*ASKED, *words, "--no-pdf", "-o", tmp_path)
    assert done.status == 2 and told in done.said and not list(tmp_path.iterdir())


def test_without_libreoffice_the_word_file_is_there_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "trống"))
    done = congkhai(*ASKED, "-o", tmp_path)
    assert done.status == 2 and "LibreOffice" in done.said
    assert (tmp_path / "bao-cao-2018-q4.docx").is_file()


def test_every_kind_of_report_may_be_asked_for() -> None:
    assert tuple(kind.value for kind in ReportKind) == KIND_NAMES
