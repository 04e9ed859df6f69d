"""Answers are put into a mapping's file; its remarks and all else stay as they were."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.app.dossiers.answers import kept_answers, with_answers
from generator.app.dossiers.mapping_files import DECLARED
from generator.app.dossiers.mapping_text import mapping_text
from generator.datafolder.settings_file import load_settings
from generator.model.dossier_mapping import DossierMapping, Rule

TEXT = """# của tôi
columns:
  dossier_id: # mã
    headings: [Mã]
  outcome:
    headings:
      - Tình trạng
    values:
      Xong: granted # đã trả
      Lạ:
  # nơi nhận
  unit_id:
    headings:
      - Đơn vị
"""


def read(text: str, folder: Path) -> DossierMapping:
    path = folder / "cach-doc.yaml"
    path.write_text(text, "utf-8")
    mapping, problems = load_settings(path, DECLARED)
    assert mapping is not None, problems
    return mapping


def test_a_line_is_added_or_filled_in_and_nothing_else_changes(tmp_path: Path) -> None:
    answers = {"outcome": {"Lạ": "pending", "Mới: 1": None}, "unit_id": {"P. Hoa": "p-hoa-sen"}}
    text = kept_answers(TEXT, read(TEXT, tmp_path), answers)
    assert read(text, tmp_path) == with_answers(read(TEXT, tmp_path), answers)
    lines = text.splitlines()
    assert [line for line in TEXT.splitlines() if line not in lines] == ["      Lạ:"]
    assert "      Lạ: pending" in lines and "      'Mới: 1':" in lines


@pytest.mark.parametrize(
    "text",
    ["columns: {outcome: {headings: [Tình trạng], values: {Xong: granted}}}\n",
     "columns:\n  outcome: {headings: [Tình trạng]}\n", TEXT.rstrip()],
)  # fmt: skip
def test_answers_are_kept_however_the_file_is_written(text: str, tmp_path: Path) -> None:
    answers = {"outcome": {"Lạ": "pending", "Nháp": "bỏ"}}
    kept = read(kept_answers(text, read(text, tmp_path), answers), tmp_path)
    assert kept.rule("outcome").values["Lạ"] == "pending"
    assert kept.rule("outcome").left_out == ("Nháp",)


words = st.text(min_size=1, max_size=200).map(str.strip).filter(
    lambda text: text.isprintable() and bool(text)
)  # fmt: skip


@given(words=st.dictionaries(words, words | st.none(), max_size=4))
def test_a_mapping_is_read_as_it_was_written(
    words: dict[str, str | None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    mapping = DossierMapping(columns={"outcome": Rule(headings=("Tình trạng",), values=words)})
    folder = tmp_path_factory.mktemp("cach-doc")
    assert read(mapping_text(mapping), folder) == mapping
