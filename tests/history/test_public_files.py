"""What of a version of a file is public, whatever somebody saved there once."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from generator.history import PublicFiles
from generator.model.public import Standing

ENDED, NAMED, TWICE = "Quách Văn Khuê", "Khổng Thị Nhàn", "Doãn Minh Tuệ"
STANDING: Mapping[str, Standing] = {
    "pb-1": "expired", "pb-2": "in_force", "pb-3": "withdrawn", "pb-4": "expired",
    "ng-1": "in_force",
}  # fmt: skip
HEADER = "record_id,subject_kind,subject_name,position,unit_id,violation,status"
CSV = "criticisms.csv"


def public(**more: Any) -> PublicFiles:
    return PublicFiles(
        datasets={CSV: "criticisms", "units.csv": "units", "dossiers/a.csv": "dossiers"},
        standing=STANDING,
        as_of=date(2018, 12, 31),
        people={
            "pb-1": frozenset({ENDED}), "pb-2": frozenset({NAMED}),
            "ng-1": frozenset({TWICE}), "pb-4": frozenset({TWICE}),
        },
        kept=frozenset({NAMED, TWICE}),
        **more,
    )  # fmt: skip


def table(*rows: str) -> bytes:
    return "".join(f"{row}\n" for row in (HEADER, *rows)).encode()


def shown(*rows: str) -> str:
    content = public().of_file(CSV, table(*rows))
    assert content is not None
    return content.decode().removeprefix(f"{HEADER}\n")


def test_a_file_of_which_all_is_public_stays_byte_for_byte() -> None:
    content = table(f"pb-2,person,{NAMED},Chuyên viên,p-a,Vắng,approved").replace(b"\n", b"\r\n")
    assert public().of_file(CSV, content) == content
    assert public().of_file("units.csv", b"\xef\xbb\xbfunit_id,name\np-a,A\n") is not None


def test_an_ended_name_leaves_its_row_and_every_other() -> None:
    own = shown(f"pb-1,person,{ENDED},Chuyên viên,p-a,Ông Khuê vắng,approved")
    mark = "(đã thôi nêu tên)"
    assert own == f"pb-1,person,{mark},{mark},p-a,Ông {mark} vắng,approved\n"
    other = shown(f"pb-2,person,{NAMED},Chuyên viên,p-a,Như {ENDED.upper()},approved")
    assert other == f"pb-2,person,{NAMED},Chuyên viên,p-a,Như {mark},approved\n"


def test_who_is_still_named_elsewhere_is_not_named_where_it_ended() -> None:
    assert TWICE not in shown(f"pb-4,person,{TWICE},Chuyên viên,p-a,{TWICE} vắng,approved")
    assert TWICE not in public().ended


def test_what_was_taken_back_is_not_repeated() -> None:
    row = shown("pb-3,unit,Phường A,,p-a,Vắng họp,approved")
    assert row == "pb-3,unit,Phường A,,p-a,(đã rút lại),approved\n"


@pytest.mark.parametrize(
    "row",
    [
        f"pb-2,person,{NAMED},Chuyên viên,p-a,Vắng,draft",
        f"pb-9,person,{NAMED},Chuyên viên,p-a,Vắng,approved",
        "",
    ],
)
def test_a_row_that_was_not_public_is_left_out(row: str) -> None:
    assert shown(row) == ""


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"", b'record_id,"x\n', b"record_id;subject_name\npb-2;Ai do\n"]
)
def test_what_cannot_be_read_is_left_out(content: bytes) -> None:
    kept = public().of_file(CSV, content)
    assert kept is not None and b"pb-2" not in kept and b"\xff" not in kept


def test_a_column_that_nobody_declared_is_emptied() -> None:
    content = b"record_id,subject_kind,status,ghi chu\npb-2,unit,approved,Hang xom\n"
    kept = public().of_file(CSV, content)
    assert kept == b"record_id,subject_kind,status,ghi chu\npb-2,unit,approved,\n"


@pytest.mark.parametrize("name", ["ghi chú.xlsx", "closed_quarters/salts.csv", "cu/criticisms.csv"])
def test_a_file_that_nobody_declared_is_left_out(name: str) -> None:
    assert public().of_file(name, b"x\n") is None


def test_dossiers_keep_the_names_of_their_columns_alone() -> None:
    content = b"dossier_id,outcome\nHS-1,granted\n"
    assert public().of_file("dossiers/a.csv", content) == b"dossier_id,outcome\n"
    assert public(with_dossiers=True).of_file("dossiers/a.csv", content) == content


def test_no_salt_stays_by_which_a_name_could_be_guessed() -> None:
    salts = {"name": "00" * 16, "said": "11" * 16, "rest": "22" * 16}
    lines = [
        json.dumps({"record": f"criticisms/{record}", "salts": salts, "leaves": {}})
        for record in ("pb-1", "pb-2", "pb-3", "pb-9")
    ]
    kept = public().of_file(
        "ledger_openings/2018-Q4.jsonl", "".join(f"{x}\n" for x in lines).encode()
    )
    assert kept is not None
    found = {x["record"][-4:]: set(x["salts"]) for x in map(json.loads, kept.splitlines())}
    assert found == {
        "pb-1": {"said", "rest"}, "pb-2": {"name", "said", "rest"}, "pb-3": {"rest"}, "pb-9": set()
    }  # fmt: skip
    assert public().of_file("ledger_openings/2018-Q4.jsonl", b"{") == b""


def test_a_message_holds_no_ended_name_however_short() -> None:
    said = public().of_message(f"Thôi nêu ông Khuê, tức {ENDED}; {NAMED} còn")
    assert "Khuê" not in said and NAMED in said
