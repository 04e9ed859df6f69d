"""Legal grounds: one holds on each day, and a finding cites the one of the record's day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from generator.model.laws import LAWS, VIETNAM
from generator.model.own_yaml import own_yaml
from generator.model.problem import Problem
from generator.model.problems import message
from worlds.paths import ROOT

FOLLOWED = [pair for matter in VIETNAM.matters.values() for pair in pairwise(matter.grounds)]


@pytest.mark.parametrize(("ground", "after"), FOLLOWED, ids=lambda ground: ground.id)
def test_what_replaces_a_ground_begins_on_the_day_after_its_last(ground, after) -> None:
    assert ground.replaced_by == after.id
    assert ground.valid_to == after.valid_from - timedelta(days=1)
    assert ground.valid_from <= ground.valid_to


@pytest.mark.parametrize("name", VIETNAM.matters)
def test_each_ground_is_cited_on_its_first_and_its_last_day(name: str) -> None:
    for ground in VIETNAM.matters[name].grounds:
        assert VIETNAM.cited(name, ground.valid_from) == ground.vi
        assert VIETNAM.cited(name, ground.valid_to) == ground.vi
        assert VIETNAM.cited(name, ground.valid_from, "en") == ground.en


@pytest.mark.parametrize("name", VIETNAM.matters)
def test_before_there_was_law_only_its_matter_is_named(name: str) -> None:
    matter = VIETNAM.matters[name]
    before = VIETNAM.cited(name, matter.grounds[0].valid_from - timedelta(days=1))
    assert before == (matter.grounds[0].vi if matter.of_method else f"quy định về {matter.about}")


def test_the_press_law_of_2016_is_cited_to_its_last_day() -> None:
    assert VIETNAM.cited("press-reply", date(2026, 6, 30)).endswith("2016")
    assert "2025" in VIETNAM.cited("press-reply", date(2026, 7, 1))


def test_personal_data_rests_on_what_was_in_force() -> None:
    told = [VIETNAM.cited("personal-data", date(year, 12, 31)) for year in (2018, 2024, 2026)]
    for words, law in zip(told, ("An toàn thông tin mạng", "13/2023", "91/2025"), strict=True):
        assert law in words


def test_what_is_not_confirmed_says_what_is_missing() -> None:
    told = [ground.source for ground in VIETNAM.grounds.values() if not ground.confirmed]
    assert told and all("chưa đối chiếu" in source for source in told)


def test_laws_of_a_day_are_those_in_force() -> None:
    ids = {ground.id for ground in VIETNAM.on(date(2018, 12, 31))}
    of_method = [matter for matter in VIETNAM.matters.values() if matter.of_method]
    assert not {ground.id for matter in of_method for ground in matter.grounds} & ids
    assert "apology-2018" in ids and not {"apology-2025", "personal-data-2026"} & ids


@pytest.mark.parametrize(("lang", "law"), [("vi", "Luật Báo chí 2016"), ("en", "Press Law 2016")])
def test_a_finding_cites_the_law_of_its_day(lang: str, law: str) -> None:
    place = ("criticisms", "criticisms.csv", 2, "approved_on")
    values = {"value": "pb-2018-001", "other": "2018-05-02", "title": "Ngày duyệt"}
    told = [
        message(Problem("named-before-reply", "error", *place, values, on=day), lang)
        for day in (date(2018, 5, 1), date(2026, 7, 1), None)
    ]
    assert law in told[0] and law not in told[1] and told[1] == told[2]


def test_every_country_whose_law_was_entered_may_be_named_and_its_matters_are_there() -> None:
    said = own_yaml(ROOT / "generator" / "model" / "laws.yaml")
    assert set(said["grounds"]) < set(said["supervisors"]) == set(LAWS)
    for grounds in said["grounds"].values():
        assert set(grounds) <= set(said["matters"])


@pytest.mark.parametrize("name", LAWS["other"].matters)
def test_where_nobody_entered_any_law_its_matter_is_named_and_no_ground(name: str) -> None:
    law, matter = LAWS["other"], LAWS["other"].matters[name]
    assert law.cited(name, date(2018, 12, 31)) == f"quy định về {matter.about}"
    assert law.behind(name, None) == "" and law.on(date(2026, 12, 31)) == ()


def test_a_finding_abroad_cites_no_law_of_vietnam() -> None:
    place = ("criticisms", "criticisms.csv", 2, "approved_on")
    values = {"value": "pb-2018-001", "other": "2018-05-02", "title": "Ngày duyệt"}
    found = Problem("named-before-reply", "error", *place, values, jurisdiction="other")
    assert "Luật" not in message(found, "vi") and "Press Law" not in message(found, "en")
