"""An approval is taken down in the file, held to the code on the paper, and told while it waits."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from generator.app.approvals import ApprovalRefused, waiting
from generator.app.pipeline import make_edition, record_approval
from generator.model.duty_records import ScriptApproval
from worlds.command import congkhai
from worlds.small import SMALL

BY, WEEK = "Trưởng phòng Nội vụ", "2018-W41"
FILE = "script_approvals.csv"

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small city, where one person approves."""
    folder = tmp_path / "data"
    shutil.copytree(SMALL, folder)
    named(folder, BY)
    return folder


def named(folder: Path, *people: str) -> None:
    text = (SMALL / "city.yaml").read_text("utf-8")
    listed = f"radio:\n  approvers: [{', '.join(people)}]"
    (folder / "city.yaml").write_text(text.replace("radio:", listed, 1), "utf-8")


def rows(data: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((data / FILE).read_text("utf-8"), newline="")))


def codes(data: Path, week: str = WEEK) -> list[str]:
    edition = make_edition(data)
    scripts = (edition.scripts[week], edition.short_scripts[week])
    return [script.bulletin.approval.code for script in scripts if script.bulletin.approval]


def test_both_scripts_of_a_week_are_approved_as_they_read(data: Path) -> None:
    done = congkhai("approve", WEEK, "--data", data)
    assert (done.status, done.stderr) == (0, "")
    assert [(row["edition"], row["text_code"]) for row in rows(data)] == list(
        zip(("whole", "short"), codes(data), strict=True)
    )
    assert {row["approved_by"] for row in rows(data)} == {BY}
    assert {row["approved_on"] for row in rows(data)} == {"2018-12-31"}
    assert congkhai("check", "--data", data).status == 0
    edition = make_edition(data)
    assert not edition.scripts[WEEK].bulletin.is_draft


def test_approved_again_on_the_same_day_its_row_is_written_anew(data: Path) -> None:
    assert congkhai("approve", WEEK, "--data", data).status == 0
    before = rows(data)
    settings = (data / "city.yaml").read_text("utf-8")
    (data / "city.yaml").write_text(settings.replace("thành phố Mẫu", "thành phố Mới"), "utf-8")
    assert congkhai("approve", WEEK, "--data", data).status == 0
    after = rows(data)
    assert len(after) == len(before) and after != before


def test_only_the_script_whose_code_was_signed_is_approved(data: Path) -> None:
    _, short = codes(data)
    _, told = record_approval(data, WEEK, codes=[short])
    assert told.rows == (
        ScriptApproval.model_validate(
            {
                "bulletin_id": WEEK,
                "edition": "short",
                "approved_by": BY,
                "approved_on": "2018-12-31",
                "text_code": short,
            }
        ),
    )


REFUSED = {
    ("2018-W41", "--code", "0000-0000-0000"): "lời đọc đã đổi. Hãy in và trình duyệt lại.",
    ("2018-W41", "--by", "Ai đó"): "“Ai đó” không được khai là người duyệt.",
    ("2018-W41", "--on", "2019-01-01"): "Ngày duyệt 01/01/2019 sau ngày số liệu 31/12/2018",
    ("2018-W02",): "Không có kịch bản tuần 2018-W02.",
    ("2018-W99",): "Không có tuần “2018-W99”.",
}


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_cannot_be_approved_is_refused_in_a_sentence(
    data: Path, words: tuple[str, ...]
) -> None:
    before = (data / FILE).read_bytes()
    done = congkhai("approve", *words, "--data", data)
    assert done.status and REFUSED[words] in done.stderr
    assert (data / FILE).read_bytes() == before


def test_one_of_several_has_to_be_named(data: Path) -> None:
    named(data, BY, "Chánh Văn phòng")
    with pytest.raises(ApprovalRefused, match="Có nhiều người duyệt"):
        record_approval(data, WEEK)
    assert record_approval(data, WEEK, by="Chánh Văn phòng")[1].rows[0].approved_by != BY


def test_where_nobody_approves_nothing_can_be_approved_and_nothing_waits() -> None:
    with pytest.raises(ApprovalRefused, match=r"radio\.approvers"):
        record_approval(SMALL, WEEK)
    assert waiting(make_edition(SMALL)).happenings == ()


def test_what_waits_is_told_until_it_is_approved(data: Path) -> None:
    newest = list(make_edition(data).scripts)[-1]
    listed = congkhai("due", "list", "--data", data).stdout
    assert "Kịch bản chờ duyệt (2):" in listed and "05/01/2019" in listed
    moved = congkhai("today", "2019-01-01", "--dry-run", "--data", data).stdout
    assert "Kịch bản chờ duyệt" in moved
    assert congkhai("approve", newest, "--data", data).status == 0
    assert "Kịch bản chờ duyệt" not in congkhai("due", "list", "--data", data).stdout
