"""Notes at cells of a sheet: what they say, and the boxes that show them.

A note is two things in two parts: its text among the comments, and a box in the old drawing
language VML, without which no program shows it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from lxml import etree
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

from generator.workbooks.package import MAIN, OFFICE, Package, parsed

AUTHOR = "congkhai"
VML, OBJECT = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
EXCEL = "urn:schemas-microsoft-com:office:excel"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING = (
    "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip
"""What may stand behind the link to the boxes in a sheet."""
_WIDTH, _LINE, _LETTERS_IN_LINE = 260, 16, 40
_IDS = 1024
"""So many ids of boxes belong to one drawing."""
_EMPTY = (
    f'<xml xmlns:v="{VML}" xmlns:o="{OBJECT}" xmlns:x="{EXCEL}">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{number}"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_BOX = (
    f'<v:shape xmlns:v="{VML}" xmlns:o="{OBJECT}" xmlns:x="{EXCEL}" id="_x0000_s{{number}}" '
    'type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:{width}px;height:{height}px;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
    '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
    "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
"""An empty drawing, and a hidden box in it."""


def note(
    package: Package, part: str, texts: Mapping[tuple[int, int], str], once: Iterable[str] = ()
) -> None:
    """Put notes at cells of a sheet, by row and column, in the place of all our earlier ones.

    Those stood at the cells named in `once`, whoever a program says has written them.
    """
    comments, boxes = _comments(package, part), _boxes(package, part)
    authors, listed = comments[0], comments[1]
    _forget(listed, boxes, {*_ours(comments, once), *texts})
    etree.SubElement(authors, _tag("author")).text = AUTHOR
    first = _free_id(boxes)
    for number, ((row, column), text) in enumerate(sorted(texts.items()), first):
        _write(listed, len(authors) - 1, xl_rowcol_to_cell(row, column), text)
        boxes.append(_box(number, row, column, text))
    listed[:] = sorted(listed, key=lambda item: xl_cell_to_rowcol(item.get("ref")))


def _tag(name: str, space: str = MAIN) -> str:
    return f"{{{space}}}{name}"


def _comments(package: Package, part: str) -> Any:
    name = package.linked(part, "comments")
    if name is None:
        tree = etree.Element(_tag("comments"), nsmap={None: MAIN})
        etree.SubElement(tree, _tag("authors"))
        etree.SubElement(tree, _tag("commentList"))
        name = package.add("xl/comments{}.xml", tree)
        package.link(part, "comments", name)
        package.declare("Override", {"PartName": f"/{name}", "ContentType": _COMMENTS})
    return package.tree(name)


def _boxes(package: Package, part: str) -> Any:
    name = package.linked(part, "vmlDrawing")
    if name is None:
        tree = parsed(_EMPTY.format(number=len(package.sheets())).encode())
        name = package.add("xl/drawings/vmlDrawing{}.vml", tree)
        package.declare("Default", {"Extension": "vml", "ContentType": _DRAWING})
        _show(package.tree(part), package.link(part, "vmlDrawing", name))
    return package.tree(name)


def _show(sheet: Any, link: str) -> None:
    """Lead from the sheet to the boxes, at the place that the order of its parts has for that."""
    later = {_tag(name) for name in _AFTER_DRAWING}
    place = next((n for n, item in enumerate(sheet) if item.tag in later), len(sheet))
    sheet.insert(place, etree.Element(_tag("legacyDrawing"), {f"{{{OFFICE}}}id": link}))


def _ours(comments: Any, once: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The cells, by row and column, at which our earlier notes stand."""
    ours = {str(n) for n, author in enumerate(comments[0]) if author.text == AUTHOR}
    were = set(once)
    for item in comments[1]:
        if item.get("authorId") in ours or item.get("ref") in were:
            yield xl_cell_to_rowcol(item.get("ref"))


def _forget(listed: Any, boxes: Any, cells: Collection[tuple[int, int]]) -> None:
    """Take away the notes at some cells, whoever has written them."""
    names = {xl_rowcol_to_cell(row, column) for row, column in cells}
    for item in [item for item in listed if item.get("ref") in names]:
        listed.remove(item)
    places = {(str(row), str(column)) for row, column in cells}
    for box in [box for box in boxes if _place(box) in places]:
        boxes.remove(box)


def _place(box: Any) -> tuple[str, str]:
    return (
        box.findtext(f".//{_tag('Row', EXCEL)}", "").strip(),
        box.findtext(f".//{_tag('Column', EXCEL)}", "").strip(),
    )


def _write(listed: Any, author: int, reference: str, text: str) -> None:
    item = etree.SubElement(listed, _tag("comment"), ref=reference, authorId=str(author))
    run = etree.SubElement(etree.SubElement(item, _tag("text")), _tag("r"))
    look = etree.SubElement(run, _tag("rPr"))
    etree.SubElement(look, _tag("sz"), val="10")
    etree.SubElement(look, _tag("rFont"), val="Times New Roman")
    etree.SubElement(run, _tag("t")).text = text


def _box(number: int, row: int, column: int, text: str) -> Any:
    """A hidden box beside a cell, as high as its text asks for."""
    lines = sum(1 + len(line) // _LETTERS_IN_LINE for line in text.splitlines())
    anchor = f"{column + 1}, 10, {row}, 4, {column + 4}, 10, {row + lines + 1}, 4"
    size = {"width": _WIDTH, "height": _LINE * (lines + 1), "anchor": anchor}
    return parsed(_BOX.format(number=number, row=row, column=column, **size).encode())


def _free_id(boxes: Any) -> int:
    """The first number that no box has, among those that belong to the drawing."""
    data = [item.get("data") for item in boxes.iter(_tag("idmap", OBJECT))]
    first = int(data[0].split(",")[0]) * _IDS + 1 if data else _IDS + 1
    names = (box.get("id", "").rpartition("_s")[2] for box in boxes.iter(_tag("shape", VML)))
    return max([first, *(int(name) + 1 for name in names if name.isdecimal())])
