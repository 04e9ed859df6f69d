"""What those criticised brought forward is counted once, by quarter, and agrees with the lists."""

from collections import Counter

from generator.model.channels import POINT_KIND
from generator.model.contests import HEARD, OPEN_OUTCOME
from generator.model.datasets import name_of
from generator.model.point_records import CriticismPoint
from generator.model.points import point_key
from generator.model.records import Criticism
from generator.model.text import quarter_of
from generator.pages.conduct.contests import contest_counts
from worlds.shipped import shipped_edition

EDITION = shipped_edition()
ROWS = EDITION.figures.channel_counts
POINTS = [point for record in EDITION.criticisms for point in record.points]


def test_every_contest_and_every_answer_is_counted_in_its_quarter() -> None:
    asked = [(quarter_of(item.opened_on), item.kind) for item in EDITION.contests]
    asked += [(quarter_of(p.replied_on), POINT_KIND) for p in POINTS if p.replied_on]
    assert {(row.quarter, row.kind): row.asked_count for row in ROWS} == Counter(asked)


def test_it_agrees_with_the_sentence_of_the_list() -> None:
    told = contest_counts(EDITION.contests)
    mine = [row for row in ROWS if row.kind not in (POINT_KIND, "early_end")]
    assert sum(row.asked_count for row in mine) == told.contested
    assert sum(row.open_count for row in mine) == told.contested_open
    assert sum(row.heard_count for row in mine) == told.contested_granted
    early = [row for row in ROWS if row.kind == "early_end"]
    assert sum(row.heard_count for row in early) == told.early_granted > 0


def test_of_points_the_open_and_the_heard_are_those_of_the_records() -> None:
    answered = [point for point in POINTS if point.replied_on]
    mine = [row for row in ROWS if row.kind == POINT_KIND]
    is_open = [point.outcome == OPEN_OUTCOME for point in answered]
    assert sum(row.open_count for row in mine) == sum(is_open) > 0
    assert sum(row.heard_count for row in mine) == sum(p.outcome in HEARD for p in answered) > 0


def test_the_days_are_those_of_the_quarter() -> None:
    for row in ROWS:
        assert row.first_on <= row.last_on
        assert quarter_of(row.first_on) == quarter_of(row.last_on) == row.quarter
        assert (row.last_ended_on is None) == (row.asked_count == row.open_count)


def test_each_point_is_owed_by_the_day_of_its_criticism_and_a_criticism_by_all_of_them() -> None:
    owed = {(item.dataset, item.key): item for item in EDITION.figures.hearings}
    for record in EDITION.criticisms:
        if record.points and not record.taken_back:
            whole = owed[name_of(Criticism), record.record_id]
            parts = [owed[name_of(CriticismPoint), point_key(point)] for point in record.points]
            assert {part.due_on for part in parts} == {whole.due_on}
            assert (whole.done_on is None) == any(part.done_on is None for part in parts)
    told = {row.dataset: row for row in EDITION.figures.reply_counts if not row.unit_id}
    counted = told[name_of(CriticismPoint)]
    assert counted.asked_count == len(POINTS)
    assert counted.answered_count == sum(record.answered_points for record in EDITION.criticisms)
    assert counted.overdue_count > 0
