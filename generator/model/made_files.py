"""What of the site's other files is made of records: how each is held against them."""

from collections.abc import Mapping

ACTS = ("violation", "reason", "text")
"""The columns of which one says what a record is about."""
ENDED: Mapping[str, str] = {
    "withdrawn": "Đã rút lại ngày {day}",
    "revoked": "Đã thu hồi ngày {day}",
}
"""What became of a record that was taken back, by its standing."""
NAMING_ENDED: Mapping[str, str] = {
    "person": "Đã hết thời hạn nêu tên từ ngày {day}; tên người đã được gỡ khỏi trang này",
    "unit": "Đã hết thời hạn nêu tên từ ngày {day}; tên cơ quan còn ghi ở đây chỉ để tra cứu",
}
"""The same of one whose naming has ended: a person's name is gone, an authority's is no secret."""
NAMING_SUSPENDED: Mapping[str, str] = {
    "person": "Đang tạm dừng nêu tên từ ngày {day} để xem xét lại; tên người không ghi ở đây",
    "unit": "Đang tạm dừng nêu tên từ ngày {day} để xem xét lại",
}
"""The same while a body that hears a complaint has suspended the naming."""
ENDINGS = (*ENDED.values(), *NAMING_ENDED.values(), *NAMING_SUSPENDED.values())
TELLS_OF_ENDS = ("correction", "revocation", "contest")
"""The kinds of a script's items that tell of records that stand no more, or are contested."""
SPOKEN = ".ssml"
"""The form of a script by which its data are known."""
ONLY_SENTENCES = (".txt", ".loa.txt", SPOKEN)
"""Forms in which nothing is written but what is said and who says it."""
WITH_HEADS = (".html", ".mos.xml")
"""Forms with a head, notes and times beside what is said."""
DOCUMENT = ".docx"
"""The form that only the command opens."""
IN_FORCE = "in_force"
"""The standing of a record that nothing has ended."""
SUSPENDED = "suspended"
"""The standing of a record whose name is not shown for the time being."""
