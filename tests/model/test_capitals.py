"""A name keeps its capital inside a sentence, and nothing else does."""

import pytest

from generator.model.capitals import mid_sentence

KEPT = (
    "Phòng Nội vụ",
    "Đài Truyền thanh thành phố",
    "Văn phòng HĐND và UBND",
    "Phó Trưởng phòng",
    "Trưởng phòng Tư pháp",
    "Chủ tịch Ủy ban nhân dân phường",
    "Ủy ban nhân dân thành phố",
    "Uỷ ban Mặt trận Tổ quốc Việt Nam thành phố",
    "Mặt trận Tổ quốc",
    "Thanh tra thành phố",
    "Công an phường",
    "New York City",
    "Hà Nội",
    "Phường 15",
    "Quận 1",
    "Thành phố Hồ Chí Minh",
    "UBND phường",
    "Nguyễn Văn A",
    "Hội Cựu chiến binh thành phố",
)
LOWERED = {
    "Phường Đông Thọ": "phường Đông Thọ",
    "Thị trấn Rừng Thông": "thị trấn Rừng Thông",
    "Thành phố Thanh Hóa": "thành phố Thanh Hóa",
    "Cấp Giấy xác nhận tình trạng hôn nhân": "cấp Giấy xác nhận tình trạng hôn nhân",
    "Thuế GTGT": "thuế GTGT",
    "Đăng ký khai sinh": "đăng ký khai sinh",
    "Thanh tra việc chấp hành": "thanh tra việc chấp hành",
    "Gửi Phòng Tư pháp": "gửi Phòng Tư pháp",
    "Giấy khen": "giấy khen",
    "Tên, Đơn vị": "tên, Đơn vị",
    "Hộ tịch": "hộ tịch",
    "": "",
}


@pytest.mark.parametrize("text", KEPT)
def test_what_begins_with_a_name_stays(text: str) -> None:
    assert mid_sentence(text) == text


@pytest.mark.parametrize(("text", "within"), LOWERED.items())
def test_what_names_nothing_begins_small(text: str, within: str) -> None:
    assert mid_sentence(text) == within
