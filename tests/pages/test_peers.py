"""Like with like: what a unit's rate is set beside is named, and is that group's own figure."""

import re
from functools import cache

import pytest

from generator.edition.page import Page
from generator.model.counts import CountTable
from generator.model.figures import Figures
from generator.model.text import vn_percent
from generator.model.unit_groups import SIZES, UNIT_GROUPS, UnitGroup, group_words, size_words
from generator.pages.home import page as home
from generator.pages.home.finder import finder_values
from generator.pages.peers import Peers
from generator.pages.procedures import list as procedures
from generator.pages.procedures.source import Procedures
from generator.pages.readings import without_result
from generator.pages.units import list as units
from worlds.edition_figures import a_figure, alike
from worlds.shipped import shipped_edition, shipped_renderer
from worlds.small_pages import text_of

NOUN = "phường, xã"
ALIKE = f"{NOUN} cùng quy mô"
TOLD = re.compile(rf"({ALIKE})(?: |: )([\d,]+%)", re.IGNORECASE)
UNLIKE = re.compile(r"(?:toàn thành phố|mức chung của thành phố)[^.;<]{0,12} [\d,]+%")
FIGURES = shipped_edition().figures
PEERS = Peers(FIGURES, NOUN)


@cache
def pages() -> dict[str, Page]:
    renderer = shipped_renderer()
    every = (home.pages, units.pages, procedures.pages)
    return {page.url: page for make in every for page in make(renderer)}


def test_no_unit_is_set_beside_the_whole_city() -> None:
    for url, page in pages().items():
        if url in ("", "don-vi/") or url.startswith("don-vi/"):
            assert not UNLIKE.findall(text_of(page)), url


def test_every_unit_is_set_beside_its_group_and_the_number_is_the_groups() -> None:
    seen = set()
    for unit_id in {str(row.unit_id) for row in FIGURES.by("unit")}:
        said, group = text_of(pages()[f"don-vi/{unit_id}/"]), PEERS.group_of(unit_id)
        if group is None:
            assert not TOLD.search(said) and "của chính đơn vị" in said
            continue
        whole = FIGURES.one(group=group.group_id)
        assert whole and group_words(group, NOUN) in said
        told = {(name.lower(), share) for name, share in TOLD.findall(said)}
        shares = {vn_percent(whole.on_time_share), without_result(whole)}
        assert told == {(ALIKE, share) for share in shares}, unit_id
        seen.add(group.group_id)
    assert seen


def test_what_does_work_of_its_own_is_set_beside_its_own_quarters() -> None:
    """A division has procedures that no other has: there is no group of divisions, nor a plot."""
    edition = shipped_edition()
    kinds = {unit.unit_id: unit.kind for unit in edition.units}
    own = {str(row.unit_id) for row in FIGURES.by("unit") if kinds[str(row.unit_id)] == "division"}
    assert own and not own & PEERS.group_by_unit.keys()
    said = text_of(pages()["don-vi/"])
    for unit_id in own:
        before, now = (FIGURES.one(unit=unit_id, quarter=f"2018-Q{n}") for n in (3, 4))
        assert before and now
        told = f"quý III/2018: {vn_percent(before.on_time_share)}"
        assert f"{edition.unit(unit_id).name} {vn_percent(now.on_time_share)} {told}" in said


def test_no_two_pictures_of_a_page_tell_the_same() -> None:
    for url, page in pages().items():
        told = [content for path, content in page.files.items() if path.endswith(".csv")]
        assert len(set(told)) == len(told), url
        headings = re.findall(r'class="ck-finding" id="[^"]+-h">([^<]+)<', str(page.body))
        assert len(set(headings)) == len(headings), url


@pytest.mark.parametrize(
    ("groups", "reason"),
    [
        (
            CountTable(UNIT_GROUPS, ("unit_id", "group_id"), (("p-dong-tho", "local-20"),)),
            "không phường, xã nào khác cùng quy mô",
        ),
        (alike(), "mỗi đơn vị như thế làm những thủ tục riêng"),
    ],
)
def test_a_unit_like_no_other_is_set_beside_its_own_quarter_before(
    groups: CountTable, reason: str
) -> None:
    rows = [row for row in FIGURES.by("unit", "quarter") if row.unit_id == "p-dong-tho"]
    figures = Figures(
        [*rows, *(row for row in FIGURES.by("unit") if row.unit_id == "p-dong-tho")],
        quarters=FIGURES.quarters,
        count_tables=(groups,),
    )
    beside = Peers(figures, NOUN).beside("p-dong-tho")
    assert beside and beside.by_quarter == {} and beside.words.endswith(reason)
    assert (beside.mine.quarter, beside.short) == ("2018-Q4", "quý III/2018")
    assert beside.other == FIGURES.one(unit="p-dong-tho", quarter="2018-Q3")


def test_a_plot_draws_units_alike_against_their_groups_figure() -> None:
    drawn = 0
    for url, page in pages().items():
        said = text_of(page)
        if url.startswith("thu-tuc/") and url != "thu-tuc/":
            number = page.url.split("/")[1].replace("-", ".")
            shares = {
                (ALIKE, vn_percent(row.on_time_share))
                for row in FIGURES.by("group", "procedure")
                if row.procedure_id == number
            }
            told = set(re.findall(r"Vạch đứt: (.+? cùng quy mô) ([\d,]+%)", said))
            assert told <= shares, url
            assert bool(told) == ("Vạch đứt" in said), url
            drawn += len(told)
        for words, share in re.findall(r"Vạch đứt: (các .+?), cộng lại ([\d,]+%)", said):
            rows = [row for row in FIGURES.by("group", "quarter") if row.quarter == "2018-Q4"]
            assert (words, share) in {
                (group_words(UnitGroup(str(row.group_id)), NOUN), vn_percent(row.on_time_share))
                for row in rows
            }
            drawn += 1
    assert drawn > 6


def test_the_finder_sets_a_ward_beside_its_group() -> None:
    values = finder_values(Procedures(shipped_renderer()))
    told = 0
    for item in values["procedures"]:
        for group_id, row in item["groups"].items():
            figure = FIGURES.one(group=group_id, procedure=item["id"])
            assert figure and row["judged"] == figure.judged_count
            told += 1
    assert told > 8
    for unit_id, unit in values["units"].items():
        group = PEERS.group_of(unit_id)
        assert unit["group"] == (group.group_id if group else None)
        assert unit["group"] is None or values["groups"][unit["group"]]


def test_a_group_is_all_units_of_a_kind_and_a_size() -> None:
    """Counted again from the rows of units alone."""
    kinds = {unit.unit_id: unit.kind for unit in shipped_edition().units}
    for unit_id, group_id in PEERS.group_by_unit.items():
        rows = [row for row in FIGURES.by("unit", "quarter") if row.unit_id == unit_id]
        mean = sum(row.received_count for row in rows) / len(rows)
        group = UnitGroup(group_id)
        assert group.least <= mean < (group.below or mean + 1)
        assert kinds[unit_id] in ("ward", "commune")
    for group_id, members in PEERS.members.items():
        for name in ("received_count", "ended_count", "overdue_count", "early_count"):
            of_units = sum(
                getattr(row, name) for row in FIGURES.by("unit") if row.unit_id in members
            )
            assert of_units == getattr(FIGURES.one(group=group_id), name)


@pytest.mark.parametrize(
    ("least", "words"),
    [
        (0, "dưới 20 hồ sơ mỗi quý"),
        (20, "từ 20 đến dưới 200 hồ sơ mỗi quý"),
        (2000, "từ 2.000 đến dưới 20.000 hồ sơ mỗi quý"),
        (20000, "từ 20.000 hồ sơ mỗi quý trở lên"),
    ],
)
def test_a_size_is_told_in_words(least: int, words: str) -> None:
    assert least in SIZES
    assert size_words(UnitGroup(f"local-{least}")) == words


def test_a_unit_of_one_quarter_and_no_peers_is_set_beside_nothing() -> None:
    row = {"unit_id": "qldt", "on_time_share": 0.9, "early_count": 40}
    figures = Figures(
        [a_figure(**row), a_figure(**row, quarter="2018-Q4")],
        quarters=("2018-Q4",),
        count_tables=(alike("qldt"),),
    )
    beside = Peers(figures, NOUN).beside("qldt")
    assert beside and beside.other is None and beside.words == ""
    assert Peers(figures, NOUN).beside("unknown") is None
