"""What changed in an edition is told by name and in sentences, and counted as other pages count."""

import re
from datetime import date
from functools import cache

import pytest

from generator.ledger.changes import Changes, Moved, every_change
from generator.pages.conduct.corrections import KINDS
from generator.pages.edition_news import CORRECTED, ChangeGroup, change_groups, summary
from generator.pages.editions import moved_finding
from worlds.shipped import shipped_edition

CODE = re.compile(r"\b(?:pb|ng|kn)-\d{4}-\d+|/TB-UBND|/QĐ-UBND")


@cache
def editions() -> list[tuple[Changes, dict[str, ChangeGroup]]]:
    edition = shipped_edition()
    return [
        (changes, {group.title: group for group in change_groups(edition, changes)})
        for changes in every_change(edition.ledger.chain)
    ]


def test_no_code_stands_where_a_name_belongs() -> None:
    for _, groups in editions():
        for group in groups.values():
            assert not [line for line in group.lines if CODE.search(line.words + line.sentence)]


def test_corrections_of_what_was_published_in_the_same_edition_are_counted_too() -> None:
    edition = shipped_edition()
    for kind in CORRECTED:
        title = KINDS[kind].capitalize()
        told = [line for _, groups in editions() if title in groups for line in groups[title].lines]
        assert len(told) == sum(item.kind == kind for item in edition.corrections), title


def test_what_fell_due_is_told_once_in_the_edition_of_its_day() -> None:
    obligations = shipped_edition().figures.obligations
    overdue = [item.due_on for item in obligations if item.state == "overdue"]
    told: list[date] = []
    for changes, groups in editions():
        group = groups["Tới hạn mà chưa xong"]
        since = changes.since.on if changes.since else None
        assert group.is_due
        assert all((not since or since < d) and d <= changes.edition.on for d in days(group))
        told += days(group)
    assert sorted(told) == sorted(day for day in overdue if day)


def days(group: ChangeGroup) -> list[date]:
    found = [line.day for line in group.lines if line.day]
    assert found == sorted(found, reverse=True)
    return found


def test_the_summary_counts_the_lines() -> None:
    _, groups = editions()[-1]
    told = summary(tuple(groups.values()))
    assert told.startswith("19 việc mới được công bố, 5 việc có thêm kết quả, 2 lần đính chính")
    numbers = [int(number) for number in re.findall(r"(\d+) ", told)]
    assert numbers == [len(group.lines) for group in groups.values()]
    assert summary(()) == ""


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (None, "90% đúng hạn trong 200 hồ sơ có hạn để xét"),
        (181, "tỷ lệ đúng hạn từ 90,5% thành 90%"),
        (180, "tỷ lệ đúng hạn vẫn là 90%, nay trên 200 hồ sơ có hạn để xét"),
    ],
)
def test_a_figure_that_moved_is_a_sentence(before: int | None, said: str) -> None:
    after = {"on_time_count": 180, "judged_count": 200}
    was = None if before is None else {"on_time_count": before, "judged_count": 200}
    assert moved_finding(Moved("2018-Q3", was, after, "restated")) == said


def test_a_quarter_with_nothing_to_judge_has_no_share() -> None:
    moved = Moved("2018-Q3", None, {"on_time_count": 0, "judged_count": 0}, "new")
    assert "không có hồ sơ có hạn để xét" in moved_finding(moved)
