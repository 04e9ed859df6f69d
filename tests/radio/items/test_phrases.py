"""How people are called, by setting and by occasion."""

import pytest

from generator.model.settings import City
from generator.radio.items.phrases import speaker, subject
from worlds.radio_edition import city, edition


def addressed(how: str) -> City:
    radio = city().radio.model_dump() | {"address": how}
    return City.model_validate(city().model_dump() | {"radio": radio})


@pytest.mark.parametrize(
    ("how", "praised", "blamed"),
    [
        ("comrade", "đồng chí Nguyễn Văn A", "đồng chí Trần Thị B"),
        ("mister", "ông Nguyễn Văn A", "bà Trần Thị B"),
        ("occasion", "đồng chí Nguyễn Văn A", "bà Trần Thị B"),
    ],
)
def test_people_are_called_as_the_city_says(how: str, praised: str, blamed: str) -> None:
    whole = edition(addressed(how), corrections=())
    praise = {row.record_id: row for row in whole.commendations}["ng-2018-002"]
    blame = {row.record_id: row for row in whole.criticisms}["pb-2018-002"]
    assert subject(praise, whole).startswith(f"{praised}, ")
    assert speaker(blame, whole) == blamed


def test_nobody_guesses_whether_a_name_is_a_man_s() -> None:
    whole = edition(addressed("mister"), corrections=())
    blame = {row.record_id: row for row in whole.criticisms}["pb-2018-002"]
    assert speaker(blame.model_copy(update={"subject_name": "Lê Minh Anh"}), whole) == (
        "đồng chí Lê Minh Anh"
    )
