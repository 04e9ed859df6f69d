"""How the workbooks that are printed look, and how text goes into them."""

from typing import Any

COUNT_FORMAT = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0"
"""1.234 wherever the file is opened: a plain `#,##0` follows each machine's own habit."""

RARE_FORMAT = r'[=0]"·";[>=1000]#\.##0;0'
"""Of what is mostly none: a dot where there is nothing, as on the site, so that the rest stands
out."""
SHARE_FORMAT = '[=100]0"%";[=0]0"%";0.0"%"'
"""Percent, with the decimal sign of the machine on which it is opened."""


def formats_of(book: Any) -> dict[str, Any]:
    """The looks of cells, by name."""
    font = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
    cell = font | {"border": 1, "text_wrap": True}
    looks: dict[str, dict[str, Any]] = {
        "left": font | {"text_wrap": True, "valign": "top", "font_size": 10},
        "title": font | {"bold": True, "align": "center", "font_size": 13, "text_wrap": True},
        "centre": font | {"align": "center", "italic": True},
        "sample": font | {"bold": True, "align": "center", "font_color": "#8A541D"},
        "unit": font | {"align": "right", "italic": True, "font_size": 10},
        "heading": cell | {"bold": True, "align": "center", "font_size": 10},
        "column": cell | {"italic": True, "align": "center", "font_size": 9},
        "order": cell | {"align": "center"},
        "name": cell | {"align": "left"},
        "count": cell | {"num_format": COUNT_FORMAT},
        "rare": cell | {"align": "center", "num_format": RARE_FORMAT},
        "share": cell | {"num_format": SHARE_FORMAT},
        "total_name": cell | {"bold": True, "align": "center"},
        "total": cell | {"bold": True, "num_format": COUNT_FORMAT},
        "note": font | {"italic": True, "font_size": 10, "text_wrap": True, "valign": "top"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def write(sheet: Any, place: str, text: str, look: Any) -> None:
    """Text in one cell or over a range, never taken for a formula."""
    if ":" not in place:
        sheet.write_string(place, text, look)
        return
    sheet.merge_range(place, "", look)
    sheet.write_string(place.partition(":")[0], text, look)
