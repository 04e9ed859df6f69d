"""The approval of a script: whose words somebody has signed, by the code that is printed on it."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.model.text import vn_date

_GROUP = 4


@dataclass(frozen=True)
class Approval:
    """What is known of a script's approval where the city asks for one.

    `code` is that of its words today. `by` and `on` are the newest approval of its week, empty
    while there is none; `is_of_these_words` is true of one that names the same code, `is_coded` of
    one that names any. `is_aired` is true once the station says that the week was aired.
    """

    code: str
    by: str = ""
    on: date | None = None
    is_coded: bool = False
    is_of_these_words: bool = False
    is_aired: bool = False

    @property
    def is_waiting(self) -> bool:
        """True of a draft: nobody has approved these words, and they have not been aired."""
        return not (self.is_of_these_words or self.is_aired)

    @property
    def words(self) -> str:
        """Who approved it and when, or what it waits for, in Vietnamese."""
        if self.is_of_these_words:
            return f"Đã duyệt: {self._signed} (mã lời đọc {self.code})."
        if self.is_waiting:
            return f"{self._why_waiting} Mã lời đọc của bản này: {self.code}."
        if self.on is None:
            return "Đã phát mà không có ghi nhận ai duyệt."
        rest = "từ đó lời đọc đã đổi" if self.is_coded else "không ghi mã lời đọc"
        return f"Đã duyệt: {self._signed}; {rest}."

    @property
    def _signed(self) -> str:
        return f"{self.by}, ngày {vn_date(self.on)}" if self.on else ""

    @property
    def _why_waiting(self) -> str:
        if self.on is None:
            return "Bản này chờ duyệt."
        if self.is_coded:
            return f"Bản này chờ duyệt lại: lời đọc đã đổi so với bản đã duyệt ({self._signed})."
        return f"Bản này chờ duyệt: lần duyệt đã ghi ({self._signed}) không có mã lời đọc."


def words_code(text: str) -> str:
    """The code of a script's words, as it is printed and typed: "3f9a-1c20-77b1".

    A word that changes changes the code.
    """
    digest = sha256(text.encode("utf-8")).hexdigest()
    return "-".join(digest[start : start + _GROUP] for start in range(0, 3 * _GROUP, _GROUP))
