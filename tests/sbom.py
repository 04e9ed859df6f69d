"""The bill of materials of the lock, as CycloneDX JSON: `python tests/sbom.py` prints it.

It is made of `requirements.lock` and of what the installed packages say of themselves; it names no
package index and no day, so the same lock gives the same bytes.
"""

import hashlib
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
_PINNED = re.compile(r"^([\w.-]+)==([\w.+!]+)", re.MULTILINE)
_CLASSIFIER = "License :: "
_SPACE = uuid.uuid5(uuid.NAMESPACE_OID, "congkhai")


class Package(NamedTuple):
    """A package of the lock: some have a version for each of several Pythons."""

    name: str
    version: str

    @property
    def ref(self) -> str:
        """Its package URL."""
        return f"pkg:pypi/{self.name}@{self.version}"

    @property
    def licences(self) -> list[str]:
        """What it is offered under: an SPDX expression, or names of which each may be chosen."""
        said = metadata.metadata(self.name)
        named = [
            line.rpartition(" :: ")[2]
            for line in said.get_all("Classifier", [])
            if line.startswith(_CLASSIFIER)
        ]
        text: list[str] = said.get_all("License", [])
        return said.get_all("License-Expression", []) or named or text

    @property
    def needs(self) -> set[str]:
        """The names of what it asks for, on any system, without its extras."""
        asked = [Requirement(text) for text in metadata.requires(self.name) or ()]
        return {
            canonicalize_name(one.name) for one in asked if "extra" not in str(one.marker or "")
        }


def project() -> dict[str, Any]:
    """The project's own metadata."""
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def locked() -> list[Package]:
    """Every package of the lock, in its order."""
    return [Package(*pair) for pair in _PINNED.findall(LOCK.read_text("utf-8"))]


def needed_at_run_time() -> set[str]:
    """The names of what the program needs when it runs; the rest of the lock builds its wheel."""
    packages = {package.name: package for package in locked()}
    reached = set[str]()
    open_names = {canonicalize_name(Requirement(text).name) for text in project()["dependencies"]}
    while open_names:
        name = open_names.pop()
        reached.add(name)
        open_names |= (packages[name].needs & packages.keys()) - reached
    return reached


def bill() -> dict[str, Any]:
    """The bill of materials (CycloneDX 1.6)."""
    own, packages, running = project(), locked(), needed_at_run_time()
    root = f"pkg:pypi/{own['name']}@{own['version']}"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    component = {
        "type": "application",
        "bom-ref": root,
        "name": own["name"],
        "version": own["version"],
        "description": own["description"],
        "licenses": [{"expression": own["license"]}],
        "purl": root,
    }
    wanted = {canonicalize_name(Requirement(text).name) for text in own["dependencies"]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, digest)}",
        "version": 1,
        "metadata": {
            "component": component,
            "properties": [{"name": f"congkhai:sha256:{LOCK.name}", "value": digest}],
        },
        "components": [_component(package, package.name in running) for package in packages],
        "dependencies": [
            {"ref": root, "dependsOn": _refs(wanted, packages)},
            *({"ref": one.ref, "dependsOn": _refs(one.needs, packages)} for one in packages),
        ],
    }


def _component(package: Package, is_needed: bool) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": package.ref,
        "name": package.name,
        "version": package.version,
        "scope": "required" if is_needed else "excluded",
        "licenses": list(_licences(package)),
        "purl": package.ref,
    }


def _licences(package: Package) -> Iterator[dict[str, Any]]:
    """An expression, or the first line of each name: some packages put the whole text there."""
    if metadata.metadata(package.name).get("License-Expression"):
        yield {"expression": package.licences[0]}
        return
    for name in package.licences:
        yield {"license": {"name": name.strip().splitlines()[0]}}


def _refs(names: set[str], packages: list[Package]) -> list[str]:
    return [package.ref for package in packages if package.name in names]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(), ensure_ascii=False, indent=1) + "\n")
