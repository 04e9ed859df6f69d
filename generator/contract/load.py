"""Reads `datapackage.yaml` and `city.yaml`; whatever is wrong with them becomes a finding."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from generator.contract.inside import fault_inside
from generator.contract.package import Contract, contract_of
from generator.contract.records import RECORD_TYPES
from generator.contract.settings import City
from generator.problems import Problem

MAX_YAML_BYTES = 1_000_000


MAX_YAML_DEPTH = 50
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_REFUSED = {"alias": "yaml-alias", "tag": "yaml-tag"}
"""The problem code of what `_parsed` refuses by itself, by its word for it."""
_UNTIDY = (ValueError, LookupError, TypeError, AttributeError, OverflowError)
"""What PyYAML raises besides its own errors, for `!!timestamp 5` or the 30th of February."""


def _parsed(text: str) -> Any:
    """The value of a YAML text. Raises YAMLError, ValueError.

    Tags, aliases and deep nesting are refused before anything is built: these files need none of
    them, and a few aliases can unfold into gigabytes.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        mark: Any = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="alias", problem_mark=mark)
        if getattr(event, "tag", None) is not None:
            raise yaml.MarkedYAMLError(problem="tag", problem_mark=mark)
        if depth > MAX_YAML_DEPTH:
            raise yaml.MarkedYAMLError(problem="depth", problem_mark=mark)
    return yaml.load(text, _LOADER)  # noqa: S506  # a SafeLoader, in C where there is one


def _problem(code: str, file: str, row: int | None = None, **values: str) -> Problem:
    name = Path(file).stem
    return Problem(code, "error", name, file, row, values.pop("field", None), values)


def read_mapping(path: Path) -> dict[str, Any] | Problem:
    """The YAML mapping in a file, or the one finding that says why it cannot be had."""
    try:
        fault = fault_inside(path.parent, path.name)
        if fault:
            return _problem(fault.code, path.name)
        with path.open("rb") as file:
            data = file.read(MAX_YAML_BYTES + 1)
    except FileNotFoundError:
        return _problem("file-missing", path.name)
    except IsADirectoryError:
        return _problem("not-a-file", path.name)
    except OSError:
        return _problem("file-unreadable", path.name)
    if len(data) > MAX_YAML_BYTES:
        return _problem("yaml-too-large", path.name)
    try:
        parsed = _parsed(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _problem("encoding", path.name)
    except (yaml.YAMLError, *_UNTIDY) as error:
        mark = getattr(error, "problem_mark", None)
        code = _REFUSED.get(getattr(error, "problem", None) or "", "yaml-syntax")
        return _problem(code, path.name, mark.line + 1 if mark else None)
    return parsed if isinstance(parsed, dict) else _problem("yaml-syntax", path.name, 1)


def load_city(data_dir: Path) -> tuple[City | None, list[Problem]]:
    """The settings of `city.yaml`, or the findings that forbid to go on."""
    raw = read_mapping(data_dir / "city.yaml")
    if isinstance(raw, Problem):
        return None, [raw]
    try:
        return City.model_validate(raw), []
    except ValidationError as error:
        return None, [_setting_problem(item["type"], item["loc"]) for item in error.errors()]


def _setting_problem(kind: str, loc: tuple[int | str, ...]) -> Problem:
    codes = {"extra_forbidden": "setting-unknown", "missing": "setting-missing"}
    return _problem(
        codes.get(kind, "setting-invalid"), "city.yaml", field=".".join(str(part) for part in loc)
    )


def load_contract(data_dir: Path) -> tuple[Contract | None, list[Problem]]:
    """The typed contract, or the findings that forbid to go on."""
    raw = read_mapping(data_dir / "datapackage.yaml")
    if isinstance(raw, Problem):
        return None, [raw]
    try:
        contract = contract_of(raw)
        problems = _lacking(contract)
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        return None, [_problem("contract-incomplete", "datapackage.yaml", part=str(error))]
    return (None if problems else contract), problems


def _lacking(contract: Contract) -> list[Problem]:
    """Datasets, and fields the product counts on, that the contract does not have."""
    names = {dataset.name: {item.name for item in dataset.fields} for dataset in contract.datasets}
    wanted = {name: set(kind.model_fields) for name, kind in RECORD_TYPES.items()}
    wanted["dossiers"] = set(DOSSIER_FIELDS)
    return [
        _problem("contract-field-missing", "datapackage.yaml", dataset=name, field=item)
        for name, fields in wanted.items()
        for item in sorted(fields - names.get(name, set()))
    ]


DOSSIER_FIELDS = (
    "dossier_id",
    "procedure_id",
    "unit_id",
    "channel",
    "received_at",
    "promised_at",
    "returned_at",
    "supplement_days",
    "supplement_requests",
    "outcome",
    "apology_on",
    "rescheduled_to",
)
"""The columns of `dossiers`, which has no typed record because it is only ever counted."""
