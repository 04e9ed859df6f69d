"""What reaches nobody is told from what does."""

import pytest

from generator.check.rules.placeholders import is_placeholder

LEFT = (
    ("city.phone", "0000 000 000"),
    ("city.phone", "(0000) 000.001"),
    ("hotlines.0.phone", "0123456789"),
    ("city.phone", "9999999999"),
    ("city.phone", "chưa có"),
    ("city.email", "phan-anh@congkhai.example"),
    ("city.email", "a@example.com"),
    ("site_url", "https://congkhai.invalid/"),
    ("site_url", "http://localhost:8000/"),
    ("city.address", "(địa chỉ cơ quan, chưa khai)"),
    ("city.address", "…(...)"),
    ("city.authority", "xxx"),
    ("city.contact_office", "<tên cơ quan>"),
)
TRUE = (
    ("city.phone", "0237 3852 246"),
    ("city.phone", "1022"),
    ("hotlines.1.phone", "+84 24 3825 3536"),
    ("city.email", "phannoivu@thanhhoacity.gov.vn"),
    ("site_url", "https://congkhai.thanhhoa.gov.vn/example/"),
    ("city.address", "Số 28 Đại lộ Lê Lợi, phường Điện Biên"),
    ("radio.column", "Chưa đúng hạn thì phải nói"),
    ("directives.0.title", "Nhiệm kỳ XXX (2018-2023)"),
)


@pytest.mark.parametrize(("place", "text"), LEFT)
def test_a_placeholder_is_found(place: str, text: str) -> None:
    assert is_placeholder(place, text)


@pytest.mark.parametrize(("place", "text"), TRUE)
def test_what_is_true_is_let_be(place: str, text: str) -> None:
    assert not is_placeholder(place, text)
