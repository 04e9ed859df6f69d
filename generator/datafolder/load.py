"""`datapackage.yaml` and `city.yaml`, typed; whatever is wrong with them becomes a finding."""

import re
from pathlib import Path

from generator.datafolder.dossier_files import with_found_files
from generator.datafolder.settings_file import load_settings
from generator.datafolder.written import Written, understood
from generator.datafolder.yaml_file import (
    CONTRACT_FILE,
    SETTINGS_FILE,
    file_problem,
    read_yaml,
)
from generator.model.contract import Contract, Dataset
from generator.model.contract_parts import ContractFault, contract_of, is_contract_text
from generator.model.datasets import DATASETS, DOSSIER_FIELDS, DOSSIERS
from generator.model.declared_settings import Declarations
from generator.model.problem import Problem
from generator.model.settings import City

CITY = Declarations(City)
OWN_NAME = re.compile(r"rieng(-[a-z0-9]+)+")
"""How a table of a city's own is called: no name of the program's begins so."""


def load_city(data_dir: Path) -> tuple[City | None, list[Problem]]:
    """The settings of `city.yaml`, or the findings that forbid to go on."""
    return load_settings(data_dir / SETTINGS_FILE, CITY)


def load_contract(data_dir: Path) -> tuple[Contract | None, list[Problem]]:
    """The typed contract with the files that lie there, or the findings that forbid to go on."""
    file = read_yaml(data_dir / CONTRACT_FILE)
    if isinstance(file, Problem):
        return None, [file]
    try:
        contract = contract_of(understood(file, is_contract_text))
    except ContractFault as fault:
        return None, [_told(fault, file)]
    if problems := _lacking(contract):
        return None, problems
    return with_found_files(data_dir, contract), []


def _told(fault: ContractFault, file: Written) -> Problem:
    """What is missing or wrong, and in which line: that of what it is missing in."""
    at = file.at(fault.place)
    return file_problem(
        fault.code,
        CONTRACT_FILE,
        at.line,
        field=".".join(map(str, fault.place)),
        value=" ".join(at.source.split()),
        expected_vi=fault.expected_vi,
        expected_en=fault.expected_en,
    )


def _lacking(contract: Contract) -> list[Problem]:
    """What the contract lacks that the product counts on, and the datasets nobody knows."""
    names = {dataset.name: {item.name for item in dataset.fields} for dataset in contract.datasets}
    wanted = {name: set(known.record.model_fields) for name, known in DATASETS.items()}
    wanted[DOSSIERS] = set(DOSSIER_FIELDS)
    lacking = [
        file_problem("contract-field-missing", CONTRACT_FILE, dataset=name, field=item)
        for name, fields in wanted.items()
        for item in sorted(fields - names.get(name, set()))
    ]
    own = [item for item in contract.datasets if item.name not in wanted]
    return lacking + [problem for item in own if (problem := _own_problem(item))]


def _own_problem(dataset: Dataset) -> Problem | None:
    """Why a dataset that nobody knows cannot be a table of the city's own; None when it can."""
    if not dataset.publish:
        field, code = f"{dataset.name}.publish", "dataset-unknown"
    elif not OWN_NAME.fullmatch(dataset.name):
        field, code = f"{dataset.name}.name", "dataset-name-taken"
    else:
        return None
    return file_problem(code, CONTRACT_FILE, dataset=dataset.name, field=field)
