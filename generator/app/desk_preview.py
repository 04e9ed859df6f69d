"""A form as it will look on the site and sound on air, as if it had been approved already."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.app.desk_enter import Entered, Typed, approved, enter
from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import has_approval
from generator.app.desk_place import ids_with_pages, page_of
from generator.app.desk_spoken import Spoken, spoken
from generator.model import approval

NOBODY = "(chưa ghi người duyệt)"


@dataclass(frozen=True)
class Preview:
    """What is seen of a form: the data as they would be, the page that shows it, how it is read.

    `files` are those that would be other ones; `entered` says what is wrong where nothing is seen.
    """

    entered: Entered
    files: Mapping[str, bytes]
    page: str = ""
    spoken: Spoken = field(default_factory=Spoken)

    @property
    def is_seen(self) -> bool:
        """True when nothing is wrong with the form."""
        return bool(self.page) or not self.entered.has_errors or self.entered.is_idle


def preview(folder: DeskFolder, typed: Typed) -> Preview:
    """What a form would be if it were approved today. Raises Refused where other data are wrong."""
    desk = folder.desk
    entry = desk.entry(typed.dataset)
    entered = enter(folder, _as_approved(folder, typed) if has_approval(entry) else typed)
    if entered.has_errors and not entered.is_idle:
        return Preview(entered, {})
    merge = entered.merge
    files = {merge.table.file: merge.content} if merge and merge.changes else {}
    row = dict(typed.opened)
    if merge and merge.changes:
        change = merge.changes[0]
        names = entry.dataset.primary_key
        cells = change.row if change.is_new else {c.column: c.after for c in change.cells}
        row |= {**cells, **dict(zip(names, change.key, strict=True))}
    known = ids_with_pages({name: desk.rows(name) for name in desk.names})
    page = page_of(entry, row, known)
    key = row.get(entry.dataset.primary_key[0], "")
    return Preview(entered, files, page, spoken(folder.edition_of(files), key))


def _as_approved(folder: DeskFolder, typed: Typed) -> Typed:
    """The form as it is once somebody has approved it."""
    named = typed.texts.get(approval.APPROVED_BY) or NOBODY
    texts = {**typed.texts, approval.APPROVED_BY: named}
    return approved(replace(typed, texts=texts), folder.desk.city.as_of)
