"""The gate before a name: the same page says what its bearer can do, and what became of it.

Civil Code 2015, article 34, and the law on complaints: whoever is named must be able to answer
where he is named. A project's own templates are held to it as the program's are.
"""

from generator.edition.page import Page
from generator.model.public import PublicCriticism

RIGHTS, RESULTS, CLEARED = 'id="quyen"', 'id="ket-qua"', 'id="cai-chinh"'
"""The headings of what he can do, of what became of a contest, and of the clearing."""
_UNFAIR = (
    "Không công bố được trang {url}: trang nêu một trường hợp phê bình mà thiếu phần {missing}. "
    "Hãy sửa mẫu trang pages/criticism.html để giữ phần ấy."
)
_PARTS = {
    RIGHTS: "người bị phê bình có thể làm gì (id=quyen)",
    RESULTS: "kết quả khiếu nại, xem xét lại (id=ket-qua)",
    CLEARED: "thông tin cải chính, xin lỗi (id=cai-chinh)",
}


class NamedUnfairly(Exception):
    """A page names whom it criticises and not his way out; `str()` says so in Vietnamese."""


def fair(page: Page, record: PublicCriticism) -> Page:
    """Return the page of a criticism as it is. Raises NamedUnfairly when it lacks a part."""
    body = str(page.body)
    for part in _needed(record):
        if part not in body:
            raise NamedUnfairly(_UNFAIR.format(url=page.url, missing=_PARTS[part]))
    return page


def _needed(record: PublicCriticism) -> tuple[str, ...]:
    """The parts that a record's page must have, as the record stands."""
    results = (RESULTS,) if record.contests else ()
    if record.taken_back:
        return (*results, *((CLEARED,) if record.withdrawal else ()))
    return (RIGHTS, *results)
