"""The pages of the reference, each made of what the program itself declares."""

from typing import Any

from generator.model.declared_settings import Declarations
from generator.model.own_yaml import own_yaml
from generator.model.problems import MESSAGES
from generator.model.settings_schema import FILES, written_schema
from reference.code import prose, room_page
from rooms import declared
from sbom import locked, needed_at_run_time
from worlds.commands import ask, commands
from worlds.paths import DATASETS
from worlds.settings import Place, places


def reference() -> dict[str, str]:
    """Every file of the reference by its path in the site."""
    return {
        **{f"reference/{name}.md": room_page(name) for name in declared()},
        "reference/settings.md": settings_page(),
        "reference/commands.md": commands_page(),
        "reference/findings.md": findings_page(),
        "reference/licences.md": licences_page(),
        **{f"reference/{name}.schema.json": written_schema(name) for name in FILES},
    }


def settings_page() -> str:
    """Every setting of each settings file: what it is in both languages, its limits, an example."""
    parts = ["# Settings", "A key that is not here is an error. Editors complete by the schemas."]
    for name, model in FILES.items():
        declared_ = Declarations(model)
        rows = [_setting(declared_, place) for place in places(declared_)]
        head = "| key | mục | what it is | what it may be | example |\n|---|---|---|---|---|"
        parts += [f"## {name}.yaml", f"[JSON Schema]({name}.schema.json)"]
        parts += ["\n".join([head, *rows])]
    return "\n\n".join(parts) + "\n"


def _setting(declared_: Declarations[Any], place: Place) -> str:
    schema = declared_.at(place)
    told = (
        f"`{setting_key(place)}`",
        prose(schema.get("title", "")),
        prose(schema.get("description", "")),
        prose(declared_.limits(place, "en")),
        _example(declared_, place),
    )
    return f"| {' | '.join(' '.join(one.split()) for one in told)} |"


def _example(declared_: Declarations[Any], place: Place) -> str:
    """How it may be written; a block is written by its parts."""
    if declared_.at(place).get("properties"):
        return ""
    return f"`{declared_.written_example(place)}`".replace("|", "\\|")


def setting_key(place: Place) -> str:
    """Where a setting stands: "radio.voices[].name"."""
    return ".".join("[]" if isinstance(part, int) else part for part in place).replace(".[]", "[]")


def commands_page() -> str:
    """Every command as it explains itself."""
    parts = ["# Commands"]
    for name in commands():
        parts += [
            f"## congkhai {name}",
            f"```text\n{ask(*name.split(), '--help')[1].rstrip()}\n```",
        ]
    return "\n\n".join(parts) + "\n"


def findings_page() -> str:
    """Every finding of the check by its code, in both languages."""
    parts = ["# Findings", "What stands in braces is put in; a case of each is in the tests."]
    for code, said in own_yaml(MESSAGES)["sentences"].items():
        parts += [f"## {code}", prose(said["vi"]), prose(said["en"])]
        if (DATASETS / "broken" / code).is_dir():
            parts.append(f"Case: `tests/datasets/broken/{code}/`")
    return "\n\n".join(parts) + "\n"


def licences_page() -> str:
    """What the program is made of, and under which licences that may be passed on."""
    running = needed_at_run_time()
    rows = [
        f"| {one.name} | {one.version} | {prose(' or '.join(_names(one.licences)))} |"
        for one in locked()
        if one.name in running
    ]
    head = "| package | version | licence |\n|---|---|---|"
    said = "What the command needs when it runs, as the lock has it; `make audit` writes the bill."
    return "\n\n".join(["# Licences", said, "\n".join([head, *rows])]) + "\n"


def _names(licences: list[str]) -> list[str]:
    return [text.strip().splitlines()[0] for text in licences]
