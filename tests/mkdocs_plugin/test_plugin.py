"""What the settings add to the engine, and whether its output may be used again."""

from pathlib import Path

import pytest

from generator.mkdocs_plugin.build import load
from generator.mkdocs_plugin.plugin import parts_of
from generator.output.engine_output import SELF_CONTAINED
from worlds.paths import ROOT

SHIPPED = (ROOT / "mkdocs.yml").read_text("utf-8")
FENCE = """
      custom_fences:
        - name: so-do
          class: so-do
          format: !!python/name:pymdownx.superfences.fence_code_format
"""


def parts(folder: Path, settings: str) -> set[str]:
    """What these settings add."""
    file = folder / "mkdocs.yml"
    file.write_text(settings, "utf-8")
    (folder / "content").mkdir()
    (folder / "site_templates" / "theme").mkdir(parents=True)
    return set(parts_of(load(file, {}, None, None)))


def test_the_shipped_settings_add_nothing_that_reads_files_of_its_own(tmp_path: Path) -> None:
    assert parts(tmp_path, SHIPPED) <= SELF_CONTAINED


@pytest.mark.parametrize(
    ("line", "added"),
    (
        ("  - attr_list\n", "  - attr_list\n  - pymdownx.snippets\n"),
        ("  - pymdownx.superfences\n", f"  - pymdownx.superfences:{FENCE}"),
    ),
)
def test_what_may_read_files_of_its_own_is_known(tmp_path: Path, line: str, added: str) -> None:
    assert line in SHIPPED
    assert parts(tmp_path, SHIPPED.replace(line, added)) - SELF_CONTAINED
