"""What numbers a sentence about figures must say, and in which order, worked out from the rows."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.figures import Figure
from generator.model.records import Unit
from generator.model.text import percent_value, quarter_end
from generator.radio.items.phrases import unit_name
from oracles.spoken_numbers import numbers_in, value_of


@dataclass(frozen=True)
class Told:
    """A day of airing: its edition, the quarter that had closed last, and the one before it."""

    edition: Edition
    quarter: str
    before: str | None
    year: int

    def row(self, **cut: str | None) -> Figure:
        found = self.edition.figures.one(**{"quarter": self.quarter} | cut)  # type: ignore[arg-type]
        assert found is not None
        return found

    @property
    def named(self) -> list[Decimal]:
        """ "quý hai", with its year only in another year's broadcast."""
        year = [Decimal(self.quarter[:4])] if self.quarter[:4] != str(self.year) else []
        return [Decimal(self.quarter[-1]), *year]

    @property
    def in_turn(self) -> list[Decimal]:
        """ "quý hai" of one after another: the series has begun with its year."""
        return self.named[:1]


def told_on(edition: Edition, air_on: date) -> Told | None:
    """None before any quarter has closed."""
    closed = [name for name in edition.figures.quarters if quarter_end(name) < air_on]
    if not closed:
        return None
    return Told(edition, closed[-1], closed[-2] if closed[1:] else None, air_on.year)


def shown(value: float | None) -> Decimal:
    """A share as it is shown."""
    assert value is not None
    return percent_value(value).normalize()


def _opening(told: Told, match: re.Match[str]) -> list[Decimal]:
    return told.named


def _city(told: Told, match: re.Match[str]) -> list[Decimal]:
    return [*told.named, Decimal(told.row().ended_count)]


def _share(told: Told, match: re.Match[str]) -> list[Decimal]:
    share = percent_value(told.row().on_time_share or 0)
    if not match[1]:
        return [share.normalize()]
    before = percent_value(told.row(quarter=told.before).on_time_share or 0)
    assert match[1] == ("cao" if share > before else "thấp")
    quarter = Decimal(str(told.before)[-1])
    return [share.normalize(), quarter, abs(share - before).normalize()]


def _late(told: Told, match: re.Match[str]) -> list[Decimal]:
    counts = (told.row().overdue_count, told.row().open_overdue_count)
    return [Decimal(count) for count in counts if count]


PARTS = {
    "một phần tư": Decimal("0.25"),
    "một phần ba": 1 / Decimal(3),
    "một nửa": Decimal("0.5"),
    "hai phần ba": 2 / Decimal(3),
    "ba phần tư": Decimal("0.75"),
}


def _no_apology(told: Told, match: re.Match[str]) -> list[Decimal]:
    """The part is said in words: it must be true, and its own numbers are no figures."""
    row = told.row()
    late = row.overdue_count + row.open_overdue_count
    told_of = row.overdue_without_apology_count
    if match[0].startswith("Mới có"):
        told_of = late - told_of
    share, part = Decimal(told_of) / late, PARTS[match[2]]
    how = match[1].capitalize()
    assert {"Hơn": share > part, "Chưa đến": share < part, "Đúng": share == part}[how]
    return list(numbers_in(match[2]))


def _city_short(told: Told, match: re.Match[str]) -> list[Decimal]:
    late = told.row().overdue_count
    return [*told.named, shown(told.row().on_time_share), *([Decimal(late)] if late else [])]


def _unit_id(told: Told, name: str) -> str:
    """The unit of that spoken name which has figures; a later unit may have taken the name over."""
    (unit_id,) = {
        unit.unit_id
        for unit in told.edition.units
        if name in _spoken_names(unit)
        and told.edition.figures.one(unit=unit.unit_id, quarter=told.quarter)
    }
    return unit_id


def _spoken_names(unit: Unit) -> set[str]:
    names = {unit_name(unit), unit.name, mid_sentence(unit.name)}
    return {name.replace(" - ", ", ") for name in names}


def _units(told: Told, match: re.Match[str]) -> list[Decimal]:
    """What all of the units reached: true of each, and no higher step is."""
    text, level = match["units"], value_of(match["level"])
    assert bool(re.fullmatch(r"[Cc]ác (phường|xã|đơn vị) sau đây", text)) == bool(match["listed"])
    text = match["listed"] or text
    counted = re.fullmatch(r"(\w+) (phường|xã) (.+)", text)
    whole = counted[3] if counted else text
    ids = _named_units(told, whole, counted[2].capitalize() if counted else "")
    shares = [shown(told.row(unit=unit_id).on_time_share) for unit_id in ids]
    if match["from"]:
        assert min(shares) // 5 * 5 == level
    else:
        assert set(shares) == {level}
    if counted:
        assert value_of(counted[1].lower()) == len(ids)
    count = [Decimal(len(ids))] if counted else []
    given = [level.normalize()]
    if match["listed"]:
        return [*told.in_turn, *given, *count]
    if match.re.pattern.startswith("Trong"):
        return [*told.in_turn, *count, *given]
    return [*count, *told.in_turn, *given]


def _named_units(told: Told, text: str, noun: str) -> list[str]:
    """The units whose names the text lists, every word of it used."""
    found, rest = [], text
    units = [
        unit
        for unit in told.edition.units
        if told.edition.figures.one(unit=unit.unit_id, quarter=told.quarter)
        and unit.name.startswith(noun)
    ]
    for unit in sorted(units, key=lambda one: -len(one.name)):
        name = unit.name.removeprefix(f"{noun} ") if noun else unit.name
        spoken = name.replace(" - ", ", ")
        for form in (spoken, mid_sentence(spoken)):
            if re.search(rf"(?<!\w){form}(?!\w)", rest):
                rest, found = rest.replace(form, ""), [*found, unit.unit_id]
    assert not re.sub(r"và|,", "", rest).strip(), rest
    return found


def _alone(told: Told, match: re.Match[str]) -> list[Decimal]:
    return [shown(told.row(unit=_unit_id(told, match[1])).on_time_share)]


def _improved(told: Told, match: re.Match[str]) -> list[Decimal]:
    _unit_id(told, match[1])
    return told.named


def _rose(told: Told, match: re.Match[str]) -> list[Decimal]:
    """The rise of the unit that rose most, of those with enough dossiers in both quarters."""
    assert told.before
    least = told.edition.city.policy.percentile_min_count
    rises = []
    for row in told.edition.figures.by("unit", "quarter"):
        before = told.edition.figures.one(unit=row.unit_id, quarter=told.before)
        if (
            row.quarter == told.quarter
            and before
            and min(row.ended_count, before.ended_count) >= least
        ):
            now, was = shown(row.on_time_share), shown(before.on_time_share)
            rises.append((now - was, was, now))
    _, was, now = max(rises)
    return [was, now]


def _others(told: Told, match: re.Match[str]) -> list[Decimal]:
    for name in match[1].split(" và Ủy ban nhân dân "):
        _unit_id(told, f"Ủy ban nhân dân {name.removeprefix('Ủy ban nhân dân ')}")
    return []


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


def _took(told: Told, match: re.Match[str]) -> list[Decimal]:
    """Nine of ten; and the days of every procedure that is named, which must be the same."""
    rows = told.edition.figures.by("procedure", "quarter")
    days = {
        _name(told, row.procedure_id or ""): row.p90_days
        for row in rows
        if row.quarter == told.quarter
    }
    whom = match["listed"] or match["whom"]
    assert bool(re.fullmatch(r"(?:các )?thủ tục sau đây", match["whom"])) == bool(match["listed"])
    rest, named = whom, []
    for name in sorted(days, key=len, reverse=True):
        if name in rest:
            rest, named = rest.replace(name, ""), [*named, days[name]]
    count = re.match(r"(hai|ba) thủ tục", whom)
    assert not re.sub(r"thủ tục|hai|ba|và|,", "", rest).strip(), rest
    one_by_one = rest.count("thủ tục")
    assert len(set(named)) == 1, match[0]
    assert (value_of(count[1]) if count else one_by_one) == len(named)
    ten, nine = Decimal(10), Decimal(9)
    said = [Decimal(len(named))] if count else []
    before, after = ([], said) if match["listed"] else (said, [])
    if match[0].startswith("Trong"):
        parts = [*told.in_turn, *before, ten, nine]
    elif match[0].startswith("Ở"):
        parts = [*before, nine, ten, *told.in_turn]
    else:
        parts = [*before, ten, *told.in_turn, nine]
    return [*parts, *([Decimal(named[0])] if named[0] else []), *after]


Rule = Callable[[Told, re.Match[str]], list[Decimal]]
_LISTED = r"(?: Đó là (?P<listed>.+)\.)?"
_YEAR = r"(?: năm hai nghìn không trăm \w+ \w+,?)?"
_LEVEL = r"(?:đều )?đạt tỷ lệ đúng hạn"
_RULES: tuple[tuple[str, Rule], ...] = (
    (r"(?:Mở đầu|Trước hết|Sau đây) là kết quả quý [^,]+\.", _opening),
    (
        r"(?:Chuyên mục lần|Trong loạt tin về|Mời quý vị nghe|Hôm nay, chuyên mục) .*quý .+\.",
        _opening,
    ),
    (r"Trong quý .+, các cơ quan của thành phố giải quyết xong .+ hồ sơ\.", _city),
    (r"Tỷ lệ trả trước hạn và đúng hạn đạt [^,]+(?:, (?:(cao|thấp) hơn|bằng) quý .+)?\.", _share),
    (r"Đáng chú ý, có .+ quá hạn.*\.", _late),
    (r"(Hơn|Chưa đến|Đúng) (.+) số đó không có phiếu xin lỗi và hẹn lại\.", _no_apology),
    (r"Mới có (hơn|chưa đến|đúng) (.+) số đó kèm phiếu xin lỗi và hẹn lại\.", _no_apology),
    (r"Quý .+, thành phố trả trước hạn và đúng hạn .+\.", _city_short),
    (
        rf"Trong quý [^,]+, (?P<units>.+?) {_LEVEL} (?P<from>từ )?(?P<level>.+?) phần trăm"
        rf"(?: trở lên)?\.{_LISTED}",
        _units,
    ),
    (
        rf"(?P<units>.+?) {_LEVEL} quý (?:một|hai|ba|bốn){_YEAR} (?P<from>từ )?"
        rf"(?P<level>.+?) phần trăm(?: trở lên)?\.{_LISTED}",
        _units,
    ),
    (r"Riêng (.+) đạt .+ phần trăm\.", _alone),
    (r"Tiến bộ nhiều nhất trong quý [^,]+ là (.+)\.", _improved),
    (r"Tỷ lệ trả trước hạn và đúng hạn ở đây tăng từ .+ lên .+\.", _rose),
    (r"Tiến bộ rõ rệt còn có (.+)\.", _others),
    (
        r"Trong quý [^,]+, lĩnh vực (.+) trả trước hạn và đúng hạn nhiều nhất, .+ số hồ sơ"
        r"(?:, thấp nhất là lĩnh vực (.+), .+)?\.",
        _fields,
    ),
    (r"Thấp nhất là lĩnh vực (.+), .+\.", _lowest),
    (r"Trong quý .+ số hồ sơ được nộp trực tuyến(, quý trước là .+)?\.", _online),
    (rf"Trong quý [^,]+, ở (?P<whom>.+), cứ mười .* xong [^.]+\.{_LISTED}", _took),
    (rf"Ở (?P<whom>.+), chín trong mười .* xong [^.]+\.{_LISTED}", _took),
    (rf"Với (?P<whom>.+), cứ mười .* xong [^.]+\.{_LISTED}", _took),
)


def with_lists(sentences: Iterable[str]) -> list[str]:
    """The sentences, each with the one that lists the names of what it counts."""
    whole: list[str] = []
    for sentence in sentences:
        if sentence.startswith("Đó là "):
            whole[-1] += f" {sentence}"
        else:
            whole.append(sentence)
    return whole


def numbers_due(sentence: str, told: Told) -> list[Decimal] | None:
    """The numbers that the sentence must say; None when it is about no figure we know."""
    for pattern, rule in _RULES:
        if match := re.fullmatch(pattern, sentence):
            return rule(told, match)
    return None
