"""One unit's page: everything the edition knows about it, praise and criticism in equal weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.page import Page
from generator.model.apologies import ApologyLine
from generator.model.capitals import mid_sentence
from generator.model.duty_records import Inspection
from generator.model.figures import Figure
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.recommendations import PublicRecommendation
from generator.model.records import Procedure, Unit
from generator.model.site_paths import SectionFolder
from generator.model.task_counts import TaskCount
from generator.model.text import (
    vn_date,
    vn_number,
    vn_percent,
)
from generator.model.unit_groups import LOCAL_KINDS
from generator.pages.addresses import unit_url
from generator.pages.apologies import COLUMNS
from generator.pages.directive.reported import UnitTold
from generator.pages.duties.ics import is_owed, unit_file
from generator.pages.duties.own import OwnDuty, own_duties
from generator.pages.duties.words import Duty
from generator.pages.folds import Folded
from generator.pages.peers import Beside
from generator.pages.pictures import Drawn
from generator.pages.readings import Reading
from generator.pages.schema_org import office
from generator.pages.stages import Stage
from generator.pages.units.dossiers import UnitDossiers, unit_dossiers
from generator.pages.units.procedure_lines import UnitProcedures
from generator.pages.units.scorecard import Scorecard
from generator.pages.units.source import Ancestor, Neighbour, Units
from generator.pages.view import View

SECTION = SectionFolder.UNITS


@dataclass(frozen=True)
class UnitView(View):
    """One unit; `whole` are its figures of all quarters, `own` what it owes the public itself."""

    template: ClassVar[str] = "pages/unit.html"
    item: Unit
    is_local: bool
    facts: str
    standing: bool
    answers_for: str
    focal_of: Sequence[Procedure]
    whole: Figure | None
    beside: Beside | None
    score: Scorecard | None
    quarter_chart: Drawn | None
    few_chart: Drawn | None
    readings: Sequence[Reading]
    endings: Sequence[Reading]
    commendations: Sequence[PublicCommendation]
    criticisms: Sequence[PublicCriticism]
    life_of: Mapping[str, Sequence[Stage]]
    procedures: UnitProcedures
    letters: Folded[ApologyLine]
    columns: Mapping[str, str]
    duties: Folded[Duty]
    own: Sequence[OwnDuty]
    tasks: TaskCount | None
    told: Folded[UnitTold]
    is_reviewed: bool
    calendar_file: str | None
    inspections: Sequence[Inspection]
    recommendations: Sequence[PublicRecommendation]
    neighbours: Sequence[Neighbour]
    ancestors: Sequence[Ancestor]
    period: str
    has_sensitive: bool


def unit_page(source: Units, unit: Unit) -> Page:
    """The unit's page."""
    edition, url = source.edition, unit_url(unit.unit_id)
    dossiers = unit_dossiers(source, unit)
    whole = dossiers.whole
    return source.renderer.page(
        _view(source, unit, dossiers),
        url,
        source.title(unit),
        f"{unit.name}: hồ sơ đúng hạn hay quá hạn, nêu gương, phê bình, báo cáo, kiến nghị.",
        frame=SECTION,
        search_text=_search_text(edition.contract.label(Unit, "kind", unit.kind), unit),
        figure=f"{vn_percent(whole.on_time_share)} hồ sơ đúng hạn"
        if whole and whole.on_time_share is not None
        else "",
        things=[office(edition, unit, url)],
    )


def _view(source: Units, unit: Unit, dossiers: UnitDossiers) -> UnitView:
    edition, unit_id = source.edition, unit.unit_id
    duties = source.duties(unit_id)
    return UnitView(
        item=unit,
        is_local=unit.kind in LOCAL_KINDS,
        facts=unit_facts(unit, unit_id in edition.city.service.around_the_clock),
        standing=unit.stands_on(edition.as_of),
        answers_for=answers_for(source, unit, len(dossiers.procedures.whole)),
        focal_of=source.focal_of(unit_id),
        whole=dossiers.whole,
        beside=dossiers.beside,
        score=dossiers.score,
        quarter_chart=dossiers.quarter_chart,
        few_chart=dossiers.few_chart,
        readings=dossiers.readings,
        endings=dossiers.endings,
        commendations=source.commendations.get(unit_id, ()),
        criticisms=source.criticisms.get(unit_id, ()),
        life_of=source.life_of(unit_id),
        procedures=dossiers.procedures,
        letters=dossiers.letters,
        columns=COLUMNS,
        duties=duties,
        own=own_duties(source.obligations.get(unit_id, ())),
        tasks=source.task_counts.get(unit_id),
        told=dossiers.told,
        is_reviewed=bool(edition.figures.unit_reviews),
        calendar_file=unit_file(unit_id)
        if any(is_owed(d.obligation) for d in duties.shown)
        else None,
        inspections=source.inspections.get(unit_id, ()),
        recommendations=source.recommendations.get(unit_id, ()),
        neighbours=source.neighbours(unit_id),
        ancestors=dossiers.ancestors,
        period=source.period.words,
        has_sensitive=any(procedure.sensitive for procedure in edition.procedures),
    )


def _search_text(kind: str, unit: Unit) -> str:
    """What people ask a unit for: a ward is sought by its People's Committee, too."""
    committee = f". Ủy ban nhân dân {mid_sentence(unit.name)}" if unit.kind in LOCAL_KINDS else ""
    return kind + committee


def unit_facts(unit: Unit, never_closes: bool) -> str:
    """What identifies the unit, in one line."""
    facts = (
        f"Mã thống kê {unit.gso_code}" if unit.gso_code else None,
        f"từ {vn_date(unit.valid_from)}" if unit.valid_from else None,
        f"đến hết {vn_date(unit.valid_to)}" if unit.valid_to else None,
        unit.legal_basis,
        "phục vụ cả ngày lẫn đêm, kể cả ngày nghỉ" if never_closes else None,
    )
    return " · ".join(fact for fact in facts if fact)


def answers_for(source: Units, unit: Unit, procedure_count: int) -> str:
    """What the unit does in one sentence; empty when the records know of nothing."""
    parts = []
    if procedure_count:
        when = source.period.words
        few = "ít nhất " if source.edition.city.policy.smallest_count > 1 else ""
        parts.append(f"giải quyết hồ sơ của {few}{vn_number(procedure_count)} thủ tục {when}")
    if led := len(source.leads.get(unit.unit_id, ())):
        parts.append(f"chủ trì {vn_number(led)} nhiệm vụ được giao")
    said = " và ".join(parts)
    return f"{unit.name} {said}." if said else ""
