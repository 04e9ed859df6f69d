"""Units, procedures and invented figures of the small hand-made edition."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random

from generator.edition.edition import Edition
from generator.model.counts import CountTable, DayCount
from generator.model.figures import Cut, CutTotal, Figure, Figures, Taken
from generator.model.obligations import Obligation, ReportCount
from generator.model.reporting import ReportOf
from generator.model.unit_groups import UNIT_GROUPS, family_of

QUARTERS = ("2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4")
UNITS = (
    ("p-dong-tho", "Phường Đông Thọ", "ward"),
    ("p-nam-ngan", "Phường Nam Ngạn", "ward"),
    ("p-ba-dinh", "Phường Ba Đình", "ward"),
    ("p-quang-thang", "Phường Quảng Thắng", "ward"),
    ("x-quang-hung", "Xã Quảng Hưng", "commune"),
    ("x-hoang-quang", "Xã Hoằng Quang", "commune"),
    ("qldt", "Phòng Quản lý đô thị", "division"),
    ("ldtbxh", "Phòng Lao động - Thương binh và Xã hội", "division"),
    ("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", "supervisor"),
)
GROUP_OF = {id_: f"{family}-20" for id_, _, kind in UNITS if (family := family_of(kind))}
# id, name, field, level, sensitive, baseline, limit, unit, confirmed
PROCEDURES = (
    ("1.001193", "Đăng ký khai sinh", "Hộ tịch", "ward", False, 5, 3, "working_day", False),
    ("1.000656", "Đăng ký khai tử", "Hộ tịch", "ward", False, 1, 1, "working_day", False),
    ("1.004884", "Đăng ký lại khai sinh", "Hộ tịch", "ward", False, 10, 6, "working_day", True),
    ("2.000815", "Chứng thực bản sao", "Chứng thực", "ward", False, 0, 0, "same_day", False),
    ("2.001263", "Đăng ký nuôi con nuôi", "Nuôi con nuôi", "ward", True, 30, 21, "day", False),
    ("1.013225", "Cấp phép xây dựng", "Xây dựng", "city", False, 30, 21, "working_day", False),
    ("1.012812", "Hòa giải tranh chấp đất đai", "Đất đai", "ward", False, 45, 30, "day", False),
    ("1.001669", "Đăng ký giám hộ", "Hộ tịch", "ward", False, None, None, None, False),
)

CONFIRMED = {row[0] for row in PROCEDURES if row[-1]}


def a_figure(**values: object) -> Figure:
    """A figure row of zeros and nothing, with the given values."""
    fields: dict[str, object] = {
        name: None if str(kind).endswith("None") else 0
        for name, kind in Figure.__annotations__.items()
    }
    return Figure(**(fields | values))  # type: ignore[arg-type]


def alike(*unit_ids: str) -> CountTable:
    """The table that says which units are compared: those of a kind, which have one size here."""
    return CountTable(
        UNIT_GROUPS,
        ("unit_id", "group_id", "quarter_count", "received_count"),
        tuple((unit_id, GROUP_OF[unit_id], 4, 400) for unit_id in unit_ids if unit_id in GROUP_OF),
    )


def _quantile(days: dict[int, int], share: float) -> int | None:
    total = sum(days.values())
    if total < 30:
        return None
    seen = 0
    for day in sorted(days):
        seen += days[day]
        if seen >= share * total:
            return day
    return None


def _figure(key: tuple[str | None, ...], days: dict[int, int], over: int, open_over: int) -> Figure:
    ended = sum(days.values())
    judged = ended + open_over
    share = (ended - over) / judged if judged else None
    return a_figure(
        unit_id=key[0],
        group_id=key[1],
        procedure_id=key[2],
        field=key[3],
        quarter=key[4],
        received_count=judged + 1,
        ended_count=ended,
        early_count=(ended - over) // 3,
        on_time_count=ended - over - (ended - over) // 3,
        overdue_count=over,
        open_within_count=1,
        open_overdue_count=open_over,
        received_online_count=ended // 9,
        on_time_share=share,
        legal_on_time_share=share,
        shortened_on_time_share=share,
        strict_on_time_count=ended - over - over // 2,
        strict_overdue_count=over + over // 2 + open_over,
        strict_on_time_share=(ended - over - over // 2) / judged if judged else None,
        legal_on_time_count=ended - over,
        legal_overdue_count=over + open_over,
        shortened_on_time_count=ended - over,
        shortened_overdue_count=over + open_over,
        on_time_unconfirmed_count=0 if key[2] in CONFIRMED else judged // 50,
        strict_unconfirmed_count=0 if key[2] in CONFIRMED else judged // 50,
        legal_unconfirmed_count=0 if key[2] in CONFIRMED else judged // 2,
        shortened_unconfirmed_count=0 if key[2] in CONFIRMED else judged,
        rejected_count=ended // 20,
        rejected_share=ended // 20 / ended if ended else None,
        withdrawn_share=0.0 if ended else None,
        stopped_share=0.0 if ended else None,
        supplemented_count=ended // 10,
        supplemented_share=ended // 10 / ended if ended else None,
        overdue_without_apology_count=over // 2,
        overdue_without_apology_share=over // 2 / (over + open_over) if over + open_over else None,
        median_days=_quantile(days, 0.5),
        p90_days=_quantile(days, 0.9),
    )


def _dossiers() -> list[tuple[str, str, str, str, int, bool, bool]]:
    """(unit, procedure, field, quarter, days, overdue, open) of each invented dossier."""
    random, rows = Random(643), []
    for place, (unit_id, _, kind) in enumerate(UNITS[:8]):
        for procedure_id, _, field, level, _, _, limit, _, _ in PROCEDURES[:-1]:
            if (level == "city") != (kind == "division") or unit_id == "ldtbxh":
                continue
            for quarter, _ in product(
                QUARTERS, range(4 + 3 * place + (9 if procedure_id < "1.002" else 0))
            ):
                days = max(0, round(random.gammavariate(2 + place / 4, max(1, limit or 1) / 4)))
                late = days > (limit or 0) and random.random() < 0.7
                rows.append(
                    (unit_id, procedure_id, field, quarter, days, late, random.random() < 0.01)
                )
    return rows


def _figure_rows() -> tuple[tuple[Figure, ...], tuple[DayCount, ...]]:
    days: dict[tuple[str | None, ...], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    late: dict[tuple[str | None, ...], int] = defaultdict(int)
    still: dict[tuple[str | None, ...], int] = defaultdict(int)
    sensitive = {row[0] for row in PROCEDURES if row[4]}
    for unit, procedure, field, quarter, took, overdue, is_open in _dossiers():
        group = [(None, GROUP_OF[unit])] if unit in GROUP_OF else []
        places = ((None, None), (unit, None), *group)
        for place, *what in product(places, (None, procedure), (None, field), (None, quarter)):
            key = (*place, *what)
            if any(place) and what[0] in sensitive:
                continue
            if is_open:
                still[key] += 1
            else:
                days[key][took] += 1
                late[key] += overdue
    keys = sorted(days, key=str)
    rows = tuple(_figure(key, dict(days[key]), late[key], still[key]) for key in keys)
    counts = tuple(
        DayCount(str(key[2]), str(key[4]), day, count)
        for key in keys
        if key[2] and key[4] and not any(key[:2]) and not key[3]
        for day, count in sorted(days[key].items())
    )
    return rows, counts


def _cuts() -> tuple[Cut, ...]:
    cuts = []
    for procedure_id, _, _, _, _, baseline, limit, unit, confirmed in PROCEDURES:
        share = None if not baseline or limit is None else (baseline - limit) / baseline
        cuts.append(
            Cut(
                procedure_id,
                baseline,
                unit,
                limit,
                unit,
                share,
                None if share is None else share >= 0.3,
                "3152/QĐ-UBND",
                confirmed,
            )
        )
    return tuple(cuts)


BEFORE_AFTER = (
    Taken("1.001193", "before", 120, 4, 6),
    Taken("1.001193", "after", 240, 2, 3),
    Taken("1.004884", "before", 40, 5, 9),
    Taken("1.004884", "after", 12, None, None),
    Taken("2.000815", "before", 900, 0, 1),
    Taken("2.001263", "after", 31, 14, 20),
)
OBLIGATIONS = (
    Obligation(
        "assignments", "nv-1-1", "qldt", date(2018, 3, 20), date(2018, 3, 20), "done_on_time", 0
    ),
    Obligation(
        "quarterly_reports",
        "p-dong-tho/2018-Q3",
        "p-dong-tho",
        date(2018, 9, 15),
        date(2018, 9, 20),
        "done_late",
        4,
        ReportOf("2018-Q3", "cong-van-643"),
    ),
    Obligation(
        "quarterly_reports",
        "p-dong-tho/2018-Q4",
        "p-dong-tho",
        date(2018, 12, 15),
        None,
        "overdue",
        11,
        ReportOf("2018-Q4", "cong-van-643"),
    ),
    Obligation(
        "inspections",
        "kt-2018-01",
        "p-dong-tho",
        date(2018, 6, 5),
        date(2018, 6, 5),
        "done_on_time",
        0,
    ),
    Obligation("recommendations", "kn-2018-01", "p-dong-tho", date(2019, 1, 15), None, "open", 0),
    Obligation("criticisms", "pb-2018-001", "qldt", date(2019, 1, 15), None, "open", 0),
)


def figures() -> Figures:
    """The figures of the small edition."""
    rows, counts = _figure_rows()
    return Figures(
        rows,
        day_counts=counts,
        count_tables=(alike(*GROUP_OF),),
        before_after=BEFORE_AFTER,
        cuts=_cuts(),
        cut_total=CutTotal(8, 6, 5, 5 / 6, 5),
        obligations=OBLIGATIONS,
        report_counts=(ReportCount("p-dong-tho", "2018-Q4", 1, 0, 0, 1),),
        quarters=QUARTERS,
    )


def with_figures(edition: Edition, **changes: object) -> Edition:
    """The edition with other figures of some kinds, named as `Figures` names them."""
    told = {name: value for name, value in vars(edition.figures).items() if name[0] != "_"}
    rows = told.pop("rows")
    return replace(edition, figures=Figures(rows, **told | changes))
