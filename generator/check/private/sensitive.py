"""What is nobody's business but one's own: health, birth of children, faith, punishments, wrongs.

Law on Protection of Personal Data 2025 calls such data sensitive. They are told of somebody when a
text says them of one person; “một người”, several persons and whole groups are nobody.
"""

from generator.check.private.kind import kind

_ILLS = (
    r"bệnh|ung thư|tâm thần|động kinh|trầm cảm|tự kỷ|bại não|vô sinh|khuyết tật|liệt(?! kê| vào)|mù"
    r"|câm|điếc|lòa|đột quỵ|tai biến|chấn thương|gãy|sứt môi|hở hàm|tim\b|gan\b|thận|phổi"
    r"|tiểu đường|đái tháo|huyết áp|gút|viêm|lao\b|phong\b|giang mai|hiv|aids|chất độc|da cam"
    r"|down\b|thiểu năng"
)
_CURES = (
    r"điều trị|chữa(?= bệnh| ung| vô)|hóa trị|hoá trị|xạ trị|chạy thận|mổ\b"
    r"|phẫu thuật|cấp cứu"
)
_BIRTHS = r"(?:mang|có|sảy|sẩy|phá|nạo) thai|mang bầu|có bầu|sinh (?:con|non|mổ|đôi|nở)"
_LIFE = (
    r"đơn thân|ngoài giá thú|chửa hoang|ly (?:hôn|thân)|là con (?:nuôi|riêng|rơi)|con riêng"
    r"|ngoại tình|tiền án|tiền sự|án tích|(?:ra|đi|ở|ngồi|mãn hạn|án) tù\b|cải tạo|nghiện"
    r"|xâm hại|hiếp|cưỡng|bạo hành|lạm dụng|theo đạo|(?:đồng|lưỡng) tính|chuyển giới"
)
SIGN = rf"{_ILLS}|{_CURES}|{_BIRTHS}|{_LIFE}|kết quả xét nghiệm|thai kỳ|lớp \d"
"""A part of every writing below."""
_NOT_ONE = "".join(
    f"(?<!{word} )"
    for word in ("một", "trẻ", "bà", "ông", "các", "những", "mọi", "mỗi", "nhiều", "cho", "với")
)
_ONE = (
    r"(?:người (?:nộp|phản ánh|khiếu nại|tố cáo|yêu cầu|đề nghị|gửi|kể|khai)"
    r"|người (?:mẹ|cha|vợ|chồng|con|này|đó)|công dân(?: này| đó)?|nạn nhân"
    r"|(?:ông|bà|anh|chị|cô|chú|bác|em|cụ|cháu|bé|vợ|chồng|bố|mẹ)(?! em| chị| mẹ| con| già)"
    r"|con (?:chị|anh|ông|bà|cô|chú)(?! em| chị))"
)
_SUFFERS = r"(?:bị|mắc|nhiễm|mang)(?: [^\s.,;]+){0,2}? "
_HAS = r"(?:có|từng có|từng|bị|là|đã|vừa|mới|đang|phải|mẹ|sau khi|do|con)(?: [^\s.,;]+){0,3}? "
_OWED = r"(?!(?: [^\s.,;]+){0,5} (?<!không )(?<!chưa )được (?:ưu tiên|hỗ trợ|miễn|giảm|hưởng))"
"""Not behind it: what all such persons are owed."""

SENSITIVE = (
    kind(
        "personal-sensitive",
        rf"{_NOT_ONE}\b{_ONE}\b[^.;:!?\n§]{{0,24}}?"
        rf"\b(?:{_SUFFERS}(?:{_ILLS})|{_HAS}(?:{_CURES}|{_BIRTHS}|{_LIFE}))\b{_OWED}",
    ),
    kind(
        "personal-sensitive",
        rf"{_NOT_ONE}\b{_ONE}(?: ấy| này| đó)? (?:{_CURES}|{_BIRTHS}|{_LIFE})\b{_OWED}",
    ),
    kind(
        "personal-sensitive",
        rf"\b(?:bệnh (?:án|tình|sử)|tiền án|án tích|thai kỳ|kết quả xét nghiệm(?: adn| hiv)?)"
        rf" của {_NOT_ONE}(?:{_ONE}|hai (?:cha|mẹ|bố) con)\b",
    ),
    kind(
        "personal-sensitive",
        r"\b(?<!các )(?<!những )(?:em|cháu|bé|con|một học sinh),?(?: là)?(?: đang)?"
        r"(?: học(?: sinh)?)? lớp \d{1,2} ?[a-z]\d{0,2}\b",
    ),
)
