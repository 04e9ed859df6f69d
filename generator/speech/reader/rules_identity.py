"""Rules for what identifies one thing or one person: accounts, cards, papers, frames, files."""

import re

from generator.model.codes import PROCEDURE_CODE
from generator.speech.documents import STATE
from generator.speech.numbers import digits
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.reader.rules_shares import counts_things

_NUMBER = re.compile(
    r"\d{6,16}(?:-\d{3})?(?![\w/]|[.,-]\d)|\d{2,5}(?: \d{2,5}){2,4}(?![\w/]|[., ]\d)"
)
_NUMBERED = re.compile(
    r"\b(?:mã số thuế|mã số doanh nghiệp|số tài khoản|tài khoản(?: số)?|số thẻ|số sê ri|số seri|"
    r"mã số hợp đồng|số hợp đồng|mã khách hàng|mã số bảo hiểm xã hội|số sổ|số biên lai|"
    r"số hóa đơn|số hoá đơn|mã vạch|mã đơn hàng|mã vận đơn|số hiệu)"
    r"(?: (?:là|của [^\d,.;:]{1,40}|ngân hàng [^\d,.;:]{1,40}|mới|cũ))?(?: ?:)? ?$"
)
_ENTERED = re.compile(r"\d{2,8}(?![\w/]|[.,-]\d)")
_TO_ENTER = re.compile(
    r"\b(?:mã vùng|mã bưu chính|mã bưu điện|mã xác nhận|mã xác thực|mật khẩu)"
    r"(?: điện thoại)?(?: (?:là|mới|cũ))?(?: ?:)? ?$"
)
_CERTIFICATE = re.compile(r"([A-ZĐ]{1,2}) ?(\d{6,8})(?![\w/]|[.,-]\d)")
_CERTIFIED = re.compile(
    r"\b(?:giấy chứng nhận|sổ đỏ|sổ hồng|sổ|phôi|giấy tờ|hộ chiếu|thẻ|giấy phép|phát hành|sê ri)"
    r"(?: [^\W\d_]+){0,7} số $|\b(?:số sê ri|số phát hành|số hiệu|hộ chiếu) $"
)
_GROUP = 4
_TOKEN = re.compile(r"[A-ZĐ\d]{1,20}(?:[./-][A-ZĐ\d]{1,20}){0,6}(?![^\W_]|[./,-][^\W_])")
_IDENTIFIED = re.compile(
    r"\b(?:số khung|số máy|mã|mã số|mã lô|số lô|số báo danh|mã bưu chính|mã bưu điện|"
    r"biên lai|hóa đơn|hoá đơn|ký hiệu|"
    r"gói thầu|mẫu|mẫu đơn|mẫu phiếu|biểu mẫu|tờ khai|số tài khoản|tài khoản|vận đơn|mã vùng|"
    r"mã hàng|mã sản phẩm|mã ngành|mã chương)"
    r"(?: số)?(?: (?:là|mới|cũ))?(?: ?:)? ?$"
)
_LETTERS_OR_FIGURES = re.compile(r"[A-ZĐ]+|\d+")
_LONG = 6
_TYPED = re.compile(r"[A-ZĐ\d]{1,20}(?![\w.,/-]*\w)")
_TO_TYPE = re.compile(r"\b(?:cú pháp|[Ss]oạn|[Ss]oạn tin):? ?[\"“]?(?:[A-ZĐ\d]{1,20} ){0,4}$")
_IN_TURN = re.compile(r"0\d{1,3}(?![\w/]|[.,-]\d)")
_TURN = re.compile(r"\b(?:số thứ tự|số báo danh|phiếu số)(?: từ)? $")
_COMMITTEE = re.compile(r"[1-9]\d\d(?![\w/]|[.,-]\d|\s?%)")
_OF_COMMITTEES = re.compile(r"\b(?:ban chỉ đạo|liên ngành|văn phòng thường trực) $")
_RUN = re.compile(r"\d{6,12}(?![\w/]|[.,-]\d|\s?(?:đ|đồng)\b)")
_OF_A_PERSON = re.compile(
    r"\b(?:chứng minh|căn cước|định danh|hộ chiếu|hồ sơ|thẻ|đăng ký|sổ|bảo hiểm)\b[^.;]{0,60}$"
)


def account(cursor: Cursor) -> Reading | None:
    """Read the number of an account or a taxpayer figure by figure, with breaths."""
    match = _NUMBER.match(cursor.text, cursor.start)
    if match is None or not _NUMBERED.search(cursor.said.lower()):
        return None
    groups = (part for run in re.split("[ -]", match[0]) for part in _parted(run))
    return Reading(", ".join(map(digits, groups)), len(match[0]))


def entered(cursor: Cursor) -> Reading | None:
    """Read "mã vùng 237" figure by figure, as people key it in: it counts nothing."""
    match = _ENTERED.match(cursor.text, cursor.start)
    if match is None or not _TO_ENTER.search(cursor.said.lower()):
        return None
    return Reading(", ".join(map(digits, _parted(match[0]))), len(match[0]))


def certificate(cursor: Cursor) -> Reading | None:
    """Read "giấy chứng nhận số BM 123456": the letters, then figure by figure."""
    match = _CERTIFICATE.match(cursor.text, cursor.start)
    if match is None or not _CERTIFIED.search(cursor.said.lower()):
        return None
    figures = ", ".join(map(digits, _parted(match[2])))
    return Reading(f"{' '.join(match[1])} {figures}", len(match[0]))


def _parted(run: str) -> list[str]:
    """The figures by fours; what is left over stands with the first, so that none stands alone."""
    first = len(run) % _GROUP or _GROUP
    first = first + _GROUP if first == 1 and len(run) > 1 else first
    return [run[:first], *(run[at : at + _GROUP] for at in range(first, len(run), _GROUP))]


def identity(cursor: Cursor) -> Reading | None:
    """Read "số khung RLHPC", "biên lai số AA/18P", letter by letter, figure by figure.

    A document's number, a procedure's code and a plain short number have rules of their own. A
    person's card and a citizen's dossier are nobody's business on air, and refused.
    """
    match = _TOKEN.match(cursor.text, cursor.start)
    if match is None or not _IDENTIFIED.search(cursor.said.lower()):
        return None
    written = match[0]
    if STATE.match(cursor.text, cursor.start) or re.match(PROCEDURE_CODE, written):
        return None
    if written in cursor.abbreviations.anywhere or not (_is_code(written) and _is_whole(written)):
        return None
    return Reading(", ".join(_spelled(piece) for piece in re.split("[./-]", written)), len(written))


def _spelled(piece: str) -> str:
    """Say the letters one by one, and the figures, with a breath in a long run of them."""
    parts = _LETTERS_OR_FIGURES.findall(piece)
    return " ".join(
        ", ".join(map(digits, _parted(part))) if part.isdigit() else " ".join(part)
        for part in parts
    )


def _is_code(written: str) -> bool:
    """True for letters with figures, letters that are no word, and figures that count nothing."""
    if written.isdigit():
        return len(written) >= _LONG
    return any(map(str.isdigit, written)) or len(written) > 1


def _is_whole(written: str) -> bool:
    """True unless it looks like a number with thousands, or like a day."""
    return re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d{1,2}([/-])\d{1,2}(?:\1\d{4})?", written) is None


def message(cursor: Cursor) -> Reading | None:
    """Spell what listeners are to type: the "TP 36" of "soạn TP 36 gửi 8088"."""
    match = _TYPED.match(cursor.text, cursor.start)
    if match is None or not _TO_TYPE.search(cursor.before):
        return None
    return Reading(_spelled(match[0]), len(match[0]))


def unnamed(cursor: Cursor) -> Reading | None:
    """Read "lô thuốc số 180512" figure by figure: a number of things has points in it."""
    match = _RUN.match(cursor.text, cursor.start)
    said = cursor.said.lower()
    if match is None or not said.endswith("số ") or _OF_A_PERSON.search(said):
        return None
    return Reading(", ".join(map(digits, _parted(match[0]))), len(match[0]))


def in_turn(cursor: Cursor) -> Reading | None:
    """Read "số thứ tự 001" figure by figure, as the slip of a counter has it."""
    match = _IN_TURN.match(cursor.text, cursor.start)
    if match is None or not _TURN.search(cursor.said.lower()):
        return None
    return Reading(digits(match[0]), len(match[0]))


def committee(cursor: Cursor) -> Reading | None:
    """Read "Ban Chỉ đạo 389", which is called by the figures of the decision behind it."""
    match = _COMMITTEE.match(cursor.text, cursor.start)
    if match is None or not _OF_COMMITTEES.search(cursor.said.lower()):
        return None
    return None if counts_things(cursor.text, match.end()) else Reading(digits(match[0]), 3)


IDENTITY_RULES: tuple[Rule, ...] = (
    message, account, entered, certificate, identity, unnamed, in_turn, committee
)  # fmt: skip
