"""The files of a new project, as values by path: its data, empty, and what its keepers need."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

import yaml

from generator.app.new.place import KINDS, Place
from generator.app.program import this_version
from generator.datafolder.dossier_files import ANY
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE
from generator.model.datasets import DOSSIERS, name_of
from generator.model.declared_settings import Declarations
from generator.model.laws import LAWS, VIETNAM, Jurisdiction
from generator.model.own_yaml import own_yaml
from generator.model.records import CalendarDay, Commendation, Procedure, Recommendation, Unit
from generator.model.settings import City
from generator.model.settings_schema import FILES as DESCRIBED
from generator.model.settings_schema import IN_DATA, written_schema
from generator.model.settings_text import settings_text
from generator.model.statement_settings import Statements
from generator.model.text import quarter_of, slug

FILES = Path(__file__).with_name("files")
ABROAD = {"time_zone": "UTC"}
"""A zone that is nobody's own, for a place whose country is not known: to be put right by hand."""
SITE_NAME, COLUMN = "Công khai kỷ cương", "Kỷ luật, kỷ cương hành chính"
SCHEMAS, LEADS_EDITORS = "luoc-do", "# yaml-language-server: $schema="
EVERY_QUARTER = f"{DOSSIERS}/{ANY}.csv"
"""Dossiers come in a file a quarter; a new one needs no edit of the contract."""
WORDED = ((name_of(Procedure), "level", "levels"), (name_of(Unit), "kind", "kinds"))
"""The columns whose values each kind of place calls by names of its own, and where these stand."""
VIETNAM_ITSELF: Jurisdiction = "vn"
NEUTRAL: Mapping[str, Mapping[str, Any]] = own_yaml(Path(__file__).with_name("neutral_words.yaml"))
"""What datasets and columns are called where Vietnam's law does not hold."""
DUTIES = Path(__file__).with_name("duties_example.yaml")
"""An example of what a document orders, as it would stand below the document."""
_ABBREVIATIONS, _AIR_DAY, _SLOT_MINUTES = "abbreviations.yaml", 6, 5


class _Text(Template):
    """A text in which @{name} is put in: a dollar sign means another thing to a forge."""

    delimiter = "@"


def project_files(place: Place, example: Path, calendar: bytes | None = None) -> dict[str, bytes]:
    """Every file of an empty project.

    `example` is the data folder whose contract, calendar, short forms and disciplinary forms are
    taken; `calendar` takes the place of its calendar. Raises OSError for one that is not there.
    """
    contract = own_contract(example)
    days = calendar or (example / f"{name_of(CalendarDay)}.csv").read_bytes()
    tables = dict(_tables(_contract(contract, place), place))
    laid = {
        "data/city.yaml": _settings(place, example).encode(),
        "data/datapackage.yaml": _dumped(_contract(contract, place)),
        f"data/{_ABBREVIATIONS}": (example / _ABBREVIATIONS).read_bytes(),
        **tables,
        f"data/{name_of(CalendarDay)}.csv": days,
        **keepers_files(place, contract),
    }
    return with_schemas(laid)


def with_schemas(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A project's files, and the schemas to which the first lines of its settings lead editors."""
    found = dict(files)
    for name in DESCRIBED:
        schema = f"{SCHEMAS}/{name}.json"
        found[schema] = written_schema(name).encode()
        if name in IN_DATA:
            settings = f"data/{name}.yaml"
            found[settings] = f"{LEADS_EDITORS}../{schema}\n".encode() + files[settings]
    return found


def keepers_files(place: Place, contract: Mapping[str, Any]) -> dict[str, bytes]:
    """What lies beside the data: a guide, and what builds the site by itself.

    `contract` says which cells the guide's example must fill.
    """
    words = {
        "name": place.name,
        "site_name": SITE_NAME,
        "year": str(place.as_of.year),
        "version": this_version() or "0",
        "commendation": _commendation(place, contract),
    }
    return {
        path.relative_to(FILES).as_posix(): _Text(path.read_text("utf-8"))
        .safe_substitute(words)
        .encode()
        for path in sorted(FILES.rglob("*"))
        if path.is_file()
    }


def own_contract(example: Path) -> Mapping[str, Any]:
    """The contract of a data folder of ours. Raises OSError."""
    contract: Mapping[str, Any] = own_yaml(example / CONTRACT_FILE)
    return contract


def example_files(example: Path) -> dict[str, bytes]:
    """Every file of the sample city's data."""
    return {
        f"data/{path.relative_to(example).as_posix()}": path.read_bytes()
        for path in sorted(example.rglob("*"))
        if path.is_file()
    }


def _settings(place: Place, example: Path) -> str:
    declared = Declarations(City)
    policy = declared.example(("policy",))
    if "baseline_on" in policy:
        policy["baseline_on"] = place.as_of
    city = {
        "name": place.name,
        **({} if place.is_named_by_kind else {"kind": place.words}),
        **({} if place.jurisdiction == "vn" else {"jurisdiction": place.jurisdiction, **ABROAD}),
        "site_name": SITE_NAME,
        "authority": place.authority,
        "contact_office": place.authority,
        **{key: told for key in ("phone", "email", "address") if (told := getattr(place, key))},
    }
    radio = {
        "station": place.station,
        "column": COLUMN,
        "slot_minutes": _SLOT_MINUTES,
        "air_weekday": _AIR_DAY,
        "begins_on": place.as_of,
    }
    law = own_yaml(example / SETTINGS_FILE)["disciplinary_measures"]
    disciplinary = {"disciplinary_measures": law} if place.jurisdiction == "vn" else {}
    text = settings_text(
        City,
        {
            "city": city,
            **({"directives": [_directive(place, place.directive)]} if place.directive else {}),
            "as_of": place.as_of,
            "sample": False,
            "policy": policy,
            **({"radio": radio} if place.station else {}),
            **disciplinary,
            "statements": Statements().model_dump(mode="json", exclude_none=True),
        },
    )
    if place.directive:
        text = _with_duties(text)
    return f"# Nơi công bố, ngày số liệu và các mức. Khóa lạ là lỗi.\n{text}"


def _with_duties(text: str) -> str:
    """The settings with an example of what a document orders, as comments behind the document."""
    before, opened, rest = text.partition("\ndirectives:\n")
    document, ended, after = rest.partition("\n\n")
    example = "\n".join(f"#  {line}" for line in DUTIES.read_text("utf-8").splitlines())
    return f"{before}{opened}{document}\n{example}{ended}{after}"


def _directive(place: Place, told: Mapping[str, Any]) -> dict[str, Any]:
    """A directive with the id that its kind and number make, and the body that issued it."""
    number = told["document_no"].partition("/")[0]
    return {"id": slug(f"{told['kind']} {number}"), "issuer": place.authority, **told}


def _contract(contract: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """The contract under the place's own name, with its words for who decides."""
    resources = [_resource(resource, place) for resource in contract["resources"]]
    return {
        **contract,
        "name": f"cong-khai-{slug(place.name)}",
        "title": f"Công khai kỷ luật, kỷ cương hành chính: {place.name}",
        "description": "Nêu gương, phê bình và thời gian giải quyết thủ tục hành chính.",
        "resources": resources,
    }


def _resource(resource: Mapping[str, Any], place: Place) -> dict[str, Any]:
    schema = {**resource["schema"], "fields": [*resource["schema"]["fields"]]}
    for dataset, column, words in WORDED:
        if resource["name"] == dataset:
            labels = KINDS[place.kind].get(words, {})
            schema["fields"] = [_with_labels(field, column, labels) for field in schema["fields"]]
    if place.jurisdiction != VIETNAM_ITSELF:
        titles = NEUTRAL.get(resource["name"], {}).get("titles", {})
        schema["fields"] = [
            {**field, "title": titles.get(field["name"], field["title"])}
            for field in schema["fields"]
        ]
    path = EVERY_QUARTER if resource["name"] == DOSSIERS else resource["path"]
    return {**resource, **_described(resource, place), "path": path, "schema": schema}


def _described(resource: Mapping[str, Any], place: Place) -> dict[str, str]:
    """What a dataset is, in words of the place's country: who supervises there, no policies."""
    if place.jurisdiction != VIETNAM_ITSELF and resource["name"] in NEUTRAL:
        return {"description": NEUTRAL[resource["name"]]["description"]}
    if resource["name"] != name_of(Recommendation):
        return {}
    here, there = VIETNAM.supervisors.all, LAWS[place.jurisdiction].supervisors.all
    return {"description": resource["description"].replace(here, there)}


def _with_labels(
    field: Mapping[str, Any], column: str, labels: Mapping[str, str]
) -> Mapping[str, Any]:
    """The field with the place's own labels where it is that column."""
    if field["name"] != column:
        return field
    categories = [
        {**one, "label": labels.get(one["value"], one["label"])} for one in field["categories"]
    ]
    return {**field, "categories": categories}


def _tables(contract: Mapping[str, Any], place: Place) -> Iterator[tuple[str, bytes]]:
    """Each dataset's files, of which only the units have rows."""
    for resource in contract["resources"]:
        header = [field["name"] for field in resource["schema"]["fields"]]
        rows = place.unit_rows() if resource["name"] == name_of(Unit) else []
        path = resource["path"].replace(ANY, quarter_of(place.as_of).lower())
        yield f"data/{path}", _csv([header, *rows])


def _commendation(place: Place, contract: Mapping[str, Any]) -> str:
    """A row of commendations that may be added as it stands."""
    day = place.as_of.isoformat()
    rows = place.unit_rows()
    unit_id, name = rows[0][:2] if rows else ("ma-don-vi", "Tên đơn vị")
    cells = {
        "record_id": f"ng-{place.as_of.year}-001",
        "subject_kind": "unit",
        "subject_name": name,
        "unit_id": unit_id,
        "form": "public_praise",
        "reason": "Trả kết quả sớm hơn hẹn cho người dân suốt cả tuần",
        "decision_no": "01/TB-UBND",
        "decision_on": day,
        "issued_by": place.authority,
        "status": "approved",
        "approved_by": f"Chủ tịch {place.authority}",
        "approved_on": day,
    }
    (table,) = (r for r in contract["resources"] if r["name"] == name_of(Commendation))
    row = [
        cells.get(field["name"], "1" if field.get("constraints", {}).get("required") else "")
        for field in table["schema"]["fields"]
    ]
    return _csv([row]).decode().strip()


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _dumped(value: Mapping[str, Any]) -> bytes:
    text: str = yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False, width=100)
    return text.encode()
