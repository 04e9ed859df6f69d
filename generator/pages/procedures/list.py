"""The list of procedures by field, and every procedure's page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from generator.edition.page import Page
from generator.model.duty_settings import CutDuty
from generator.model.text import slug, vn_percent
from generator.pages.filters import Filter, state_filter, unit_filter, useful
from generator.pages.procedures.limits import cut_total_finding
from generator.pages.procedures.page import SECTION, procedure_page
from generator.pages.procedures.source import ProcedureRow, Procedures, by_field
from generator.pages.renderer import Renderer
from generator.pages.view import View

NAME = "Thủ tục"


@dataclass(frozen=True)
class ProceduresView(View):
    """The list of procedures by field; `states` and `handled_by` are by procedure.

    `mixed` says that some limits are confirmed and others are not: then each of these is marked.
    """

    template: ClassVar[str] = "pages/procedures.html"
    fields: Mapping[str, Sequence[ProcedureRow]]
    states: Mapping[str, str]
    handled_by: Mapping[str, Sequence[str]]
    filters: Sequence[Filter]
    cut: CutDuty | None
    cut_finding: str
    incomparable_count: int
    mixed: bool
    period: str
    has_sensitive: bool


def pages(renderer: Renderer) -> Iterator[Page]:
    """The list of procedures, then a page for each."""
    source = Procedures(renderer)
    yield _list_page(source)
    for procedure in source.edition.procedures:
        yield procedure_page(source, procedure)


def _list_page(source: Procedures) -> Page:
    return source.renderer.page(
        _view(source),
        f"{SECTION}/",
        NAME,
        "Từng thủ tục hành chính: thời hạn, mức rút ngắn và thời gian giải quyết thực tế.",
    )


def _view(source: Procedures) -> ProceduresView:
    ordered, total = source.edition.city.cut, source.figures.cut_total
    rows = [source.row(procedure) for procedure in source.edition.procedures]
    fields = by_field(rows)
    states = {row.procedure.procedure_id: _state(row, ordered) for row in rows}
    handled_by = {row.procedure.procedure_id: source.units_of(row.procedure) for row in rows}
    return ProceduresView(
        fields=fields,
        states=states,
        handled_by=handled_by,
        filters=useful(
            Filter(
                name="linh-vuc",
                label="Lĩnh vực",
                values=tuple((slug(field), field) for field in fields),
            ),
            unit_filter(source.edition, chain(*handled_by.values())),
            state_filter(states.values(), _states(ordered)),
        ),
        cut=ordered,
        cut_finding=cut_total_finding(total, ordered),
        incomparable_count=total.procedure_count - total.comparable_count,
        mixed=len({row.confirmed for row in rows}) > 1,
        period=source.period.words,
        has_sensitive=any(procedure.sensitive for procedure in source.edition.procedures),
    )


def _states(ordered: CutDuty | None) -> list[tuple[str, str]]:
    """What the list can be filtered by: the cut against the ordered one, and what it rests on."""
    wanted = vn_percent(ordered.share) if ordered else ""
    return [
        ("dat", f"Rút ngắn đạt {wanted}"),
        ("chua-dat", f"Rút ngắn chưa đạt {wanted}"),
        ("khong-so-sanh", "Chưa so sánh được"),
        ("da-xac-nhan", "Thời hạn đã xác nhận"),
        ("chua-xac-nhan", "Thời hạn chưa xác nhận"),
    ]


def _state(row: ProcedureRow, ordered: CutDuty | None) -> str:
    """Its values of the filter; only those that are used are offered."""
    met = row.cut.met if row.cut else None
    cut = "khong-so-sanh" if met is None else "dat" if met else "chua-dat"
    confirmed = "da-xac-nhan" if row.confirmed else "chua-xac-nhan"
    return f"{cut} {confirmed}" if ordered else confirmed
