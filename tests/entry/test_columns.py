"""A form asks for no more than the city can use."""

import pytest

from generator.entry.columns import entry_dataset
from generator.model.datasets import DATASETS
from worlds.sheets import shipped_desk


@pytest.mark.parametrize("dataset", DATASETS)
def test_words_for_the_air_are_asked_for_where_a_station_airs_them(dataset: str) -> None:
    desk = shipped_desk()
    silent = desk.city.model_copy(update={"radio": None})
    asked, less = (
        entry_dataset(desk.contract, dataset, city, desk.world).names
        for city in (desk.city, silent)
    )
    for_air = {name for name, column in DATASETS[dataset].columns.items() if column.words_for_air}
    assert set(asked) - set(less) == for_air and for_air <= set(asked)
    assert bool(for_air) == (dataset in {"commendations", "criticisms"})


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_number_is_offered_only_where_the_city_numbers_its_records(dataset: str) -> None:
    desk = shipped_desk()
    entry = desk.entry(dataset)
    keys = [row.get(entry.numbered, "") for row in desk.rows(dataset)] if entry.numbered else []
    offered = [bool(entry.free_keys(known, 2018)) for known in (keys, [])]
    ours = {"commendations", "criticisms", "assignments", "inspections", "recommendations"}
    assert offered == [dataset in ours] * 2
