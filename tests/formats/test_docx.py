"""A Word document's parts are python-docx's own, and no clock is asked for them."""

import io
import time
import zipfile

import pytest
from docx import Document

from generator.formats.docx import docx_parts


def test_the_parts_are_those_that_python_docx_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document()
    document.add_paragraph("Phường Đông Thọ")
    whole = io.BytesIO()
    document.save(whole)
    with zipfile.ZipFile(whole) as package:
        written = {name: package.read(name) for name in package.namelist()}
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert list(docx_parts(document).items()) == list(written.items())
