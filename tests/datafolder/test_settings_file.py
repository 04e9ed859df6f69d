"""Settings mean what a person wrote, or are refused with a sentence that leads to what is right."""

from datetime import date, time
from json import dumps
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.datafolder.abbreviations import DECLARED
from generator.datafolder.settings_file import load_settings
from generator.datafolder.written import understood, written
from generator.model.declared_settings import Declarations
from generator.model.problem import Problem
from generator.model.problems import message, render_json, visible
from generator.model.settings import City
from worlds.settings import Place, around, places

CITY = Declarations(City)
WRONG = {
    "integer": """0x10 0o17 010 1_000 +.inf .nan 15:00 1:30:00 yes five '5' "5" 30% [5] {a:5} [5,6]
        2018-03-06 -1 999999999999 99999999999999999999999 5.0 1e1 1e99 true""",
    "number": """0x10 0o17 010 1_000 -.inf .nan 15:00 yes five '0.3' "0.3" 30% 0,3 [0.3] {a:0.3}
        2018-03-06 -0.1 1000000 99999999999999999999999 1e99 1e 1.2.3 true""",
    "boolean": """yes no on off y N 0 1 'true' "false" có tRUE [true] 2018-03-06""",
    "date": """06/03/2018 2018-3-6 2018-02-30 20180306 2018-03-06T00:00:00 43165 1899-12-31
        9999-12-31 1543622400 '1543622400' 2018-03 true [2018-03-06]""",
    "time": "25:00 24:00 900 15h00 15:60 15:00Z '1500' 15:00+07:00 3pm 15.30 true [15:00]",
    "string": "true False [a] {a:b} '' " + "x" * 501,
    "enum": "north-west 0 true [north] ''",
    "time-zone": "true 5 hanoi Asia Asia/Hanoi +07:00 /etc/localtime ''",
    "phone": "true [113] phường '' 1 113<b>",
    "email": "true 5 phòng a@b ''",
    "uri": "true javascript:alert(1) congkhai.example ftp://a.example ''",
    "colour": "true red '#fff' '#1f6f6g' 1f6f63 '#7f7f7f7f' ''",
    "array": "5 true một {a:b}",
    "object": "5 true một [a]",
}
NOTHING = ["~", "null", ""]


def wrong_writings(place: Place) -> list[str]:
    schema = CITY.at(place)
    kind = schema.get("format") or ("enum" if "enum" in schema else schema["type"])
    found = WRONG[kind].split()
    return found if schema.get("default", 0) is None else found + NOTHING


def test_no_number_fits_where_a_text_is_meant() -> None:
    meant = [place for place in places(CITY) if CITY.is_text(place)]
    assert meant
    for place in meant:
        before, after = around(CITY, place)
        for number in ("643", "3.10", "-1"):
            values = understood(written(f"{before}{number}{after}"), lambda _place: False)
            with pytest.raises(ValidationError):
                City.model_validate_json(dumps(values), strict=True)


@pytest.mark.parametrize("place", places(CITY), ids=str)
def test_a_wrong_writing_is_refused_with_its_value_its_limits_and_an_example(
    tmp_path: Path, place: Place
) -> None:
    path, found = tmp_path / "city.yaml", dict[str, Problem]()
    before, after = around(CITY, place)
    line = before.count("\n") + 1
    for letters in wrong_writings(place):
        path.write_text(f"{before}{letters}{after}", "utf-8")
        settings, problems = load_settings(path, CITY)
        assert settings is None and problems, f"{letters!r} passes"
        [found[letters]] = problems
        assert (problems[0].code, problems[0].row) == ("setting-invalid", line), letters
    for lang in ("vi", "en"):
        told = render_json(list(found.values()), lang).replace('\\"', '"')
        assert [text for text in found if f"“{visible(text)}”" not in told] == []
        assert told.count(CITY.limits(place, lang)) == len(found)
        assert told.count(CITY.written_example(place)) == len(found)


@pytest.mark.parametrize(
    ("place", "letters", "meant"),
    [
        (("policy", "same_day_cutoff"), "15:00", time(15)),
        (("policy", "same_day_cutoff"), "9:30", time(9, 30)),
        (("policy", "same_day_cutoff"), "'15:00:00'", time(15)),
        (("as_of",), "2018-12-31", date(2018, 12, 31)),
        (("as_of",), '"2018-12-31"', date(2018, 12, 31)),
        (("sample",), "True", True),
        (("policy", "on_time_target_share"), "1", 1.0),
        (("policy", "on_time_target_share"), ".3", 0.3),
        (("policy", "on_time_target_share"), "3e-1", 0.3),
        (("directives", 0, "document_no"), "643", "643"),
        (("directives", 0, "document_no"), "0643", "0643"),
        (("directives", 0, "clauses", 0, "clause"), "3.10", "3.10"),
        (("hotlines", 0, "phone"), "0373852123", "0373852123"),
        (("hotlines", 0, "phone"), "1022", "1022"),
        (("hotlines", 0, "phone"), "(0237) 385-21.23 máy lẻ 2", "(0237) 385-21.23 máy lẻ 2"),
        (("hotlines", 0, "phone"), "+84 237 385 2123", "+84 237 385 2123"),
        (("city", "name"), "no", "no"),
        (("city", "name"), "2018-01-01", "2018-01-01"),
        (("city", "name"), "1_000", "1_000"),
        (("city", "name"), "12:30:45", "12:30:45"),
        (("city", "contact_office"), "~", None),
        (("publishing",), "", None),
    ],
)
def test_what_is_certain_is_taken_as_it_was_written(
    tmp_path: Path, place: Place, letters: str, meant: object
) -> None:
    (tmp_path / "city.yaml").write_text(letters.join(around(CITY, place)), "utf-8")
    settings, problems = load_settings(tmp_path / "city.yaml", CITY)
    assert problems == [] and settings is not None
    value: object = settings
    for part in place:
        value = value[part] if isinstance(value, tuple) else getattr(value, str(part))
    assert value == meant and type(value) is type(meant)


def test_short_forms_are_texts_whatever_they_look_like(tmp_path: Path) -> None:
    path = tmp_path / "abbreviations.yaml"
    path.write_text("anywhere:\n  NO: số\n  12: mười hai\n  on: 1.10\n  null: 0x1\n", "utf-8")
    settings, problems = load_settings(path, DECLARED)
    assert problems == [] and settings is not None
    assert settings.anywhere == {"NO": "số", "12": "mười hai", "on": "1.10", "null": "0x1"}


@pytest.mark.parametrize("letters", ["", "true", "[a]", "{a: b}"])
def test_a_wrong_reading_is_refused(tmp_path: Path, letters: str) -> None:
    path = tmp_path / "abbreviations.yaml"
    path.write_text(f"anywhere:\n  UBND: {letters}\n", "utf-8")
    [problem] = load_settings(path, DECLARED)[1]
    assert (problem.code, problem.row, problem.field) == ("setting-invalid", 2, "anywhere.UBND")
    assert "ví dụ “UBND: Ủy ban nhân dân”" in message(problem)


def test_an_unknown_name_leads_to_the_one_that_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "city.yaml"
    before, after = around(CITY, ("policy",))
    path.write_text(before + "{replydays: 5}" + after, "utf-8")
    found = {problem.field: problem for problem in load_settings(path, CITY)[1]}
    unknown, missing = found["policy.replydays"], found["policy.reply_days"]
    assert unknown.row == missing.row == before.count("\n") + 1
    assert "Ở đây chỉ có các mục: reply_days, " in message(unknown)
    assert "ví dụ “reply_days: 5”" in message(missing)
