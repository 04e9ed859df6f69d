"""The lines of settings and datasets that a rule has found something in: it knows no lines."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.datafolder.written import Place, Written
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE, read_yaml
from generator.model.problem import Problem

FILES = (SETTINGS_FILE, CONTRACT_FILE)


def with_lines(data_dir: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The findings, each that is about a part of one of these files with the part's line."""
    found = tuple(problems)
    wanted = {item.file for item in found if _lacks_line(item)}
    files = {name: read_yaml(data_dir / name) for name in FILES if name in wanted}
    return tuple(_placed(item, files) if _lacks_line(item) else item for item in found)


def _lacks_line(problem: Problem) -> bool:
    return problem.file in FILES and problem.row is None and not problem.unread


def _placed(problem: Problem, files: Mapping[str, Written | Problem]) -> Problem:
    file = files[problem.file]
    if isinstance(file, Problem):
        return problem
    is_setting = problem.file == SETTINGS_FILE
    place = _of_setting(problem) if is_setting else _of_dataset(problem, file)
    return replace(problem, row=file.at(place).line)


def _of_setting(problem: Problem) -> Place:
    parts = (problem.field or "").split(".")
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def _of_dataset(problem: Problem, file: Written) -> Place:
    """Where the dataset stands that a finding is about, or the part of it that the finding names.

    A dataset that is not there is missed where the datasets begin.
    """
    name = problem.values.get("dataset", problem.dataset)
    listed = file.at(("resources",)).content
    for number, item in enumerate(listed if isinstance(listed, list) else ()):
        if item.at(("name",)).content == name:
            return ("resources", number, _part_of(problem))
    return ("resources",)


def _part_of(problem: Problem) -> str:
    if problem.code == "dataset-split":
        return "path"
    if problem.code in ("contract-field-missing", "contract-invalid"):
        return "schema"
    return (problem.field or "").rpartition(".")[2]
