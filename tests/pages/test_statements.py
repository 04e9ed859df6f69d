"""What a site owes its readers is there for every city, and says only what is known."""

import re
from datetime import date, datetime, timedelta

import pytest

from generator.model.settings import City
from generator.model.statement_settings import Statements
from generator.pages.contact import contact_words, privacy_contact, security_contact
from generator.pages.page_variables import page_variables
from generator.pages.sections import SiteSections
from generator.pages.statements import SECTIONS, security_txt
from generator.pages.written import page_with_variables
from worlds.editions import small_edition
from worlds.paths import ROOT

HOME = "https://congkhai.example/"
CITY = small_edition().city
NOTHING = {"contact_office": None, "phone": None, "email": None, "address": None}


def city(address: str | None = HOME, **said: str | None) -> City:
    told = CITY.city.model_copy(update=NOTHING | said)
    return CITY.model_copy(update={"city": told, "site_url": address})


def fields(text: str) -> list[tuple[str, str]]:
    return [tuple(line.split(": ", 1)) for line in text.splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize("email", ["an-toan@congkhai.example", None])
@pytest.mark.parametrize("address", [HOME, "http://congkhai.example/", None])
def test_security_txt_is_as_the_rfc_asks_or_is_not_there(
    email: str | None, address: str | None
) -> None:
    text = security_txt(city(address, email=email))
    secure = address == HOME
    assert bool(text) == bool(email or secure)
    names = [name for name, _ in fields(text)]
    assert names.count("Expires") == names.count("Preferred-Languages") == bool(text)
    assert ("Canonical" in names) is secure
    for name, value in fields(text):
        if name in ("Contact", "Canonical", "Policy"):
            assert re.match(r"mailto:\S+@\S+$|https://\S+$", value), value


@pytest.mark.parametrize("as_of", [date(2018, 12, 31), date(2027, 2, 28)])
def test_security_txt_runs_out_within_a_year_of_the_day_of_the_figures(as_of: date) -> None:
    said = dict(fields(security_txt(city().model_copy(update={"as_of": as_of}))))
    expires = datetime.fromisoformat(said["Expires"]).date()
    assert timedelta(0) < expires - as_of <= timedelta(days=365)


def test_weaknesses_go_to_the_address_that_is_set_for_them() -> None:
    said = Statements(security_email="an-toan@congkhai.example")
    told = CITY.model_copy(update={"statements": said})
    assert "mailto:an-toan@congkhai.example\n" in security_txt(told)
    assert "an-toan@congkhai.example" in security_contact(told)
    assert "an-toan@congkhai.example" not in contact_words(told)


def test_whoever_is_known_is_named_and_nothing_else() -> None:
    assert contact_words(city()) == CITY.city.authority
    words = contact_words(city(contact_office="Phòng Nội vụ", phone="0000 000 000"))
    assert words == "Phòng Nội vụ (điện thoại 0000 000 000)"
    said = Statements(privacy_office="Văn phòng")
    assert privacy_contact(city().model_copy(update={"statements": said})) == "Văn phòng"


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.address)
@pytest.mark.parametrize("as_of", [date(2018, 12, 31), date(2026, 11, 28)], ids=str)
@pytest.mark.parametrize("bare", [True, False])
def test_each_statement_reads_well_for_a_city_that_has_said_nothing(section, as_of, bare) -> None:
    whose = city(None).model_copy(update={"directives": (), "radio": None}) if bare else CITY
    variables = page_variables(whose.model_copy(update={"as_of": as_of}))
    file = ROOT / "content" / section.address / "index.md"
    text = page_with_variables(file.read_text("utf-8"), file.name, variables)
    assert CITY.city.authority in text
    assert not re.search(r"\(\s*\)|: ?[.;]|<>|None|\{|mailto:\)", text)


def test_statements_stand_at_the_foot_and_not_in_the_menu() -> None:
    sections = SiteSections(CITY)
    assert list(sections.statements) == [section.address for section in SECTIONS]
    assert not {*sections.statements} & {*sections.menu, *sections.services}


@pytest.mark.parametrize(
    ("phone", "jurisdiction", "uri"),
    [
        ("0237 3852 225", "vn", "tel:+842373852225"),
        ("(0237) 3852.225", "vn", "tel:+842373852225"),
        ("0237 3852 225 (giờ hành chính)", "vn", "tel:+842373852225"),
        ("+84 237 3852 225", "vn", "tel:+842373852225"),
        ("1022", "vn", "tel:1022;phone-context=+84"),
        ("+1 212 639 9675", "other", "tel:+12126399675"),
        ("212 639 9675", "other", ""),
        (None, "vn", ""),
    ],
)
def test_a_city_with_a_phone_alone_is_told_by_a_call(
    phone: str | None, jurisdiction: str, uri: str
) -> None:
    told = city(None, phone=phone, jurisdiction=jurisdiction)
    assert ("Contact", uri) in fields(security_txt(told)) if uri else security_txt(told) == ""


@pytest.mark.parametrize("phone", ["0000 000 000", None])
def test_the_terms_say_how_a_weakness_is_reported(phone: str | None) -> None:
    page = (ROOT / "content" / "dieu-khoan" / "index.md").read_text("utf-8")
    said = page_with_variables(page, "index.md", page_variables(city(None, phone=phone)))
    told = " ".join(said.split())
    assert f"bảo mật của trang thì báo cho {CITY.city.authority}" in told
    assert ("bằng văn bản hoặc tại trụ sở" in told) is (phone is None)
