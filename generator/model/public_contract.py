"""The public form of the contract: what readers of the open data are told of tables and columns."""

from collections.abc import Mapping
from typing import Any

from generator.model.contract import Contract, Dataset
from generator.model.datasets import DATASETS, DOSSIERS

_SHOWN = ("name", "type", "title", "description", "categories")
"""What of a field stands in the dictionary of the open data."""


def public_field(field: Mapping[str, Any]) -> dict[str, Any]:
    """A field of the contract as it is published; a cell emptied for privacy is not required."""
    return {key: field[key] for key in _SHOWN if key in field}


def public_contract(contract: Contract) -> dict[str, Any]:
    """The descriptor without what is no reader's business: files and constraints.

    It describes the columns that are not published, too: that they are kept is no secret. Of a
    table of the city's own that is not published it says the name alone.
    """
    parts = ("name", "title", "description", "version")
    return {
        **{part: getattr(contract, part) for part in parts},
        "resources": [_public_dataset(dataset) for dataset in contract.datasets],
    }


def _public_dataset(dataset: Dataset) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "path": [],
        "publish": dataset.publish,
        "schema": {
            "fields": [
                public_field(field)
                for field in dataset.schema["fields"]
                if dataset.publish or dataset.name in (*DATASETS, DOSSIERS)
            ]
        },
    }
