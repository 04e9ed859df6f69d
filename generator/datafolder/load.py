"""`datapackage.yaml` and `city.yaml`, typed; whatever is wrong with them becomes a finding."""

from pathlib import Path

from pydantic import ValidationError

from generator.datafolder.yaml_file import (
    CONTRACT_FILE,
    SETTINGS_FILE,
    Raw,
    file_problem,
    read_mapping,
)
from generator.model.contract import DOSSIER_FIELDS, Contract, contract_of
from generator.model.problems import Problem
from generator.model.records import RECORD_TYPES
from generator.model.settings import City


def load_city(data_dir: Path, raw: Raw | None = None) -> tuple[City | None, list[Problem]]:
    """The settings of `city.yaml`, or the findings that forbid to go on.

    `raw` is what stands in the file, when it has been read already.
    """
    raw = read_mapping(data_dir / SETTINGS_FILE) if raw is None else raw
    if isinstance(raw, Problem):
        return None, [raw]
    try:
        return City.model_validate(raw), []
    except ValidationError as error:
        return None, [_setting_problem(item["type"], item["loc"]) for item in error.errors()]


def _setting_problem(kind: str, loc: tuple[int | str, ...]) -> Problem:
    codes = {"extra_forbidden": "setting-unknown", "missing": "setting-missing"}
    return file_problem(
        codes.get(kind, "setting-invalid"), "city.yaml", field=".".join(str(part) for part in loc)
    )


def load_contract(data_dir: Path, raw: Raw | None = None) -> tuple[Contract | None, list[Problem]]:
    """The typed contract, or the findings that forbid to go on; `raw` as in `load_city`."""
    raw = read_mapping(data_dir / CONTRACT_FILE) if raw is None else raw
    if isinstance(raw, Problem):
        return None, [raw]
    try:
        contract = contract_of(raw)
        problems = _lacking(contract)
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        return None, [file_problem("contract-incomplete", "datapackage.yaml", part=str(error))]
    return (None if problems else contract), problems


def _lacking(contract: Contract) -> list[Problem]:
    """Datasets, and fields the product counts on, that the contract does not have."""
    names = {dataset.name: {item.name for item in dataset.fields} for dataset in contract.datasets}
    wanted = {name: set(kind.model_fields) for name, kind in RECORD_TYPES.items()}
    wanted["dossiers"] = set(DOSSIER_FIELDS)
    return [
        file_problem("contract-field-missing", "datapackage.yaml", dataset=name, field=item)
        for name, fields in wanted.items()
        for item in sorted(fields - names.get(name, set()))
    ]
