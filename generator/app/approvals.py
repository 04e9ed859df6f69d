"""Take down that a week's script was approved, and tell which wait for it; nothing here writes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.app.happenings import Group, Happening, grouped
from generator.datafolder.amend import with_rows
from generator.edition.edition import Edition
from generator.edition.script import Script
from generator.model.duty_records import ScriptApproval, ScriptEdition
from generator.model.text import vn_date
from generator.radio.weeks import air_day

WAITING = "Kịch bản chờ duyệt"
_KEY = ("bulletin_id", "edition", "approved_on")


class ApprovalRefused(Exception):
    """What nobody can approve; `str()` says why in Vietnamese."""


@dataclass(frozen=True)
class Approving:
    """The scripts of a week as they are approved: the new rows, and the file that holds them.

    `was` is the file before.
    """

    rows: tuple[ScriptApproval, ...]
    was: bytes
    content: bytes

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was taken down, in Vietnamese."""
        first = self.rows[0]
        codes = ", ".join(str(row.text_code) for row in self.rows)
        return (
            f"Đã ghi: {first.approved_by} duyệt bản tin {first.bulletin_id} ngày "
            f"{vn_date(first.approved_on)}, mã lời đọc {codes}.",
            "Lời đọc đổi thì phải duyệt lại.",
        )


def approve(
    edition: Edition,
    file: bytes,
    placed: Mapping[int, ScriptApproval],
    week: str,
    *,
    by: str | None = None,
    on: date | None = None,
    codes: Sequence[str] = (),
) -> Approving:
    """Add to the file that the scripts of a week were approved as they read today.

    `placed` are the file's rows by their numbers; one of the same day is written anew. With
    `codes`, those on the paper that was signed, only the scripts that bear one are approved. Raises
    ApprovalRefused, UnknownWeek for a text that names no week, NoStation where nobody airs any.
    """
    person, day = _approver(edition, by), on or edition.as_of
    if day > edition.as_of:
        raise ApprovalRefused(
            f"Ngày duyệt {vn_date(day)} sau ngày số liệu {vn_date(edition.as_of)} (mục as_of của "
            "city.yaml). Hãy kiểm tra lại ngày duyệt, hoặc cập nhật as_of."
        )
    rows = tuple(
        ScriptApproval(
            bulletin_id=week, edition=which, approved_by=person, approved_on=day, text_code=code
        )
        for which, code in _signed(_codes(edition, week), codes)
    )
    places = {_key(row): number for number, row in placed.items()}
    changed = {places[_key(row)]: _cells(row) for row in rows if _key(row) in places}
    added = [_cells(row) for row in rows if _key(row) not in places]
    return Approving(rows, file, with_rows(file, changed, added))


def _key(row: ScriptApproval) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _KEY)


def _cells(row: ScriptApproval) -> dict[str, str]:
    return {name: str(value or "") for name, value in row.model_dump().items()}


def _approver(edition: Edition, by: str | None) -> str:
    """Who approves: the one that is named, or the only one there is."""
    known = edition.radio.approvers
    if not known:
        raise ApprovalRefused(
            "Chưa khai ai được duyệt kịch bản. Hãy khai chức danh ở mục radio.approvers của "
            "city.yaml; không khai thì kịch bản không cần duyệt."
        )
    if by in known or (by is None and len(known) == 1):
        return by or known[0]
    asked = f"“{by}” không được khai là người duyệt." if by else "Có nhiều người duyệt."
    raise ApprovalRefused(
        f"{asked} Người duyệt phải là một trong các chức danh: {', '.join(known)}."
    )


def _codes(edition: Edition, week: str) -> dict[ScriptEdition, str]:
    """The codes of a week's scripts as they read today."""
    editions: tuple[tuple[ScriptEdition, Mapping[str, Script]], ...] = (
        ("whole", edition.scripts),
        ("short", edition.short_scripts),
    )
    found = {
        which: scripts[week].bulletin.approval for which, scripts in editions if week in scripts
    }
    if not found:
        air_day(week, edition.radio.air_weekday)
        raise ApprovalRefused(f"Không có kịch bản tuần {week}.")
    return {which: told.code for which, told in found.items() if told}


def _signed(
    today: Mapping[ScriptEdition, str], codes: Sequence[str]
) -> list[tuple[ScriptEdition, str]]:
    """The scripts whose codes were signed; every one where no code is told."""
    for code in codes:
        if code not in today.values():
            raise ApprovalRefused(
                f"Bản đã ký có mã lời đọc {code}, mà kịch bản hiện nay có mã "
                f"{' và '.join(today.values())}: lời đọc đã đổi. Hãy in và trình duyệt lại."
            )
    return [(which, code) for which, code in today.items() if not codes or code in codes]


def waiting(edition: Edition) -> Group:
    """The scripts that are still to be aired and that nobody has approved as they read today."""
    return grouped(WAITING, _waiting(edition), is_of_records=True)


def _waiting(edition: Edition) -> Iterator[Happening]:
    for script in (*edition.scripts.values(), *edition.short_scripts.values()):
        bulletin = script.bulletin
        if bulletin.is_draft and bulletin.air_on >= edition.as_of:
            yield Happening(bulletin.air_on, script.title, (bulletin.station,), WAITING)
