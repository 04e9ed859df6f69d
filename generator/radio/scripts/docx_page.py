"""The page and the type of the Word script's skeleton, and nothing of the library's own."""

from datetime import datetime
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from generator.radio.scripts.docx_xml import LACQUER, element, field, mark, write

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
FIXED_DAY = datetime(2018, 3, 6)  # noqa: DTZ001  a document's own day is not the machine's
UNUSED = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties", "webSettings")
KEPT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "TableGrid")


def drop_unused(document: Any) -> None:
    """Leave out the library's picture, its second set of styles and its data parts."""
    for rels in (document.part.rels, document.part.package.rels):
        for key, rel in list(rels.items()):
            if any(name in rel.reltype for name in UNUSED):
                del rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in KEPT_STYLES:
            styles.remove(style)


def set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(1.5)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.7)
    section.header_distance = section.footer_distance = Cm(1)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (header, footer):
        paragraph.style = document.styles["Normal"]  # the header's own style has other tabs
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    write(header, mark("warning"), bold=True, size=11, colour=LACQUER)
    write(header, f"\t{mark('column')} · {mark('number')}", size=11)
    write(footer, f"{mark('station')}\tTrang ", size=11)
    field(footer, "PAGE")
    write(footer, "/", size=11)
    field(footer, "NUMPAGES")


def set_type(document: Any) -> None:
    """Set 14 points with room for stacked marks, and Vietnamese as the language of every word."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    normal.element.rPr.append(element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE))
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.15
    for root in (document.styles.element, document.settings.element):
        for name in ("w:lang", "w:themeFontLang"):
            for language in root.iter(qn(name)):
                language.set(qn("w:val"), LANGUAGE)
                language.set(qn("w:eastAsia"), LANGUAGE)


def set_properties(document: Any) -> None:
    """Set fixed properties: no clock, no library's name."""
    core = document.core_properties
    core.title, core.subject = mark("document_title"), mark("column")
    core.author = core.last_modified_by = mark("station")
    core.comments, core.language, core.revision = mark("warning"), LANGUAGE, 1
    core.created = core.modified = FIXED_DAY
