"""What the line that closes an edition says of it, as the ledger's file must have it."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, ValidationError

COUNTS = ("received_count", "ended_count", "on_time_count", "judged_count")
"""What an edition's line says of each quarter: dossiers received, ended, ended by their day, and
judged at all (index 2.1 of Decision 766)."""
_Quarter = Annotated[str, Field(pattern=r"^[1-9]\d{3}-Q[1-4]$")]
_Version = Annotated[StrictStr, Field(pattern=r"^\d{1,9}\.\d{1,9}\.\d{1,9}$")]
_Digest = Annotated[StrictStr, Field(pattern=r"^[0-9a-f]{64}$")]


class _Facts(BaseModel):
    model_config = ConfigDict(extra="allow")

    origin: Annotated[StrictStr, Field(pattern=r"^[^\s+]+$")]
    version: _Version
    data: StrictStr | None = None
    settings: dict[str, Any] = {}
    reason: StrictStr = ""
    quarters: dict[_Quarter, dict[str, StrictInt]] = {}
    closed_quarters: dict[_Quarter, _Digest] = {}
    closed_tables: dict[str, _Digest] = {}
    records: dict[str, _Digest] = {}
    tables: dict[str, StrictStr] = {}


def facts_schema() -> Mapping[str, Any]:
    """The form of what a closing line says, as JSON Schema: browsers' scripts hold lines to it."""
    return _Facts.model_json_schema()


def are_facts(facts: Mapping[str, Any] | None) -> bool:
    """True of what a closing line may say: the log's name, the version, counts, tables."""
    try:
        known = _Facts.model_validate(facts)
    except ValidationError:
        return False
    return all(counts.keys() >= set(COUNTS) for counts in known.quarters.values())
