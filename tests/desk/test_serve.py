"""`serve` on this machine shows the way to the form; for other machines there is none."""

import shutil
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from generator.cli.serving import desk_beside
from generator.desk import Address
from worlds.paths import ROOT
from worlds.small import SMALL


@pytest.mark.parametrize(("host", "there"), [("127.0.0.1", True), ("192.0.2.7", False)])
def test_the_form_is_there_for_this_machine_alone(tmp_path: Path, host: str, there: bool) -> None:
    data = shutil.copytree(SMALL, tmp_path / "dữ liệu")
    with desk_beside(ROOT / "mkdocs.yml", data, Address(host, 8000)) as desk:
        assert (desk is not None) == there
        if desk:
            jar = urllib.request.HTTPCookieProcessor(CookieJar())
            with urllib.request.build_opener(jar).open(desk.url) as answer:
                assert "Bàn nhập liệu" in answer.read().decode()
    with desk_beside(ROOT / "mkdocs.yml", None, Address(host, 8000)) as desk:
        assert desk is None
