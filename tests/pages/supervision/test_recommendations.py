"""Recommendations: how they were answered in counts, and each as a thread to its end."""

from dataclasses import replace
from datetime import date

from generator.datafolder.world import World
from generator.measure.obligations import obligations_of
from generator.measure.replies import count_replies, hearings_of
from generator.model.figures import ReplyCount
from generator.model.recommendations import public_recommendations
from generator.model.records import Correction, Criticism, Recommendation
from generator.pages.conduct import corrections
from generator.pages.conduct import feeds as record_feeds
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from generator.pages.supervision import page as supervision
from generator.pages.supervision import recommendations as threads
from worlds.editions import small_edition
from worlds.measured import HAND_COUNTED, folder_world
from worlds.paths import TEMPLATES
from worlds.public import public_of
from worlds.published import COMPILED
from worlds.shipped import shipped_renderer
from worlds.small_pages import text_of

WORLD, CITY = folder_world(HAND_COUNTED)
CORRECTION = Correction(
    record_id="kn-2018-01",
    kind="corrected",
    reason="Ghi nhầm số ghế",
    text="Bố trí thêm mười ghế",
    said="Bố trí thêm một ghế",
    published_on=date(2018, 12, 20),
)


def asked(
    key: str, unit_id: str, sent: str, due: str, replied: str, outcome: str
) -> Recommendation:
    return Recommendation.model_validate(
        {
            "recommendation_id": key,
            "body": "x",
            "unit_id": unit_id,
            "about": "x",
            "text": "x",
            "sent_on": sent,
            "due_on": due,
            "reply": "x" if replied else "",
            "replied_on": replied,
            "outcome": outcome,
        }
    )


ASKED = (
    asked("in-time", "d-c", "2018-05-02", "2018-05-16", "2018-05-04", "accepted"),
    asked("late", "d-c", "2018-05-02", "2018-05-16", "2018-05-18", "declined"),
    asked("undated", "d-c", "2018-05-02", "", "2018-05-03", "partly_accepted"),
    asked("overdue", "p-a", "2018-05-02", "2018-05-16", "", "pending"),
    asked("taken-back", "p-a", "2018-05-02", "2018-05-16", "", "pending"),
    asked("waiting", "p-b", "2018-06-20", "2018-07-20", "", "pending"),
    asked("to-come", "p-b", "2018-07-20", "2018-08-20", "", "pending"),
)
TAKEN_BACK = Correction(
    record_id="taken-back", kind="withdrawn", reason="x", text="x", published_on=date(2018, 5, 20)
)


def counts(**records: tuple[object, ...]) -> dict[tuple[str, str | None], ReplyCount]:
    world = World(calendar=WORLD.calendar, units=WORLD.units, **records)  # type: ignore[arg-type]
    city = CITY.model_copy(update={"directives": ()})
    public = public_of(world, city)
    owed, hearings = obligations_of(world, city, public), hearings_of(world, city, public)
    rows = count_replies(world, city, public, owed, hearings)
    return {(row.dataset, row.unit_id): row for row in rows}


def test_replies_are_counted_by_unit_and_in_all() -> None:
    rows = counts(recommendations=ASKED, corrections=(TAKEN_BACK,))
    of_unit = rows["recommendations", "d-c"]
    assert of_unit == ReplyCount(
        "recommendations", "d-c", 3, 3, 1, 1, 0, 0, 1, 1, 1, on_time_share=0.5, median_days=2
    )
    whole = rows["recommendations", None]
    assert (whole.asked_count, whole.answered_count, whole.overdue_count) == (5, 3, 1)
    assert (whole.waiting_count, whole.judged_count, whole.on_time_share) == (1, 3, 1 / 3)


def test_nothing_due_and_nothing_answered_is_no_share_and_no_median() -> None:
    row = counts(recommendations=ASKED)["recommendations", "p-b"]
    assert (row.on_time_share, row.median_days, row.waiting_count) == (None, None, 1)
    assert counts() == {}


def criticism(key: str, **values: str) -> Criticism:
    fields = {
        "record_id": key, "subject_kind": "unit", "subject_name": "Phường A", "unit_id": "p-a",
        "violation": "x", "clause": "1.1", "found_by": "x", "found_on": "2018-05-02",
        "measure": "criticism", "status": "approved", "approved_on": "2018-06-01",
        "notified_on": "2018-05-07",
    }  # fmt: skip
    return Criticism.model_validate(fields | values)


def test_a_unit_s_say_on_criticism_is_counted_from_the_day_it_was_told() -> None:
    assert CITY.policy.reply_days == 5
    row = counts(
        criticisms=(
            criticism("in-time", reply="x", replied_on="2018-05-14"),
            criticism("late", reply="x", replied_on="2018-05-15"),
            criticism("silent"),
            criticism("draft", status="draft"),
            criticism(
                "of-no-known-year", notified_on="2011-05-07", reply="x", replied_on="2011-05-08"
            ),
        )
    )["criticisms", "p-a"]
    assert (row.asked_count, row.answered_count) == (4, 3)
    assert (row.on_time_count, row.late_count, row.overdue_count) == (1, 1, 1)
    assert (row.accepted_count, row.declined_count, row.median_days) == (None, None, 5)


def test_the_page_says_what_the_figures_say() -> None:
    renderer = shipped_renderer()
    row = threads.all_replies(renderer.edition, "recommendations")
    assert row is not None and row.on_time_share is not None
    pages = {page.url: text_of(page) for page in supervision.pages(renderer)}
    for text in pages.values():
        assert f"Đã gửi {row.asked_count} kiến nghị, {row.answered_count} đã trả lời" in text
        assert f"{row.on_time_count} trả lời đúng hạn" in text
        assert f"{row.overdue_count} quá hạn chưa trả lời" in text
        assert "Phòng Nội vụ 1 0 0 0 không có" in " ".join(text.split())
    (table,) = [table for table in renderer.tables if table.name == "reply_counts"]
    assert len(table.rows) == len(renderer.edition.figures.reply_counts)


def test_a_thread_tells_all_that_became_of_it() -> None:
    renderer = shipped_renderer()
    pages = {page.url: " ".join(text_of(page).split()) for page in threads.pages(renderer)}
    assert len(pages) == len(renderer.edition.recommendations)
    told = pages["giam-sat/kien-nghi/kn-2018-01/"]
    assert "trả lời đúng hạn" in told and "Trả lời: tiếp thu" in told
    assert "Kết quả có trong sổ công khai từ kỳ 2018-Q2" in told
    assert "Kết thúc bằng trường hợp phê bình pb-2018-011" in told
    assert "Công bố mới: kỳ 2018-Q2" in told and "Bổ sung trả lời, kết quả (kết thúc bằng)" in told
    assert "trả lời muộn 3 ngày làm việc" in pages["giam-sat/kien-nghi/kn-2018-03/"]
    assert "không tiếp thu, có giải thích" in pages["giam-sat/kien-nghi/kn-2018-07/"]
    assert "quá hạn trả lời 78 ngày làm việc" in pages["giam-sat/kien-nghi/kn-2018-09/"]
    assert "Kết quả có trong sổ công khai từ kỳ 2018-Q4" in pages["giam-sat/kien-nghi/kn-2018-11/"]


def test_an_outcome_that_no_closed_edition_holds_has_none() -> None:
    edition = shipped_renderer().edition
    ask = next(item for item in edition.recommendations if item.record_id == "kn-2018-07")
    line = threads.outcome_line(edition, ask)
    assert line is not None and line.edition == "2018-Q2"
    changed = ask.model_copy(update={"outcome": "accepted"})
    assert threads.outcome_line(edition, changed) is None


def corrected_renderer(correction: Correction) -> Renderer:
    edition = small_edition()
    asked = public_recommendations(edition.recommendations, [correction], edition.as_of)
    every = (correction, *edition.corrections)
    return Renderer(
        replace(edition, recommendations=asked, corrections=every), templates(TEMPLATES, COMPILED)
    )


def test_a_correction_of_a_recommendation_is_told_on_the_thread_the_list_and_in_feeds() -> None:
    renderer = corrected_renderer(CORRECTION)
    (page,) = threads.pages(renderer)
    assert "Bố trí thêm một ghế" in text_of(page) and "không đọc kiến nghị" in text_of(page)
    (listed,) = corrections.pages(renderer)
    assert "kiến nghị kn-2018-01" in text_of(listed) and "không đọc kiến nghị" in text_of(listed)
    assert "../giam-sat/kien-nghi/kn-2018-01/" in listed.body
    feeds = record_feeds.files(renderer)
    for path in ("dinh-chinh/atom.xml", "atom.xml", "don-vi/p-dong-tho/atom.xml"):
        assert "đính chính kn-2018-01" in feeds[path].decode()


def test_a_recommendation_withdrawn_stays_to_be_read_and_is_owed_no_more() -> None:
    taken_back = CORRECTION.model_copy(update={"kind": "withdrawn", "said": None})
    (page,) = threads.pages(corrected_renderer(taken_back))
    told = text_of(page)
    assert "đã rút lại" in told and "Bố trí thêm ghế chờ" in told
    assert "Không còn phải trả lời" in told and "chưa đến hạn" not in told
