"""Pictures of sheets: the cells that are shown, as LibreOffice prints them, and their texts."""

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from lxml import etree
from PIL import Image, ImageChops
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

from generator.workbooks.marked_cells import COLOURS
from generator.workbooks.open_file import grids_of
from generator.workbooks.package import MAIN, Package
from guides.pictures import OfSheet
from worlds.office import saved_as

DOTS_PER_INCH = 150
WIDTH = 860
PAPER = (255, 255, 255)


def lines_of(folder: Path, picture: OfSheet) -> Sequence[str]:
    """Cell by cell what stands in it, and whether it is coloured."""
    content = (folder / picture.book).read_bytes()
    grid = next(g for g in grids_of(picture.book, content) if g.name == picture.sheet)
    coloured = dict(_coloured(Package(content), picture.sheet))
    lines = []
    for row, column in _spots(picture.cells, picture.without):
        cell, name = grid.cell(row, column), xl_rowcol_to_cell(row, column)
        told = f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell or "")
        if told or name in coloured:
            lines.append(" ".join(filter(None, (f"{name}:", told, coloured.get(name, "")))))
    return lines


def _spots(cells: str, without: Sequence[int]) -> Iterator[tuple[int, int]]:
    (top, left), (bottom, right) = map(xl_cell_to_rowcol, cells.split(":"))
    return (
        (row, column)
        for row in range(top, bottom + 1)
        if row + 1 not in without
        for column in range(left, right + 1)
    )


def _coloured(package: Package, sheet: str) -> Iterator[tuple[str, str]]:
    """The cells that were coloured because they are to be mended."""
    styles, names = package.tree("xl/styles.xml"), {v: k for k, v in COLOURS.items()}
    fills = [
        next((names[sign.get("rgb")] for sign in fill.iter() if sign.get("rgb") in names), "")
        for fill in styles.find(f"{{{MAIN}}}fills")
    ]
    of = [fills[int(form.get("fillId", 0))] for form in styles.find(f"{{{MAIN}}}cellXfs")]
    for cell in package.tree(package.sheets()[sheet]).iter(f"{{{MAIN}}}c"):
        if of[int(cell.get("s", 0))]:
            yield cell.get("r"), f"[{of[int(cell.get('s', 0))]}]"


def drawn(folder: Path, picture: OfSheet) -> bytes:
    """The cells as they are printed, with the names of rows and columns."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        book = place / "so.xlsx"
        book.write_bytes(_to_print((folder / picture.book).read_bytes(), picture))
        (pdf,) = saved_as([book], "pdf", place)
        made = shutil.which("pdftoppm")
        assert made
        command = [made, "-png", "-singlefile", "-r", str(DOTS_PER_INCH), pdf, place / "bild"]
        subprocess.run(command, check=True, capture_output=True)
        return _cropped((place / "bild.png").read_bytes())


def _to_print(content: bytes, picture: OfSheet) -> bytes:
    """The workbook with nothing to be printed but some cells, with lines between them."""
    package = Package(content)
    whole, part = package.tree("xl/workbook.xml"), package.sheets()[picture.sheet]
    sheets = whole.find(f"{{{MAIN}}}sheets")
    for place, sheet in enumerate(sheets):
        if sheet.get("name") == picture.sheet:
            area = re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", picture.cells)
            _print_area(whole, place, f"'{picture.sheet}'!{area}")
        else:
            sheet.set("state", "hidden")
    for view in whole.iter(f"{{{MAIN}}}workbookView"):
        view.set("activeTab", str(list(package.sheets()).index(picture.sheet)))
        view.attrib.pop("firstSheet", None)
    tree = package.tree(part)
    for old in tree.findall(f"{{{MAIN}}}printOptions"):
        tree.remove(old)
    for row in tree.iter(f"{{{MAIN}}}row"):
        if int(row.get("r")) in picture.without:
            row.set("hidden", "1")
    options = etree.Element(f"{{{MAIN}}}printOptions", headings="1", gridLines="1")
    tree.find(f"{{{MAIN}}}pageMargins").addprevious(options)
    return package.content()


def _print_area(whole: etree._Element, place: int, area: str) -> None:
    names = whole.find(f"{{{MAIN}}}definedNames")
    if names is None:
        names = etree.Element(f"{{{MAIN}}}definedNames")
        whole.find(f"{{{MAIN}}}sheets").addnext(names)
    about = {"name": "_xlnm.Print_Area", "localSheetId": str(place)}
    etree.SubElement(names, f"{{{MAIN}}}definedName", about).text = area


def _cropped(content: bytes) -> bytes:
    """The printed page without its white edges, no wider than a picture may be."""
    page = Image.open(io.BytesIO(content)).convert("RGB")
    box = ImageChops.difference(page, Image.new("RGB", page.size, PAPER)).getbbox()
    cut = page.crop(box)
    if cut.width > WIDTH:
        cut = cut.resize((WIDTH, round(cut.height * WIDTH / cut.width)), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    cut.save(stream, "PNG")
    return stream.getvalue()
