"""A bulletin in every form that needs no page template: text, Word, SSML, JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.edition.bulletin import Bulletin
from generator.edition.script import Script
from generator.model.content import Content
from generator.model.settings import Radio
from generator.radio.scripts.layout import lay_out
from generator.radio.scripts.loudspeaker import render_loa, render_ssml
from generator.radio.scripts.text_json import render_json, render_txt


def _docx(script: Script) -> bytes:
    """Imports the library of Word only here: a check needs none of it and starts sooner."""
    from generator.radio.scripts.docx import render_docx

    return render_docx(script.bulletin, script.title, script.rows)


_RENDERERS: Mapping[str, Callable[[Script], bytes]] = {
    "docx": _docx,
    "txt": lambda script: render_txt(script.bulletin).encode(),
    "loa": lambda script: render_loa(script.rows).encode(),
    "ssml": lambda script: render_ssml(script.rows).encode(),
}


def make_script(
    bulletin: Bulletin, title: str, radio: Radio, earlier: Sequence[Bulletin] = ()
) -> Script:
    """The bulletin laid out, with its files; `html` is the publisher's, who has the templates.

    Its JSON says which of the `earlier` scripts are void.
    """
    script = Script(bulletin, title, lay_out(bulletin, radio), radio.dialect)
    files: dict[str, Content] = {name: render(script) for name, render in _RENDERERS.items()}
    return replace(script, files=files | {"json": render_json(bulletin, earlier)})
