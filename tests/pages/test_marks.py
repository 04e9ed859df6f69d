"""Whatever is marked as a cell or a row, a page says it as text and never as markup."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from generator.model.page_marks import CELL, ROW
from generator.model.records import Recommendation
from generator.pages.marks import cell, row_of

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


class Read(HTMLParser):
    """The attributes and the texts of a piece of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str | None]] = []
        self.said = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.said += data


@given(TEXT, TEXT)
def test_a_cell_is_its_text_and_its_column(text: str, column: str) -> None:
    read = Read(cell(text, column))
    assert (read.said, read.attributes) == (text, [(CELL, column)])


@given(TEXT)
def test_a_row_is_its_key(key: str) -> None:
    record = Recommendation.model_construct(recommendation_id=key)
    read = Read(f"<p{row_of(record)}>")
    assert read.attributes == [(ROW, f"recommendations/{key}")]
