"""The page of a criticism shows its points one by one; lists say how many were answered."""

import re

from generator.model.public import PublicCriticism
from generator.model.records import Correction
from generator.model.text import vn_date
from generator.pages.conduct.list import criticism_pages, followed
from generator.pages.conduct.page import criticism_page
from generator.pages.stages import stages
from worlds.shipped import shipped_edition, shipped_renderer

POINTED = [record for record in shipped_edition().criticisms if record.points]


def page_of(record: PublicCriticism) -> str:
    return str(criticism_page(shipped_renderer(), record).body)


def test_the_sample_has_points_answered_judged_and_owed() -> None:
    every = [point for record in POINTED for point in record.points]
    assert {bool(point.replied_on) for point in every} == {True, False}
    assert {point.outcome for point in every} == {"pending", "upheld", "changed"}


def test_each_point_stands_on_the_page_with_its_answer_and_what_became_of_it() -> None:
    owed = {item.key: item for item in shipped_edition().figures.hearings}
    for record in POINTED:
        body = page_of(record)
        assert f"{len(record.points)} điểm, {record.answered_points} đã trả lời" in body
        for point in record.points:
            row = body.partition(
                f'data-record="criticism_points/{record.record_id}/{point.point_no}"'
            )
            part = re.sub(r"<[^>]+>", "", row[2].partition("</li>")[0])
            assert point.violation in part
            if point.replied_on:
                assert vn_date(point.replied_on) in part and str(point.replied_by) in part
            else:
                due = owed[f"{record.record_id}/{point.point_no}"].due_on
                assert due and f"hạn trả lời ngày {vn_date(due)}" in part and "quá hạn" in part
            assert (str(point.judged_by) in part) == bool(point.judged_by)


def test_a_page_without_points_has_no_place_for_them() -> None:
    for record in shipped_edition().criticisms:
        assert ('id="tung-diem"' in page_of(record)) == bool(record.points)


def test_the_list_counts_a_criticism_as_answered_once_every_point_is() -> None:
    half = [record for record in POINTED if record.answered_points < len(record.points)]
    assert half
    done = followed(shipped_edition()).replied
    standing = [record for record in shipped_edition().criticisms if not record.taken_back]
    assert done == sum(1 for record in standing if record.answered_on)
    for record in half:
        (stage,) = [step for step in stages(record, None) if step.name.startswith("Giải trình")]
        assert (stage.name, stage.state) == (f"Giải trình đủ {len(record.points)} điểm", "open")
    body = str(next(criticism_pages(shipped_renderer())).body)
    for record in POINTED:
        assert body.count(f'data-record="criticism_points/{record.record_id}/1"') == 1


def test_nothing_of_a_point_is_said_once_the_record_was_taken_back() -> None:
    record = POINTED[0]
    taken = Correction.model_validate(
        {
            "record_id": record.record_id,
            "kind": "withdrawn",
            "reason": "Không có căn cứ",
            "text": "Rút lại",
            "published_on": shipped_edition().as_of,
        }
    )
    empty = {"violation": "", "reply": None, "replied_by": None, "conclusion": None}
    points = tuple(point.model_copy(update=empty) for point in record.points)
    gone = {"standing": "withdrawn", "corrections": (taken,), "points": points} | {"violation": ""}
    body = page_of(record.model_copy(update=gone))
    assert body.count("Nội dung đã rút lại") == len(points)
    assert not any(point.violation in body for point in record.points)
    assert "nội dung không còn ghi ở đây" in body
