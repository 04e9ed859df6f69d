"""A workbook of Excel as the parts of its archive, with what they say of one another.

Parts that nobody touches stay as they are: rules, pictures and formulas of whoever made it.
"""

import io
import posixpath
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZipFile

from lxml import etree

from generator.formats.zip import zip_bytes

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_STRICT = "http://purl.oclc.org/ooxml/"


class NotPatched(Exception):
    """A workbook whose parts are not as most programs write them."""


def parsed(content: bytes) -> Any:
    """The tree of a part; nothing outside of it is opened, and entities stay what they are."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


class Package:
    """The parts of a workbook by name; trees that were asked for are written anew."""

    def __init__(self, content: bytes) -> None:
        """Raises NotPatched for a workbook of the strict kind, which has other names."""
        with ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees: dict[str, Any] = {}
        if "xl/workbook.xml" not in self.parts or _STRICT.encode() in self.parts["xl/workbook.xml"]:
            raise NotPatched

    def tree(self, name: str) -> Any:
        """The tree of a part, to be read and changed. Raises NotPatched when there is none."""
        if name not in self.trees:
            if name not in self.parts:
                raise NotPatched
            self.trees[name] = parsed(self.parts[name])
        return self.trees[name]

    def sheets(self) -> Mapping[str, str]:
        """The parts of the sheets by the sheets' names."""
        targets = {link.get("Id"): part for link, part in self.links("xl/workbook.xml")}
        sheets = self.tree("xl/workbook.xml").iter(f"{{{MAIN}}}sheet")
        return {sheet.get("name"): targets[sheet.get(f"{{{OFFICE}}}id")] for sheet in sheets}

    def links(self, name: str) -> Iterator[tuple[Any, str]]:
        """What a part leads to: each relationship, and the part at its end."""
        rels = _rels_of(name)
        if rels in self.parts or rels in self.trees:
            for link in self.tree(rels):
                target = posixpath.join(posixpath.dirname(name), link.get("Target", ""))
                yield link, posixpath.normpath(target).lstrip("/")

    def linked(self, name: str, kind: str) -> str | None:
        """The part of a kind that a part leads to."""
        return next(
            (part for link, part in self.links(name) if link.get("Type") == f"{OFFICE}/{kind}"),
            None,
        )

    def link(self, name: str, kind: str, part: str) -> str:
        """Lead from a part to another one; its id among the part's relationships."""
        rels = _rels_of(name)
        if rels not in self.parts and rels not in self.trees:
            self.trees[rels] = etree.Element(f"{{{PACKAGE}}}Relationships", nsmap={None: PACKAGE})
        links = self.tree(rels)
        taken = {link.get("Id") for link in links}
        new = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        target = posixpath.relpath(part, posixpath.dirname(name))
        about = {"Id": new, "Type": f"{OFFICE}/{kind}", "Target": target}
        etree.SubElement(links, f"{{{PACKAGE}}}Relationship", about)
        return new

    def add(self, pattern: str, tree: Any) -> str:
        """Put a new part in; `pattern` is its name with {} for a number that is free."""
        names = {*self.parts, *self.trees}
        free = (pattern.format(number) for number in range(1, len(names) + 2))
        name = next(name for name in free if name not in names)
        self.trees[name] = tree
        return name

    def declare(self, tag: str, about: Mapping[str, str]) -> None:
        """Say of what type a part or all parts of an ending are, unless that is said."""
        types = self.tree("[Content_Types].xml")
        key = "PartName" if tag == "Override" else "Extension"
        if all(item.get(key) != about[key] for item in types.iter(f"{{{TYPES}}}{tag}")):
            place = len(types) if tag == "Override" else 0
            types.insert(place, etree.Element(f"{{{TYPES}}}{tag}", dict(about)))

    def content(self) -> bytes:
        """The workbook; a part that nobody has changed stays byte for byte."""
        written = {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self.trees.items()
            if name not in self.parts or self._is_changed(name)
        }
        return zip_bytes(self.parts | written)

    def _is_changed(self, name: str) -> bool:
        return bool(etree.tostring(self.trees[name]) != etree.tostring(parsed(self.parts[name])))


def _rels_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return f"{folder}/_rels/{base}.rels"
