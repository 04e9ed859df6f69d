"""Whole reports: the goldens are there to be read; the rest holds what must be true of each."""

import re
from pathlib import Path

import pytest

from generator.app.pipeline import make_edition
from generator.edition.edition import Edition
from generator.reports.document import Heading
from generator.reports.kinds import KINDS, report
from generator.reports.quarter import QuarterOf
from generator.reports.topics.registry import TOPICS
from worlds.directives import city_with, order
from worlds.paths import ROOT
from worlds.reports import as_text
from worlds.shipped import shipped_edition
from worlds.small import SMALL
from worlds.told import edition_that_asks

pytestmark = pytest.mark.usefixtures("remembered")

GOLDEN = ROOT / "tests" / "golden" / "reports"
QUARTER = "2018-Q4"


@pytest.fixture(scope="module")
def small() -> Edition:
    """The small city's edition."""
    return make_edition(SMALL)


@pytest.mark.parametrize(
    ("kind", "unit_id"), [*((kind, None) for kind in KINDS), ("whole", "p-hoa-mai")]
)
def test_the_report_reads_like_the_golden(kind: str, unit_id: str | None, small: Edition) -> None:
    unit = small.unit(unit_id) if unit_id else None
    written = report(QuarterOf(small, QUARTER, unit), KINDS[kind])
    assert as_text(written) == (GOLDEN / f"{written.file_name}.txt").read_text("utf-8")


@pytest.mark.parametrize("unit_id", [None, "p-hoa-sen"])
def test_what_units_told_stands_under_its_points(unit_id: str | None) -> None:
    edition = edition_that_asks()
    unit = edition.unit(unit_id) if unit_id else None
    written = report(QuarterOf(edition, QUARTER, unit), KINDS["whole"])
    golden = GOLDEN / "told" / f"{written.file_name}.txt"
    assert as_text(written) == golden.read_text("utf-8")


def test_every_topic_is_told_somewhere_in_the_sample() -> None:
    edition = shipped_edition()
    for topic in TOPICS:
        about = [QuarterOf(edition, quarter) for quarter in edition.figures.quarters]
        assert any(topic.blocks(one, {}) for one in about), topic.name


@pytest.mark.parametrize("kind", KINDS)
def test_an_appendix_that_is_named_is_there_and_the_other_way_round(kind: str) -> None:
    edition = shipped_edition()
    for quarter in edition.figures.quarters:
        written = report(QuarterOf(edition, quarter), KINDS[kind])
        text = "\n".join(block.text for block in written.blocks)
        named = set(re.findall(r"\(Phụ lục ([IVX]+)\)", text))
        assert named == {table.number for table in written.appendices}
        assert all(len(row) == len(t.columns) for t in written.appendices for row in t.rows)


def test_no_name_stands_in_a_report_that_is_not_public() -> None:
    edition = shipped_edition()
    shown = {item.subject_name for item in (*edition.commendations, *edition.criticisms)}
    rows = (ROOT / "data" / "criticisms.csv").read_text("utf-8").splitlines()[1:]
    people = {row.split(",")[2] for row in rows if ",person," in row}
    hidden = people - shown
    assert hidden, "the sample names people whose naming is over"
    for quarter in edition.figures.quarters:
        text = as_text(report(QuarterOf(edition, quarter), KINDS["whole"]))
        assert not [name for name in hidden if name in text]


def test_counts_of_what_was_owed_are_those_of_the_reviews() -> None:
    """The tables and the review of units count the same things, of every unit and quarter."""
    edition = shipped_edition()
    kinds = {"task": "assignments", "remedy": "criticisms"}
    for review in edition.figures.unit_reviews:
        unit = edition.unit(review.unit_id) if review.unit_id else None
        about = QuarterOf(edition, review.quarter, unit)
        for kind, dataset in kinds.items():
            due, carried = about.due(dataset), about.carried(dataset)
            assert len(due) == getattr(review, f"{kind}_due_count")
            assert len(carried) == getattr(review, f"{kind}_carried_count")
        assert len(about.commendations) == review.commendation_count
        assert len(about.criticisms) == review.criticism_count


def test_the_sections_follow_the_points_of_each_document(tmp_path: Path) -> None:
    """Another city's order has its own points, and nothing of the letter that the sample has."""
    edition = make_edition(city_with(tmp_path, [order()], "I.1"))
    written = report(QuarterOf(edition, QUARTER), KINDS["whole"])
    heads = [block.text for block in written.blocks if isinstance(block, Heading)]
    assert "II. KẾT QUẢ THEO TỪNG NỘI DUNG CỦA CHỈ THỊ 15/CT-UBND" in heads
    assert [head for head in heads if "Điểm" in head] == [
        "1. Điểm I.1: giải quyết hồ sơ đúng hẹn",
        "2. Điểm I.2: báo cáo hằng nửa năm",
        "3. Điểm II: kiểm tra đột xuất",
    ]
    assert "643" not in as_text(written)


def test_without_a_document_every_topic_is_told_in_general(tmp_path: Path) -> None:
    edition = make_edition(city_with(tmp_path, [], ""))
    written = report(QuarterOf(edition, QUARTER), KINDS["whole"])
    heads = [block.text for block in written.blocks if isinstance(block, Heading)]
    assert [head for head in heads if head.startswith("I")] == [
        "I. KẾT QUẢ CHUNG",
        "II. TỒN TẠI, HẠN CHẾ",
        "III. NHIỆM VỤ THỜI GIAN TỚI",
        "IV. ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    assert written.subject == "Kết quả thực hiện kỷ luật, kỷ cương hành chính quý IV/2018"


def test_a_quarter_of_which_nothing_is_known_says_so(tmp_path: Path) -> None:
    edition = make_edition(city_with(tmp_path, [], ""))
    written = report(QuarterOf(edition, "2017-Q4"), KINDS["chairman"])
    assert "Chưa có số liệu nào của quý này." in as_text(written)
