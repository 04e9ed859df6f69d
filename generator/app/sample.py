"""A whole data folder of invented records, which the faces write."""

import re
from dataclasses import replace
from pathlib import Path

from generator.app.pipeline import public_edition
from generator.app.sources import Sources, read_settings
from generator.clock import UnknownYear
from generator.datafolder import load_world
from generator.datafolder.abbreviations import load_abbreviations
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE, read_yaml
from generator.model.abbreviations import Abbreviations
from generator.model.datasets import name_of
from generator.model.duty_records import Broadcast
from generator.model.problems import Problem
from generator.radio.bulletin import make_bulletins
from generator.radio.items.correction import CORRECTION
from generator.radio.items.praise import PRAISE
from generator.sample import SampleStation, facts_of, file_of, make_sample, sample_records

SETTINGS = (SETTINGS_FILE, CONTRACT_FILE, "abbreviations.yaml")
_SAMPLE = re.compile(rb"^([\"']?)sample\1\s*:[^\r\n]*", re.MULTILINE)
LEFT_OUT = {39: PRAISE.name, 45: CORRECTION.name}
"""Weeks in which the station does not read the last item of a kind: what it says wins."""
UNSAID = (
    "Không tìm thấy dòng “sample: …” đứng riêng trong city.yaml, nên không ghi được rằng dữ liệu "
    "này là dữ liệu mẫu. Hãy viết mục ấy trên một dòng riêng, không thụt đầu dòng."
)
TOO_FEW = (
    "Thư mục dữ liệu gốc có quá ít đơn vị, thủ tục có thời hạn hoặc ngày làm việc nên không sinh "
    "được dữ liệu mẫu. Hãy chỉ ra một thư mục đầy đủ hơn bằng --data."
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
    said, count = _SAMPLE.subn(rb"sample: true", settings)
    if count != 1:
        raise NoSample(UNSAID)
    return said


def make_sample_files(data_dir: Path, *, dossiers: int, seed: int) -> dict[str, bytes]:
    """A whole data folder of sample records over the facts of another, as bytes by path.

    The same seed gives the same bytes. Raises Refused when the facts cannot be read, and NoSample.
    """
    city, contract = read_settings(data_dir)
    city = city.model_copy(update={"sample": True})
    paths = [path for dataset in facts_of(contract) for path in dataset.paths]
    facts = {name: (data_dir / name).read_bytes() for name in (*SETTINGS, *paths)}
    facts[SETTINGS_FILE] = said_to_be_sample(facts[SETTINGS_FILE])
    world = load_world(data_dir, contract)
    try:
        invented = make_sample(world, city, dossier_count=dossiers, seed=seed)
    except UnknownYear:
        raise
    except (ValueError, LookupError) as error:  # chance has fewer to choose from than it is to
        raise NoSample(TOO_FEW) from error
    abbreviations, _ = load_abbreviations(data_dir)
    made = replace(world, dossier_files=(), **sample_records(invented))
    sources = Sources(data_dir, city, contract, abbreviations or Abbreviations(), made)
    station = SampleStation(LEFT_OUT)
    make_bulletins(public_edition(sources), station)
    invented[file_of(name_of(Broadcast))] = station.csv()
    return facts | {path: text.encode("utf-8") for path, text in invented.items()}
