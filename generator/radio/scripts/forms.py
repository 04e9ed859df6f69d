"""Every form of the script, in the order in which it is offered."""

from collections.abc import Sequence
from dataclasses import replace

from generator.edition.bulletin import Bulletin
from generator.edition.script import Script, ScriptForm
from generator.model.radio_settings import Radio
from generator.radio.scripts.docx import DOCX
from generator.radio.scripts.html import HTML
from generator.radio.scripts.json import JSON
from generator.radio.scripts.layout import lay_out
from generator.radio.scripts.loa import LOA
from generator.radio.scripts.mos import MOS
from generator.radio.scripts.ssml import SSML
from generator.radio.scripts.txt import TXT

FORMS: tuple[ScriptForm, ...] = (
    HTML,
    DOCX,
    TXT,
    LOA,
    SSML,
    JSON,
    MOS,
)


def make_script(
    bulletin: Bulletin, title: str, radio: Radio, earlier: Sequence[Bulletin] = ()
) -> Script:
    """Lay the bulletin out and make its files in every form but that of a page.

    Its JSON says which of the `earlier` scripts are void.
    """
    rows = lay_out(bulletin, radio)
    script = Script(bulletin, title, rows, radio.dialect, tuple(earlier), FORMS)
    return replace(script, files={form.name: form.render(script) for form in FORMS if form.render})
