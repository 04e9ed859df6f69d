"""One edition: everything that may be made public, and nothing else.

Publishers and the radio desk receive this value only. Names of people whose record is not in
force are gone from it already, drafts never enter it, and of dossiers it holds figures alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.edition.bulletin import Bulletin, PendingCorrection
from generator.edition.revisions import Saved
from generator.edition.script import Script
from generator.ledger.ledger import Ledger
from generator.model.abbreviations import Abbreviations
from generator.model.contract import Contract
from generator.model.counts import MethodStep
from generator.model.datasets import WITH_PAGES, Collections, name_of
from generator.model.duty_records import ReportEntry
from generator.model.figures import Figures
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.radio_settings import Dialect, Radio
from generator.model.recommendations import PublicRecommendation, PublicRecord
from generator.model.record import Record
from generator.model.records import Procedure, Unit
from generator.model.settings import City
from generator.model.speech import Speech
from generator.model.unit_groups import LOCAL_KINDS, local_noun
from generator.model.worked_deadline import WorkedDeadline


class NoStation(Exception):
    """A city that no station airs a column for has no scripts; `str()` says so in Vietnamese."""

    def __init__(self) -> None:
        super().__init__(
            "Không có bản tin: city.yaml không khai đài nào phát chuyên mục (mục radio). Hãy khai "
            "mục ấy trước."
        )


@dataclass(frozen=True)
class Edition(Collections):
    """Everything that is public as of `city.as_of`.

    `edition_id` is the quarter of `as_of` (`2018-Q4`). Records lie newest first (by the day
    they were approved, sent or published), units and procedures in file order. `bulletins`
    lie oldest first and are empty while the radio desk is still writing them; `scripts` are
    their scripts by bulletin id, in the same order, and `short_scripts` those of the short
    edition for the wards' loudspeakers. `commit` is the
    commit the data stand at, or None when that cannot be said. `pending_corrections` are the
    corrections that the station owes its listeners, the oldest first. `method` is the SQL that
    the figures were made with, in the order it was run, `worked` are deadlines counted by the same
    clock for examples. `ledger` is that of the editions
    closed so far, with what may still be opened of it. `saved` is what each commit did to a public
    record, by dataset and record id, oldest first; empty when that cannot be said. `extra` are the
    rows of tables of the city's own, by dataset.
    """

    commendations: tuple[PublicCommendation, ...] = ()
    criticisms: tuple[PublicCriticism, ...] = ()
    recommendations: tuple[PublicRecommendation, ...] = ()
    _: KW_ONLY
    city: City
    contract: Contract
    edition_id: str
    figures: Figures
    extra: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    bulletins: tuple[Bulletin, ...] = ()
    scripts: Mapping[str, Script] = field(default_factory=dict)
    short_scripts: Mapping[str, Script] = field(default_factory=dict)
    commit: str | None = None
    pending_corrections: tuple[PendingCorrection, ...] = ()
    method: tuple[MethodStep, ...] = ()
    worked: tuple[WorkedDeadline, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    saved: Mapping[str, tuple[Saved, ...]] = field(default_factory=dict)

    @property
    def as_of(self) -> date:
        """Today."""
        return self.city.as_of

    @cached_property
    def speech(self) -> Speech:
        """How the city's announcers speak."""
        return Speech(self.abbreviations, self.dialect)

    @property
    def dialect(self) -> Dialect:
        """The announcers' dialect."""
        return self.city.dialect

    @property
    def radio(self) -> Radio:
        """The station's column. Raises NoStation where there is none."""
        if self.city.radio is None:
            raise NoStation
        return self.city.radio

    @cached_property
    def local_units(self) -> str:
        """What its wards and communes are called together, "phường, xã"; empty without any."""
        is_any = any(unit.kind in LOCAL_KINDS for unit in self.units)
        return local_noun(self.contract) if is_any else ""

    @property
    def records(self) -> tuple[PublicRecord, ...]:
        """All that has an id of its own in the ledger: praise, criticism, recommendations."""
        return (*self.commendations, *self.criticisms, *self.recommendations)

    @cached_property
    def dataset_of(self) -> dict[str, str]:
        """The dataset of each of those records, by its id."""
        return {
            record.record_id: dataset.name
            for dataset in WITH_PAGES
            for record in getattr(self, dataset.name)
        }

    @cached_property
    def _units_by_id(self) -> dict[str, Unit]:
        return {unit.unit_id: unit for unit in self.units}

    @cached_property
    def _records_by_id(self) -> dict[str, PublicRecord]:
        return {record.record_id: record for record in self.records}

    @cached_property
    def _procedures_by_id(self) -> dict[str, Procedure]:
        return {item.procedure_id: item for item in self.procedures}

    @cached_property
    def _entries_by_key(self) -> dict[tuple[str, str, str], ReportEntry]:
        return {(e.unit_id, e.quarter, e.indicator): e for e in self.report_entries}

    def report_entry(self, unit_id: str, quarter: str, indicator: str) -> ReportEntry | None:
        """What a unit told of an indicator in its report for a quarter, if anything."""
        return self._entries_by_key.get((unit_id, quarter, indicator))

    def unit(self, unit_id: str) -> Unit:
        """The unit of that id. Raises KeyError when there is none."""
        return self._units_by_id[unit_id]

    def procedure(self, procedure_id: str) -> Procedure:
        """The procedure of that id. Raises KeyError when there is none."""
        return self._procedures_by_id[procedure_id]

    def record(self, record_id: str) -> PublicRecord:
        """The public record of that id. Raises KeyError when there is none."""
        return self._records_by_id[record_id]

    def of_records(self, kinds: Iterable[type[Record]]) -> "Edition":
        """The same edition of no records but those of some types, and without scripts."""
        names = [name_of(kind) for kind in kinds]
        return Edition(
            **{name: getattr(self, name) for name in names},
            city=self.city,
            contract=self.contract,
            edition_id=self.edition_id,
            figures=self.figures,
            abbreviations=self.abbreviations,
        )

    def with_bulletins(
        self,
        scripts: Iterable[Script],
        short_scripts: Iterable[Script] = (),
        pending_corrections: tuple[PendingCorrection, ...] = (),
    ) -> "Edition":
        """The same edition with its bulletins, their scripts and the corrections still owed."""
        by_week = {script.bulletin.bulletin_id: script for script in scripts}
        short = {script.bulletin.bulletin_id: script for script in short_scripts}
        return replace(
            self,
            bulletins=tuple(script.bulletin for script in by_week.values()),
            scripts=by_week,
            short_scripts=short,
            pending_corrections=pending_corrections,
        )
