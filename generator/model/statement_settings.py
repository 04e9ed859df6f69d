"""The `statements` block of `city.yaml`: on what terms the data are open, and who answers."""

from pydantic import Field

from generator.model.setting_types import Email, Settings, Text, WebAddress

USUAL_KEYWORDS = (
    "công khai",
    "kỷ luật, kỷ cương hành chính",
    "thủ tục hành chính",
    "một cửa",
    "nêu gương",
    "phê bình",
    "dữ liệu mở",
)


class Licence(Settings):
    """The terms on which anyone may use the data."""

    id: Text = Field(title="mã giấy phép theo danh mục SPDX", examples=["CC-BY-4.0"])
    """Its identifier in the SPDX list, by which programs know it."""
    title: Text = Field(
        title="tên giấy phép", examples=["Creative Commons Ghi công 4.0 Quốc tế (CC BY 4.0)"]
    )
    """Its name as people read it."""
    url: WebAddress = Field(
        title="địa chỉ toàn văn giấy phép",
        examples=["https://creativecommons.org/licenses/by/4.0/deed.vi"],
    )
    """Where its text stands."""


ATTRIBUTION = Licence(
    id="CC-BY-4.0",
    title="Creative Commons Ghi công 4.0 Quốc tế (CC BY 4.0)",
    url="https://creativecommons.org/licenses/by/4.0/deed.vi",
)
"""Free for any use, with the source named: what the rules on open data of state bodies ask for."""


class Statements(Settings):
    """What a public site owes its readers beside its records; each has a usual value."""

    licence: Licence = Field(default=ATTRIBUTION, title="giấy phép dùng lại dữ liệu")
    """The terms on which the data may be used."""
    attribution: Text | None = Field(
        default=None,
        title="câu ghi nguồn khi dùng lại dữ liệu",
        examples=["Nguồn: Ủy ban nhân dân phường Hoa Sen"],
    )
    """How the source is to be named; the authority and the site's name where nothing else is."""
    keywords: tuple[Text, ...] = Field(
        default=USUAL_KEYWORDS,
        min_length=1,
        title="từ khóa để tìm ra dữ liệu",
        examples=[["thủ tục hành chính", "một cửa"]],
    )
    """The words under which catalogues list the data."""
    security_email: Email | None = Field(
        default=None,
        title="thư điện tử nhận báo lỗ hổng bảo mật",
        examples=["an-toan@congkhai.example"],
    )
    """Where weaknesses of the site are reported; the office's address where none is given."""
    privacy_office: Text | None = Field(
        default=None,
        title="bộ phận bảo vệ dữ liệu cá nhân",
        examples=["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"],
    )
    """Who answers about personal data; the office for grievances where none is given."""
