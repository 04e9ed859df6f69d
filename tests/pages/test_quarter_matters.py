"""What matters this quarter is told by the rule of the method page."""

from dataclasses import replace

import pytest

from generator.edition.edition import Edition
from generator.model.figures import Figures
from generator.pages.quarter_matters import movers_sentence, unanswered_sentence
from worlds.edition_figures import a_figure, alike
from worlds.editions import empty_edition, small_edition
from worlds.shipped import shipped_edition

QUARTERS = ("2018-Q3", "2018-Q4")


def moved(**shares: tuple[float, float, int]) -> Edition:
    """Two quarters of units; each has its share before, its share now, and its dossiers."""
    edition = small_edition()
    units = [unit.unit_id for unit in edition.units]
    rows = [
        a_figure(unit_id=units[place], quarter=quarter, on_time_share=share, early_count=count)
        for place, (before, now, count) in enumerate(shares.values())
        for quarter, share in zip(QUARTERS, (before, now), strict=True)
    ]
    return replace(edition, figures=Figures(rows, quarters=QUARTERS, count_tables=(alike(*units),)))


def test_the_greatest_rise_and_fall_are_named() -> None:
    edition = moved(a=(0.8, 0.92, 40), b=(0.9, 0.85, 40), c=(0.9, 0.91, 40))
    first, second, _ = (unit.name.lower() for unit in edition.units[:3])
    said = movers_sentence(edition)
    assert said.startswith("So với quý III/2018, trong các phường, xã cùng quy mô, ")
    assert f"{first} tăng nhiều nhất (từ 80% lên 92%)" in said.lower()
    assert f"{second} giảm nhiều nhất (từ 90% xuống 85%)" in said.lower()


@pytest.mark.parametrize(
    "shares", [(0.9, 0.905, 40), (0.5, 0.9, 29), (0.9, 0.9, 40)], ids=["slight", "few", "none"]
)
def test_what_is_slight_or_of_few_is_not_told(shares: tuple[float, float, int]) -> None:
    assert movers_sentence(moved(a=shares)) == ""


def test_nothing_is_told_of_nothing() -> None:
    assert movers_sentence(empty_edition()) == unanswered_sentence(empty_edition()) == ""


def test_what_is_unanswered_is_counted_as_supervision_counts_it() -> None:
    said = unanswered_sentence(shipped_edition())
    assert said == (
        "2 kiến nghị quá hạn chưa trả lời, 5 trường hợp phê bình hết hạn mà không giải trình, "
        "7 việc khắc phục quá hạn"
    )
