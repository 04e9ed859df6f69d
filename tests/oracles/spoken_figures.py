"""What numbers a sentence about figures must say, and in which order, worked out from the rows."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.figures import Figure
from generator.model.text import percent_value, quarter_end
from generator.radio.items.phrases import unit_name


@dataclass(frozen=True)
class Told:
    """A day of airing: its edition, the quarter that had closed last, and the one before it."""

    edition: Edition
    quarter: str
    before: str | None

    def row(self, **cut: str | None) -> Figure:
        found = self.edition.figures.one(**{"quarter": self.quarter} | cut)  # type: ignore[arg-type]
        assert found is not None
        return found

    @property
    def named(self) -> list[Decimal]:
        """ "quý hai năm hai nghìn không trăm mười tám"."""
        return [Decimal(self.quarter[-1]), Decimal(self.quarter[:4])]


def told_on(edition: Edition, air_on: date) -> Told | None:
    """None before any quarter has closed."""
    closed = [name for name in edition.figures.quarters if quarter_end(name) < air_on]
    return Told(edition, closed[-1], closed[-2] if closed[1:] else None) if closed else None


def shown(value: float | None) -> Decimal:
    """A share as it is shown."""
    assert value is not None
    return percent_value(value).normalize()


def _opening(told: Told, match: re.Match[str]) -> list[Decimal]:
    return told.named[:1]


def _city(told: Told, match: re.Match[str]) -> list[Decimal]:
    return [*told.named, Decimal(told.row().ended_count)]


def _share(told: Told, match: re.Match[str]) -> list[Decimal]:
    share = percent_value(told.row().on_time_share or 0)
    if not match[1]:
        return [share.normalize()]
    before = percent_value(told.row(quarter=told.before).on_time_share or 0)
    assert match[1] == ("cao" if share > before else "thấp")
    return [share.normalize(), abs(share - before).normalize()]


def _late(told: Told, match: re.Match[str]) -> list[Decimal]:
    counts = (told.row().overdue_count, told.row().open_overdue_count)
    return [Decimal(count) for count in counts if count]


def _no_apology(told: Told, match: re.Match[str]) -> list[Decimal]:
    return [Decimal(told.row().overdue_without_apology_count)]


def _city_short(told: Told, match: re.Match[str]) -> list[Decimal]:
    return [*told.named, shown(told.row().on_time_share)]


def _unit_id(told: Told, name: str) -> str:
    """The unit of that spoken name which has figures; a later unit may have taken the name over."""
    (unit_id,) = {
        unit.unit_id
        for unit in told.edition.units
        if unit_name(unit).replace(" - ", ", ") == name
        and told.edition.figures.one(unit=unit.unit_id, quarter=told.quarter)
    }
    return unit_id


def _unit(told: Told, match: re.Match[str]) -> list[Decimal]:
    row = told.row(unit=_unit_id(told, match[1]))
    return [Decimal(row.ended_count), shown(row.on_time_share)]


def _improved(told: Told, match: re.Match[str]) -> list[Decimal]:
    unit_id = _unit_id(told, match[2])
    was = told.row(unit=unit_id, quarter=told.before).on_time_share
    now = told.row(unit=unit_id).on_time_share
    return [*(told.named if match[1] else []), shown(was), shown(now)]


def _field(told: Told, name: str) -> Decimal:
    rows = [row for row in told.edition.figures.by("field", "quarter") if row.field]
    share = {mid_sentence(str(r.field)): r.on_time_share for r in rows if r.quarter == told.quarter}
    return shown(share[name])


def _fields(told: Told, match: re.Match[str]) -> list[Decimal]:
    return [*told.named, _field(told, match[1]), *([_field(told, match[2])] if match[2] else [])]


def _lowest(told: Told, match: re.Match[str]) -> list[Decimal]:
    return [_field(told, match[1])]


def _online(told: Told, match: re.Match[str]) -> list[Decimal]:
    rows = [told.row(), *([told.row(quarter=told.before)] if match[1] else [])]
    return [*told.named, *(shown(row.received_online_count / row.received_count) for row in rows)]


def _name(told: Told, procedure_id: str) -> str:
    return mid_sentence(told.edition.procedure(procedure_id).short_name).removeprefix("thủ tục ")


def _cut(told: Told, match: re.Match[str]) -> list[Decimal]:
    cuts = {_name(told, cut.procedure_id): cut for cut in told.edition.figures.cuts}
    cut = cuts[match[1]]
    assert cut.baseline_value is not None
    assert cut.limit_value is not None
    return [Decimal(cut.baseline_value), Decimal(cut.limit_value), shown(cut.cut_share)]


def _took(told: Told, match: re.Match[str]) -> list[Decimal]:
    """Nine of ten; and the days of every procedure that is named, which must be the same."""
    rows = told.edition.figures.by("procedure", "quarter")
    days = {
        _name(told, row.procedure_id or ""): row.p90_days
        for row in rows
        if row.quarter == told.quarter
    }
    rest, named = match[1], []
    for name in sorted(days, key=len, reverse=True):
        if name in rest:
            rest, named = rest.replace(name, ""), [*named, days[name]]
    assert not re.sub(r"thủ tục|mỗi|và|,", "", rest).strip(), rest
    assert len(set(named)) == 1, match[0]
    nine_of_ten = (
        [Decimal(10), Decimal(9)] if match[2].startswith("cứ") else [Decimal(9), Decimal(10)]
    )
    return [*nine_of_ten, *([Decimal(named[0])] if named[0] else [])]


Rule = Callable[[Told, re.Match[str]], list[Decimal]]
_RULES: tuple[tuple[str, Rule], ...] = (
    (r".+ kết quả giải quyết thủ tục hành chính quý \S+\.", _opening),
    (r"Trong quý .+, các cơ quan của thành phố giải quyết xong .+ hồ sơ\.", _city),
    (r"Tỷ lệ trước hạn và đúng hạn là [^,]+(?:, (?:(cao|thấp) hơn|bằng) quý trước.*)?\.", _share),
    (r"Có .+ quá hạn.*\.", _late),
    (r"Trong số đó, .+ hồ sơ không có phiếu xin lỗi và hẹn lại\.", _no_apology),
    (r"Quý .+, tỷ lệ hồ sơ trước hạn và đúng hạn của toàn thành phố là .+\.", _city_short),
    (r"(.+) giải quyết xong .+ hồ sơ, trước hạn và đúng hạn .+\.", _unit),
    (r"(?:.+ (trong quý) .+ là|Tiếp đó là|Sau nữa là) (.+?), (?:tỷ .+ )?tăng từ .+\.", _improved),
    (
        r"Xét theo .+ trong quý [^,]+, (.+) có tỷ lệ .+ cao nhất, là [^,]+"
        r"(?:, thấp nhất là (.+), .+)?\.",
        _fields,
    ),
    (r"Thấp nhất là (.+), .+\.", _lowest),
    (r"Trong quý .+, hồ sơ nộp trực tuyến chiếm [^,]+(, quý trước là .+)?\.", _online),
    (r"Thủ tục (.+) được rút ngắn từ .+ xuống .+, giảm .+\.", _cut),
    (r"(?:Với|Còn với|Ở) (.+), (cứ mười|chín trong mười) .*hồ sơ xong .+\.", _took),
)


def numbers_due(sentence: str, told: Told) -> list[Decimal] | None:
    """The numbers that the sentence must say; None when it is about no figure we know."""
    for pattern, rule in _RULES:
        if match := re.fullmatch(pattern, sentence):
            return rule(told, match)
    return None
