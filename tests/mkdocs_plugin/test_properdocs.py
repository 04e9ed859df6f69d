"""The same project through ProperDocs, the fork of mkdocs 1.x; `make test-properdocs`."""

import subprocess
import sys
from pathlib import Path

import pytest

from worlds.paths import ROOT
from worlds.shell_site import tree

PROPERDOCS = Path(sys.executable).with_name("properdocs")


@pytest.mark.properdocs
def test_properdocs_gives_the_same_site(built_site: Path, tmp_path: Path) -> None:
    assert PROPERDOCS.exists(), "Thiếu properdocs: chạy make test-properdocs"
    out = tmp_path / "site"
    command = [str(PROPERDOCS), "build", "-q", "-f", str(ROOT / "mkdocs.yml"), "-d", str(out)]
    subprocess.run(command, check=True, cwd=tmp_path)
    mine, theirs = tree(built_site), tree(out)
    assert set(theirs) == set(mine)
    assert [path for path in mine if mine[path] != theirs[path]] == []
    assert len([path for path in mine if path.endswith("index.html")]) > 200
