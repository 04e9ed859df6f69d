"""A YAML file of the data folder as plain values; whatever is wrong with it becomes a finding."""

from pathlib import Path
from typing import Any

import yaml

from generator.datafolder.safe_path import fault_inside
from generator.model.problems import Problem

MAX_YAML_BYTES = 1_000_000
MAX_YAML_DEPTH = 50
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


CONTRACT_FILE, SETTINGS_FILE = "datapackage.yaml", "city.yaml"
Raw = dict[str, Any] | Problem
"""The mapping in a file, or the one finding that says why it cannot be had."""
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


def file_problem(code: str, file: str, row: int | None = None, **values: str) -> Problem:
    """A finding in one of these files; `field` names the setting."""
    name = Path(file).stem
    return Problem(code, "error", name, file, row, values.pop("field", None), values)


def read_mapping(path: Path) -> Raw:
    """The YAML mapping in a file, or the one finding that says why it cannot be had."""
    try:
        fault = fault_inside(path.parent, path.name)
        if fault:
            return file_problem(fault.code, path.name)
        with path.open("rb") as file:
            data = file.read(MAX_YAML_BYTES + 1)
    except FileNotFoundError:
        return file_problem("file-missing", path.name)
    except IsADirectoryError:
        return file_problem("not-a-file", path.name)
    except OSError:
        return file_problem("file-unreadable", path.name)
    if len(data) > MAX_YAML_BYTES:
        return file_problem("yaml-too-large", path.name)
    try:
        parsed = _parsed(data.decode("utf-8"))
    except UnicodeDecodeError:
        return file_problem("encoding", path.name)
    except (yaml.YAMLError, *_UNTIDY) as error:
        mark = getattr(error, "problem_mark", None)
        code = _REFUSED.get(getattr(error, "problem", None) or "", "yaml-syntax")
        return file_problem(code, path.name, mark.line + 1 if mark else None)
    return parsed if isinstance(parsed, dict) else file_problem("yaml-syntax", path.name, 1)
