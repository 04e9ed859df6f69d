"""A unit's scorecard: four figures, each beside that of units alike, and by quarter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.figures import Figure, Figures
from generator.model.text import judged_percent, vn_number, with_unit
from generator.pages.charts.quarters import WIDE_QUARTERS
from generator.pages.charts.scale import CLEAR_POINTS, points_between
from generator.pages.charts.sparkline import Spark, spark
from generator.pages.peers import Beside
from generator.pages.procedures.limits import days_words
from generator.pages.readings import without_result_share

Standing = Literal["better", "worse", "same", "unknown"]
Rows = dict[str | None, Figure]
Value = float | int | None


@dataclass(frozen=True)
class Score:
    """One figure of a unit beside the same figure of the units like it, both in words.

    `difference` says how the two printed numbers differ, empty when they cannot be compared.
    `by_quarter` are the unit's and the others' figure of each quarter, in words, newest first; the
    second is empty where no unit is like it.
    """

    label: str
    column: str
    value: str
    unit: str
    beside: str
    is_words: bool
    difference: str
    standing: Standing
    spark: Spark | None
    by_quarter: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Scorecard:
    """The four figures, and their quarters, newest first; lines run through the `drawn` ones."""

    scores: tuple[Score, ...]
    quarters: tuple[str, ...]

    @property
    def drawn(self) -> tuple[str, ...]:
        """The quarters that the lines run through, newest first."""
        return self.quarters[:WIDE_QUARTERS]


@dataclass(frozen=True)
class _Measure:
    """What one figure is: its label, its column, where its value lies, and how it is told."""

    label: str
    column: str
    value: Callable[[Figure], Value]
    is_share: bool
    is_merit: bool = True
    """True where more, or faster, is better; of the others no difference is marked."""
    has_chart: bool = False
    """True of what the page draws by quarter already, and large."""


MEASURES = (
    _Measure(
        "Hồ sơ đúng hạn", "on_time_share", lambda row: row.on_time_share, True, has_chart=True
    ),
    _Measure(
        "Không có kết quả (từ chối, rút, dừng)",
        "without_result_share",
        without_result_share,
        True,
        is_merit=False,
    ),
    _Measure("Một nửa hồ sơ xong trong", "median_days", lambda row: row.median_days, False),
    _Measure("9 trong 10 hồ sơ xong trong", "p90_days", lambda row: row.p90_days, False),
)


Scales = tuple[tuple[float, float], ...]
"""The least and the greatest value of the small lines of every unit, by measure."""


def scales_of(figures: Figures) -> Scales:
    """The scales on which all units' lines are drawn: from nothing to the most of any quarter."""
    rows = (*figures.by("unit", "quarter"), *figures.by("group", "quarter"))
    return tuple((0, max((m.value(row) or 0 for row in rows), default=0) or 1) for m in MEASURES)


def scorecard(
    beside: Beside | None,
    rows: Rows,
    quarters: Sequence[str],
    few_below: int = 0,
    scales: Scales | None = None,
) -> Scorecard | None:
    """The card of a unit, whose figures by quarter are `rows`; None without dossiers.

    Shares of fewer than `few_below` dossiers are not marked as better or worse.
    """
    if beside is None:
        return None
    scores = (
        _score(measure, beside, rows, quarters, few_below, scale)
        for measure, scale in zip(MEASURES, scales or (None,) * len(MEASURES), strict=True)
    )
    return Scorecard(tuple(scores), tuple(quarters[::-1]))


def _score(
    measure: _Measure,
    beside: Beside,
    rows: Rows,
    quarters: Sequence[str],
    few_below: int,
    scale: tuple[float, float] | None,
) -> Score:
    unit, alike = beside.mine, beside.by_quarter
    mine, other = measure.value(unit), _of(measure, beside.other)
    line = [_of(measure, rows.get(quarter)) for quarter in quarters]
    other_line = [_of(measure, alike.get(quarter)) for quarter in quarters]
    value, suffix = _words(measure, mine)
    difference, standing = _compared(measure, mine, other, few=unit.judged_count < few_below)
    return Score(
        label=measure.label,
        column=measure.column,
        value=value,
        unit=suffix,
        beside=_text(measure, other) if beside.other else "",
        is_words=not suffix and (not measure.is_share or mine is None),
        difference=difference,
        standing=standing,
        spark=None
        if measure.has_chart
        else spark(line[-WIDE_QUARTERS:], other_line[-WIDE_QUARTERS:], scale),
        by_quarter=tuple(
            (_text(measure, a), _text(measure, b) if alike else "")
            for a, b in zip(line[::-1], other_line[::-1], strict=True)
        ),
    )


def _of(measure: _Measure, row: Figure | None) -> Value:
    return None if row is None else measure.value(row)


def _words(measure: _Measure, value: Value) -> tuple[str, str]:
    """The value large, and its unit beside it."""
    if measure.is_share:
        return judged_percent(value).capitalize(), ""
    if value is None:
        return "Chưa đủ hồ sơ", ""
    words = days_words(int(value))
    return words.value, words.unit


def _text(measure: _Measure, value: Value) -> str:
    """The value inside a sentence or a cell."""
    if measure.is_share:
        return judged_percent(value)
    return "chưa đủ hồ sơ" if value is None else days_words(int(value)).text.lower()


def _compared(measure: _Measure, mine: Value, other: Value, *, few: bool) -> tuple[str, Standing]:
    """How much they differ in words, and whether that is enough to be marked."""
    if mine is None or other is None:
        return "", "unknown"
    if measure.is_share:
        points = points_between(mine, other)
        size = vn_number(abs(points), 0 if points == int(points) else 1)
        words = ("cao hơn", "thấp hơn", f" {with_unit(size, 'điểm phần trăm')}")
        ahead = points > 0
    else:
        points = mine - other
        words = ("nhanh hơn", "chậm hơn", f" {with_unit(abs(points), 'ngày làm việc')}")
        ahead = points < 0
    if points == 0:
        return "ngang bằng", "same"
    told = (words[0] if ahead else words[1]) + words[2]
    if not measure.is_merit or (measure.is_share and (few or abs(points) < CLEAR_POINTS)):
        return told, "same"
    return told, "better" if ahead else "worse"
