"""A whole data folder of invented records, which the faces write."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.app.pipeline import public_edition
from generator.app.sources import Sources, read_settings
from generator.clock import UnknownYear
from generator.datafolder import load_world
from generator.datafolder.abbreviations import load_abbreviations
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE, read_yaml
from generator.measure import measure
from generator.model.abbreviations import Abbreviations
from generator.model.datasets import DOSSIERS, name_of
from generator.model.duty_records import ReportEntry
from generator.model.problem import Problem
from generator.output.progress import doing
from generator.output.scratch import scratch
from generator.radio.bulletin import make_bulletins
from generator.radio.items.correction import CORRECTION
from generator.radio.items.praise import PRAISE
from generator.sample import (
    SampleStation,
    facts_of,
    file_of,
    invent_report_entries,
    make_sample,
    sample_records,
)

SETTINGS = (SETTINGS_FILE, CONTRACT_FILE, "abbreviations.yaml")
LEFT_OUT = {39: PRAISE.name, 45: CORRECTION.name}
"""Weeks in which the station does not read the last item of a kind: what it says wins."""
UNSAID = (
    "Không tìm thấy dòng “{0}: …” đứng riêng trong city.yaml, nên không ghi được “{0}: {1}” cho dữ "
    "liệu mẫu. Hãy viết mục ấy trên một dòng riêng, không thụt đầu dòng."
)
UNLISTED = (
    "Không tìm thấy danh sách tệp hồ sơ (mục path của bộ dossiers) trong datapackage.yaml, nên "
    "không khai được {} vào đó. Hãy viết mục ấy thành danh sách, mỗi tệp một dòng."
)
TOO_FEW = (
    "Từ năm {} đến năm {}, có lúc thư mục dữ liệu gốc có quá ít đơn vị, thủ tục có thời hạn hoặc "
    "ngày làm việc nên không sinh được dữ liệu mẫu. Hãy bớt số năm (--years), hoặc chỉ ra một thư "
    "mục đầy đủ hơn bằng --data."
)


class NoSample(Exception):
    """A folder's facts cannot become those of a sample; `str()` says why, in Vietnamese."""


def holds_real_data(folder: Path) -> bool:
    """True of a data folder whose settings do not say that its records are invented."""
    if not (folder / SETTINGS_FILE).exists():
        return False
    settings = read_yaml(folder / SETTINGS_FILE)
    return isinstance(settings, Problem) or settings.at(("sample",)).source.lower() != "true"


def said_to_be_sample(settings: bytes) -> bytes:
    """The settings, saying that the records are invented, whatever they said of the others.

    Raises NoSample.
    """
    return with_setting(settings, "sample", "true")


def with_setting(settings: bytes, name: str, value: str) -> bytes:
    """The settings with another value on the line of one. Raises NoSample."""
    line = re.compile(rb"^([\"']?)%b\1\s*:[^\r\n]*" % name.encode(), re.MULTILINE)
    said, count = line.subn(f"{name}: {value}".encode(), settings)
    if count != 1:
        raise NoSample(UNSAID.format(name, value))
    return said


def with_dossier_files(contract: bytes, declared: Sequence[str], made: Sequence[str]) -> bytes:
    """The contract with the dossiers' files that were made in place of those it declares.

    Raises NoSample.
    """
    if list(declared) == list(made):
        return contract
    listed = rb"\s+".join(rb"(?:-\s+)?[\"']?%b[\"']?" % re.escape(p).encode() for p in declared)
    place = re.compile(rb"^([ ]*)path:\s+" + listed + rb"[ ]*\r?$", re.MULTILINE)
    lines = b"".join(b"\n\\1  - %b" % path.encode() for path in made)
    said, count = place.subn(rb"\1path:" + lines, contract)
    if count != 1:
        raise NoSample(UNLISTED.format(", ".join(made)))
    return said


def make_sample_files(
    data_dir: Path, *, dossiers: int, seed: int, years: int = 1
) -> dict[str, bytes]:
    """A whole data folder of sample records over the facts of another, as bytes by path.

    The first year is that of the folder's `as_of`, which the sample's is moved from when there are
    more `years`. The same seed gives the same bytes. Raises Refused when the facts cannot be read,
    and NoSample.
    """
    city, contract = read_settings(data_dir)
    first_year, as_of = city.as_of.year, _later(city.as_of, years - 1)
    city = city.model_copy(update={"sample": True, "as_of": as_of})
    paths = [path for dataset in facts_of(contract) for path in dataset.paths]
    facts = {name: (data_dir / name).read_bytes() for name in (*SETTINGS, *paths)}
    settings = said_to_be_sample(facts[SETTINGS_FILE])
    if years > 1:
        settings = with_setting(settings, "as_of", as_of.isoformat())
    facts[SETTINGS_FILE] = settings
    world = load_world(data_dir, contract)
    doing("Sinh hồ sơ và bản ghi mẫu")
    try:
        invented = make_sample(
            world, city, dossier_count=dossiers, seed=seed, first_year=first_year
        )
    except UnknownYear:
        raise
    except (ValueError, LookupError) as error:  # chance has fewer to choose from than it is to
        raise NoSample(TOO_FEW.format(first_year, as_of.year)) from error
    made = sorted(path for path in invented if path.startswith(f"{DOSSIERS}/"))
    facts[CONTRACT_FILE] = with_dossier_files(
        facts[CONTRACT_FILE], contract.dataset(DOSSIERS).paths, made
    )
    abbreviations, _ = load_abbreviations(data_dir)
    sampled = replace(
        world, dossier_files=(), closed_quarters=(), report_entries=(), **sample_records(invented)
    )
    sources = Sources(data_dir, city, contract, abbreviations or Abbreviations(), sampled)
    radio = city.radio
    station = SampleStation(LEFT_OUT, as_of.year, radio.approvers if radio else ())
    make_bulletins(public_edition(sources), station)
    told = _told_in_reports(sources, {path: invented[path] for path in made}, seed)
    invented[file_of(name_of(ReportEntry))] = told
    invented |= {file_of(name_of(kind)): text for kind, text in station.files.items()}
    return facts | {path: text.encode("utf-8") for path, text in invented.items()}


def _told_in_reports(sources: Sources, dossiers: Mapping[str, str], seed: int) -> str:
    """What the invented reports say, as CSV, beside the figures of the invented dossiers."""
    doing("Sinh nội dung báo cáo")
    files = {path.rpartition("/")[2]: text.encode("utf-8") for path, text in dossiers.items()}
    with scratch(files) as folder:
        world = replace(sources.world, dossier_files=tuple(folder / name for name in files))
        measured = measure(world, sources.city).reported
    return invent_report_entries(sources.city, world.quarterly_reports, measured, seed)


def _later(day: date, years: int) -> date:
    """The same day so many years later; the month's last where it has none."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))
