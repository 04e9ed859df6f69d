"""Letterhead, symbol, place and signature of each kind of office."""

import pytest

from generator.reports.offices import initials, letterhead, place_name, signature
from worlds.shipped import shipped_edition


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Phòng Nội vụ", "PNV"),
        ("Phòng Nội vụ thành phố Mẫu", "PNV"),
        ("Phòng Tài nguyên và Môi trường", "PTNMT"),
        ("Phòng Lao động - Thương binh và Xã hội", "PLĐTBXH"),
        ("Phòng Văn hóa, Khoa học và Thông tin", "PVHKHTT"),
        ("Văn phòng HĐND và UBND", "…"),
    ],
)
def test_a_symbol_is_made_only_of_what_is_certain(name: str, symbol: str) -> None:
    assert initials(name) == symbol


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Thành phố Thanh Hóa", "Thanh Hóa"),
        ("Phường Hạc Thành", "Hạc Thành"),
        ("Phường 15", "Phường 15"),
        ("Xã Hoa Sen", "Hoa Sen"),
        ("New York", "New York"),
    ],
)
def test_the_place_is_the_name_without_its_kind(name: str, place: str) -> None:
    assert place_name(name) == place


def test_every_office_of_the_sample_has_a_head_who_signs() -> None:
    lines = {
        signature(unit.name).lines for unit in shipped_edition().units if unit.kind == "division"
    }
    assert lines == {("TRƯỞNG PHÒNG",), ("CHÁNH VĂN PHÒNG",), ("CHÁNH THANH TRA",)}
    assert signature("Ủy ban nhân dân phường Hoa Sen").lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_a_committee_that_people_write_to_itself_stands_once() -> None:
    city = shipped_edition().city
    alone = city.city.model_copy(update={"contact_office": city.city.authority})
    head = letterhead(city.model_copy(update={"city": alone}), None)
    assert (head.above, head.issuer, head.symbol) == ("", city.city.authority, "BC-UBND")
    office = letterhead(city, None)
    assert (office.above, office.issuer) == (city.city.authority, city.city.contact_office)
