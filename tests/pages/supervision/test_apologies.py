"""The register of apologies: every line of it stands on a page, and forty quarters are folded."""

from dataclasses import replace

from generator.edition.edition import Edition
from generator.model.apologies import APOLOGY_COLUMNS, APOLOGY_COUNTS, ApologyLine
from generator.model.counts import CountTable
from generator.model.figures import Figures
from generator.pages.apologies import letters_words, new_days_words
from generator.pages.renderer import Renderer
from generator.pages.supervision.apologies import pages, register
from generator.pages.units.source import Units
from generator.verify.page_marks import marks_of
from worlds.shipped import shipped_edition, shipped_renderer
from worlds.small_pages import small_edition, text_of


def line(scope: str, quarter: str, *counts: int, **others: str) -> tuple[str | int | None, ...]:
    month, pending = others.get("month"), None if "month" in others else 0
    return (scope, others.get("unit"), quarter, month, *counts, pending)


def with_lines(*lines: tuple[str | int | None, ...]) -> Edition:
    figures = Figures((), count_tables=(CountTable(APOLOGY_COUNTS, APOLOGY_COLUMNS, lines),))
    return replace(small_edition(), figures=figures)


def written(edition: Edition) -> dict[str, str]:
    renderer = Renderer(edition, shipped_renderer().environment)
    return {page.url: text_of(page) for page in pages(renderer)}


def test_every_line_in_which_anything_was_owed_is_marked_on_its_page() -> None:
    renderer = shipped_renderer()
    shown = {row.row for page in pages(renderer) for row in marks_of(str(page.body).encode()).shown}
    lines = shipped_edition().figures.apologies
    assert len(lines) > 100
    assert shown == {"/".join((APOLOGY_COUNTS, *item.key)) for item in lines if not item.is_empty}


def test_a_unit_has_its_own_lines_newest_first() -> None:
    source = Units(shipped_renderer())
    for unit in shipped_edition().units:
        mine = source.letters(unit.unit_id)
        found = [*mine.shown, *(item for fold in mine.years for item in fold.parts)]
        every = shipped_edition().figures.apologies
        lines = [item for item in reversed(every) if item.unit_id == unit.unit_id]
        assert found == [item for item in lines if not item.is_empty]


def test_forty_quarters_are_folded_by_year_and_each_has_its_page() -> None:
    quarters = [f"{year}-Q{number}" for year in range(2018, 2028) for number in (1, 2, 3, 4)]
    unit = small_edition().units[0].unit_id
    lines = [line("all", quarter, 3, 1, 1, 1, 2, 0) for quarter in quarters]
    lines += [line("unit", quarter, 3, 1, 1, 1, 2, 0, unit=unit) for quarter in quarters]
    made = written(with_lines(*lines))
    assert len(made) == 41
    told = made["giam-sat/so-xin-loi/"]
    assert told.count("Quý III/2027") == 1 and "Năm 2020: 4 quý" in told
    assert "quý II/2021" in made["giam-sat/so-xin-loi/2021-q2/"]


def test_of_a_quarter_that_runs_nothing_is_said_of_units() -> None:
    made = written(
        with_lines(
            line("all", "2018-Q4", 2, 1, 0, 1, 0, 0),
            line("all", "2018-Q4", 2, 1, 0, 1, 0, 0, month="2018-10"),
            line("unit", "2018-Q4", 2, 1, 0, 1, 0, 0),
        )
    )
    assert [*made] == ["giam-sat/so-xin-loi/"]
    told = made["giam-sat/so-xin-loi/"]
    assert "Tháng 10/2018" in told and "Từng đơn vị" not in told


def test_without_dossiers_it_says_so() -> None:
    (told,) = written(with_lines()).values()
    assert "Chưa có hồ sơ nào để ghi sổ" in told
    assert register(with_lines()) == ()


def test_its_sentences() -> None:
    owed = ApologyLine("all", None, "2018-Q4", None, 1200, 700, 300, 200, 6, 3, 1)
    assert letters_words(owed) == (
        "1.200 hồ sơ đến hạn mà chưa giải quyết xong nên phải có phiếu xin lỗi và hẹn lại;"
        " 700 phiếu gửi đúng hạn, 300 phiếu gửi muộn, 200 phiếu chưa gửi"
    )
    assert new_days_words(owed) == "Trong 9 lần hẹn lại đã đến ngày, 6 lần giữ được, 3 lần không"
    nothing = ApologyLine("all", None, "2018-Q4", None, 0, 0, 0, 0, 0, 0, 0)
    assert letters_words(nothing) == "không có hồ sơ nào đến hạn mà chưa giải quyết xong"
    assert new_days_words(nothing) == "" and nothing.is_empty
