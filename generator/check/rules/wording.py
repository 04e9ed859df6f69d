"""What the words of a record must not do: call criticism discipline, name others, leak papers."""

import re
from collections.abc import Iterator, Mapping, Set
from typing import Any

from generator.check.context import CheckContext
from generator.check.rules.disciplinary_measures import CRITICISM
from generator.model.problems import Problem

DISCIPLINE = re.compile(
    r"(?<!không phải là )(?<!không phải )(?<!chưa phải )(?:"
    r"(?:hình thức|bị|xử lý|xử lí|thi hành|chịu|quyết định|áp dụng|mức)\s+k[ỷỉ]\s+luật"
    r"|k[ỷỉ]\s+luật\s+(?:bằng|phê bình|khiển trách|cảnh cáo|cách chức|buộc thôi việc))",
    re.IGNORECASE,
)
FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Trịnh|Mai|"
    "Trương|Lưu|Lương|Tạ|Cao|Hà|Chu|Châu|Thái|Tô|Vương|Quách|Tống|La|Đoàn|Nghiêm|Lại|Tăng|Phùng|"
    "Kiều|Từ|Hứa|Khổng|Thiều|Doãn|Viên"
)
"""Family names; a person is told by one after a word of address, or before Văn or Thị."""
_WORD = r"[A-ZĐÀ-ỸÂÊÔƠƯĂ][\wà-ỹ]*"
_STREETS = "".join(
    f"(?<!{word} )" for word in ("đường", "phố", "trường", "chợ", "Đường", "Phố", "Trường", "Chợ")
)
PERSON = re.compile(
    r"(?i:\b(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|công dân|đồng chí)) "
    rf"(?P<addressed>(?:{FAMILIES})(?: {_WORD}){{1,3}})"
    rf"|{_STREETS}(?<!\w)(?P<plain>(?:{FAMILIES}) (?:Văn|Thị)(?: {_WORD}){{1,2}})"
)
PAPER = re.compile(
    r"(?:https?://|file://|www\.)\S+"
    r"|[^\s,;()]+\.(?:pdf|jpe?g|png|tiff?|bmp|gif|webp|heic|docx?|xlsx?|odt|ods|zip|rar|7z|mp[34])\b",
    re.IGNORECASE,
)
PUBLIC_FLAG = re.compile(r"\s*\(công khai\)", re.IGNORECASE)
"""Behind a file's name or a link: somebody has looked at the paper and freed it for the public."""

TEXTS = {
    "commendations": ("reason", "evidence", "broadcast_text", "approved_by"),
    "criticisms": (
        *("violation", "evidence", "reply", "remedy", "broadcast_text"),
        *("found_by", "responsible_head", "approved_by"),
    ),
    "corrections": ("reason", "text", "said"),
    "assignments": ("task", "process", "result", "evidence"),
    "inspections": ("purpose", "conclusion"),
    "recommendations": ("about", "text", "reply"),
}
"""The fields in which things are told, by dataset."""
Names = Mapping[str, Mapping[int, Set[tuple[str, ...]]]]
"""Names in their syllables, by the first of them and by how many there are."""


def criticism_as_discipline(context: CheckContext) -> Iterator[Problem]:
    """A mere criticism whose words call it a disciplinary measure."""
    mere = {r.record_id for r in context.world.criticisms if r.measure == CRITICISM}
    for dataset, fields in (
        ("criticisms", ("violation", "broadcast_text")),
        ("corrections", ("text",)),
    ):
        for row, record in context.numbered(dataset):
            for field in fields if record.record_id in mere else ():
                if match := DISCIPLINE.search(getattr(record, field) or ""):
                    yield context.found(
                        "criticism-called-discipline", dataset, row, field, value=match.group()
                    )


def other_people(context: CheckContext) -> Iterator[Problem]:
    """Somebody named who is not the record's subject: mostly a citizen, who may never be.

    An official who is the subject of another record is refused too: there the name would stay when
    its time is over.
    """
    subjects = {record.record_id: record.subject_name for record in context.world.commendations}
    subjects |= {record.record_id: record.subject_name for record in context.world.criticisms}
    known = _known_names(context)
    for dataset, row, record, field, text in _told(context):
        own = subjects.get(getattr(record, "record_id", ""), "")
        others = (name for name in _named(text, known) if not _is_own(name, own))
        if (name := next(others, None)) is not None:
            hidden = f"{name.split()[0]} ***"
            yield context.found("person-named", dataset, row, field, value=hidden)


def _known_names(context: CheckContext) -> Names:
    """Every person who is the subject of a record."""
    praised = [r.subject_name for r in context.world.commendations if r.subject_kind == "person"]
    blamed = [r.subject_name for r in context.world.criticisms if r.subject_kind == "person"]
    known: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for name in sorted({tuple(name.split()) for name in (*praised, *blamed)}, key=len):
        if len(name) > 1:
            known.setdefault(name[0], {}).setdefault(len(name), set()).add(name)
    return known


def _named(text: str, known: Names) -> Iterator[str]:
    for match in PERSON.finditer(text):
        yield match["addressed"] or match["plain"]
    words = re.findall(r"\w+", text)
    for start, word in enumerate(words):
        if word not in known:
            continue
        for length, names in known[word].items():
            if (name := tuple(words[start : start + length])) in names:
                yield " ".join(name)


def _is_own(name: str, own: str) -> bool:
    return bool(own) and (name.startswith(own) or own.startswith(name))


def papers(context: CheckContext) -> Iterator[Problem]:
    """A file or a link to a paper that nobody has freed for the public."""
    for dataset, row, _, field, text in _told(context):
        for match in PAPER.finditer(text):
            if not PUBLIC_FLAG.match(text, match.end()):
                yield context.found("paper-unflagged", dataset, row, field, value=match.group())
                break


def _told(context: CheckContext) -> Iterator[tuple[str, int, Any, str, str]]:
    for dataset, fields in TEXTS.items():
        for row, record in context.numbered(dataset):
            for field in fields:
                if text := getattr(record, field):
                    yield dataset, row, record, field, text
