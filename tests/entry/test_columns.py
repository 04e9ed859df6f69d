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
