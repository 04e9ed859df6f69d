"""Numbers that belong to one person: identity, passports, accounts, insurance, telephones."""

from vn_ident import is_province_code, is_valid_cccd

from generator.check.private.kind import ALONE, ENDS, GAP, kind

_AFTER_WORD = r"[^\d\n]{0,20}?"
_SAID = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"


def _is_identity(digits: str) -> bool:
    """By its structure: province, century and sex; the old card by the two digits of a province."""
    if len(digits) == 9:
        return "01" <= digits[:2] <= "38"
    return is_valid_cccd(digits) and is_province_code(digits[:3])


NUMBERS = (
    kind(
        "personal-id",
        r"(?:cmnd|cccd|cmt|chứng minh|căn cước|định danh|hộ chiếu|passport|hộ khẩu|visa|thị thực"
        r"|giấy phép lái xe|gplx|bằng lái|cmsq|cmqđ|quân nhân)"
        rf"{_AFTER_WORD}(?:[A-Z]\s?\d{{7,8}}|\d(?:{GAP}\d){{7,11}})(?!\d)",
    ),
    kind(
        "personal-account",
        r"(?:tài khoản|stk|số tk|mã số thuế|mst|bhxh|bảo hiểm xã hội|bhyt|thẻ bảo hiểm"
        r"|sổ bảo hiểm|sổ tiết kiệm|số thẻ|\btk)"
        rf"{_AFTER_WORD}(?:[A-Z]{{2}}{GAP}\d)?\d(?:{GAP}\d){{5,18}}(?!\d)",
    ),
    kind("personal-account", rf"(?<!\w)[A-Z]{{2}}{GAP}[1-5]{GAP}\d(?:{GAP}\d){{11}}(?![\w-])"),
    kind("personal-account", rf"{ALONE}\d{{4}}(?:[ -]?\d{{4}}){{3}}{ENDS}"),
    kind("personal-phone", r"(?<![\w,.])(?:\+84|0)[ .]?[235789]\d{0,2}[ .]?[*•]{2,8}[ .]?\d{1,4}"),
    kind("personal-id", rf"{ALONE}0(?:{GAP}\d){{11}}{ENDS}", _is_identity),
    kind("personal-id", rf"{ALONE}\d{{9}}{ENDS}", _is_identity),
    kind("personal-id", r"(?<![\w./-])[BCKNP]\d{7}(?![\w-]|[./]\w)"),
    kind(
        "personal-phone",
        rf"{ALONE}\(?(?:(?:\+|00){GAP}84|84|[0o])\)?{GAP}(?:\(0\))?{GAP}\(?"
        rf"(?:[35789](?:[\s.\-–)]{{0,2}}\d){{8}}|2(?:[\s.\-–)]{{0,2}}\d){{8,9}}){ENDS}",
    ),
)
SPELLED = (
    kind("personal-phone", rf"\b{_SAID}(?:[ ,.-]{{1,2}}{_SAID}){{8,}}\b"),
    kind("personal-birth", r"\bsinh năm (?:một|hai) (?:nghìn|ngàn)\b"),
)
"""The same in words."""
