"""Witnessing in the reader's browser: a witness signs the checkpoint of a copy, offline."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from generator.edition.page import Page
from generator.pages.renderer import Renderer
from generator.pages.verification import SECTION, ledger_facts
from generator.pages.view import View

URL = f"{SECTION}/nhan-chung/"


@dataclass(frozen=True)
class WitnessView(View):
    """`facts` are what the script knows of files, ledger and keys."""

    template: ClassVar[str] = "pages/witness.html"
    facts: Mapping[str, Any]


def page(renderer: Renderer) -> Page:
    """The page on which a witness signs the ledger's checkpoint."""
    return renderer.page(
        WitnessView(ledger_facts()),
        URL,
        "Làm nhân chứng",
        "Xem sổ có nối tiếp đúng sổ lần trước không, rồi ký bản chốt sổ bằng khóa của mình.",
        frame=SECTION,
        search_text="Làm nhân chứng, ký bản chốt sổ, khóa, chữ ký, "
        + renderer.edition.city.law.supervisors.short,
    )
