"""A YAML file of the data folder as it was written; whatever is wrong with it becomes a finding."""

from dataclasses import replace
from pathlib import Path

from generator.datafolder.safe_path import fault_inside
from generator.datafolder.written import Refusal, Written, written
from generator.model.problem import Problem

MAX_YAML_BYTES = 1_000_000
CONTRACT_FILE, SETTINGS_FILE = "datapackage.yaml", "city.yaml"


def file_problem(code: str, file: str, row: int | None = None, **values: str) -> Problem:
    """A finding in one of these files; `field` names the setting."""
    name = Path(file).stem
    return Problem(code, "error", name, file, row, values.pop("field", None), values)


def read_yaml(path: Path) -> Written | Problem:
    """The mapping in a file as it was written, or the one finding that says why there is none."""
    found = _read_yaml(path)
    return replace(found, unread=True) if isinstance(found, Problem) else found


def _read_yaml(path: Path) -> Written | Problem:
    data = _bytes(path)
    if isinstance(data, Problem):
        return data
    if len(data) > MAX_YAML_BYTES:
        return file_problem("yaml-too-large", path.name)
    try:
        found = written(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return file_problem("yaml-encoding", path.name, data.count(b"\n", 0, error.start) + 1)
    except Refusal as refusal:
        return file_problem(refusal.code, path.name, refusal.line, **refusal.values)
    is_mapping = isinstance(found.content, dict)
    return found if is_mapping else file_problem("yaml-no-settings", path.name, found.line)


def _bytes(path: Path) -> bytes | Problem:
    try:
        fault = fault_inside(path.parent, path.name)
        if fault:
            return file_problem(fault.code, path.name)
        with path.open("rb") as file:
            return file.read(MAX_YAML_BYTES + 1)
    except FileNotFoundError:
        return file_problem("file-missing", path.name)
    except IsADirectoryError:
        return file_problem("not-a-file", path.name)
    except OSError:
        return file_problem("file-unreadable", path.name)
