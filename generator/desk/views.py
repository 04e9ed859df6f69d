"""Each page of the form: what is asked of the use cases, and the template that shows it."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from generator.app.desk_enter import Entered, Typed, approved, as_draft, enter
from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import (
    Form,
    Key,
    form_of,
    key_of,
    new_form,
    read_as,
    with_suggestions,
)
from generator.app.desk_list import record_list
from generator.app.desk_overview import NO_DOSSIERS, dataset_lines, dossier_line
from generator.app.desk_preview import preview
from generator.app.desk_remove import Removal, removal
from generator.app.desk_said import Said, said, standing
from generator.app.desk_spoken import CannotSpeak, Spoken, sound
from generator.app.entry_merge import require_sound
from generator.app.entry_refused import EntryRefused
from generator.app.entry_template import Desk
from generator.desk.posted import (
    ACTION,
    CELL,
    KEY,
    NUMBER,
    OPENED,
    Posted,
    number_in,
    record_address,
    written_opened,
)
from generator.desk.preview import PreviewSite
from generator.desk.shell import APPROVE, DRAFT, SAVE, Shell
from generator.edition.bulletin_words import length_words
from generator.model.datasets import DATASETS, DOSSIERS, WITH_PAGES, name_of
from generator.model.records import Correction
from generator.output.staging import FileChanged, replace_file

REMOVED = "xoa"
"""What was done where a record is no more."""
WHOLE = "ca"
"""The field of a form that asks for the whole check."""
SITE, SOUND = "trang", "nghe.wav"
DONE = {
    DRAFT: "Đã lưu bản nháp. Bản nháp chưa được công bố.",
    APPROVE: "Đã lưu và duyệt. Bản ghi sẽ có trên trang ở lần công bố tới.",
    SAVE: "Đã lưu.",
    REMOVED: "Đã xóa bản ghi.",
}
NO_RECORD = "Không có bản ghi này. Có thể nó vừa được xóa hoặc đổi mã."


class Views:
    """The pages of a data folder."""

    def __init__(
        self, shell: Shell, whole: DeskFolder, site: PreviewSite, published: Sequence[Path]
    ) -> None:
        """`whole` is the folder for what takes long; `published` where the site may be."""
        self._shell, self.folder, self.whole = shell, shell.folder, whole
        self.site, self.published, self._words = site, published, Spoken()

    def home(self, _: Request) -> Response:
        """Every dataset."""
        lines, dossiers = dataset_lines(self.folder), dossier_line(self.folder)
        return self._shell.page("home", "Bàn nhập liệu", lines=lines, dossiers=dossiers)

    def records(self, request: Request) -> Response:
        """The records of a dataset."""
        name, asked = self._name(request), request.query_params.get("tim", "")
        page = request.query_params.get("trang", "1")
        found = record_list(self.folder, name, asked, int(page) if page.isdecimal() else 1)
        done = DONE.get(request.query_params.get("xong", ""), "")
        return self._shell.page("records", found.entry.dataset.title, found=found, done=done)

    def new(self, request: Request) -> Response:
        """The form of a new record, with what the address gives of it."""
        given = {
            name.removeprefix(CELL): text
            for name, text in request.query_params.items()
            if name.startswith(CELL)
        }
        return self._form(new_form(self.folder.desk, self._name(request), given), ())

    def record(self, request: Request) -> Response:
        """The form of a record that is there."""
        name, key, number = self._asked_for(request)
        form = form_of(self.folder.desk, name, key, number)
        if form is None:
            return self._shell.told(NO_RECORD, 404)
        done = DONE.get(request.query_params.get("xong", ""), "")
        return self._form(form, standing(self.folder, form.entry, key, number), done=done)

    def removal(self, request: Request) -> Response:
        """What taking a record out means, and whether it may be done."""
        return self._removal(removal(self.folder, *self._asked_for(request), self.published))

    def remove(self, request: Request, posted: Posted) -> Response:
        """Take a record out of its file, if it still is what was looked at."""
        found = removal(self.folder, *self._asked_for(request), self.published)
        if (
            found is None
            or not found.may_be_done
            or posted.one(OPENED) != written_opened(found.row)
        ):
            return self._removal(found, status=409 if found else 404)
        try:
            replace_file(found.table.path, found.was, found.content)
        except FileChanged:
            found = removal(self.folder, *self._asked_for(request), self.published)
            return self._removal(found, status=409)
        return RedirectResponse(f"/bo/{found.entry.dataset.name}?xong={REMOVED}", 303)

    def _removal(self, found: Removal | None, status: int = 200) -> Response:
        if found is None:
            return self._shell.told(NO_RECORD, 404)
        desk, entry = self.folder.desk, found.entry
        cells = [(c.field.title, read_as(c, found.row.get(c.name, ""))) for c in entry.columns]
        return self._shell.page(
            "remove",
            entry.dataset.title,
            status=status,
            found=found,
            cells=[(title, text) for title, text in cells if text],
            said=tuple(said(problem) for problem in found.found if problem.severity == "error"),
            opened=written_opened(found.row),
            correction=correction_address(desk, entry.dataset.name, key_of(entry, found.row)),
        )

    def save(self, request: Request, posted: Posted) -> Response:
        """Write a record, or show its form again with what is wrong."""
        name, typed = self._name(request), self._typed(request, posted)
        action = posted.one(ACTION)
        entered = enter(self.folder, self._asked(typed, action))
        if entered.may_be_written and self._write(entered):
            # the form of the newest record of its key: a new key is no other record's
            number = typed.number if _key(entered) == typed.key else 0
            told = [("xong", action)]
            return RedirectResponse(record_address(name, _key(entered), number, told), 303)
        if entered.may_be_written:  # the file changed between the look at it and now
            entered = enter(self.folder, self._asked(typed, action))
        general = tuple(map(said, entered.general))
        form = with_suggestions(self.folder.desk, entered.form)
        return self._form(form, (*entered.said, *general), status=422)

    def check(self, request: Request, posted: Posted) -> Response:
        """What is wrong with a form while it is filled in, by field, as far as anybody asks."""
        typed = self._asked(self._typed(request, posted), posted.one(ACTION))
        entered = enter(self.folder, typed, whole=bool(posted.one(WHOLE)))
        found: dict[str, list[dict[str, str]]] = {}
        if not entered.is_idle:
            for item in (*entered.said, *map(said, entered.general)):
                told = {"text": item.text, "severity": item.severity}
                found.setdefault(item.column or "", []).append(told)
        return JSONResponse(found)

    def preview(self, request: Request, posted: Posted) -> Response:
        """The form as it will look and sound."""
        seen = preview(self.whole, self._typed(request, posted))
        entry = seen.entered.form.entry
        found = (*seen.entered.said, *map(said, seen.entered.general))
        if seen.is_seen:
            self.site.make(seen.files)
            self._words = seen.spoken
        return self._shell.page(
            "preview",
            entry.dataset.title,
            seen=seen,
            found=found,
            titles={column.name: column.field.title for column in entry.columns},
            length=length_words(seen.spoken.seconds),
            address=f"/{SITE}/{seen.page}",
            sound=f"/{SOUND}",
        )

    def sound(self, _: Request) -> Response:
        """The words of the last preview, as sound."""
        try:
            return Response(sound(self._words), media_type="audio/wav")
        except CannotSpeak as silent:
            return self._shell.told(str(silent), 404)

    def _typed(self, request: Request, posted: Posted) -> Typed:
        return posted.typed(self.folder.desk.entry(self._name(request)))

    def _asked(self, typed: Typed, action: str) -> Typed:
        if action == APPROVE:
            return approved(typed, self.folder.desk.city.as_of)
        return as_draft(typed) if action == DRAFT else typed

    def _write(self, entered: Entered) -> bool:
        """Put the file in its place; False when another one lies there by now."""
        merge = entered.merge
        assert merge is not None
        try:
            replace_file(merge.table.path, merge.was, merge.content)
        except FileChanged:
            return False
        return True

    def _form(
        self, form: Form, found: tuple[Said, ...], *, done: str = "", status: int = 200
    ) -> Response:
        self.site.begin()
        names = {field.name for field in form.shown}
        beside: dict[str, list[Said]] = {}
        for item in found:
            beside.setdefault(item.column if item.column in names else "", []).append(item)
        return self._shell.page(
            "form",
            form.entry.dataset.title,
            status=status,
            form=form,
            said=beside,
            done=done,
            opened=written_opened(form.row),
            correction=self._correction(form),
        )

    def _correction(self, form: Form) -> str:
        """Where a published record is corrected or withdrawn; empty of one that has no page."""
        is_out = form.is_approved or not form.has_approval
        if not (form.key and is_out):
            return ""
        return correction_address(self.folder.desk, form.entry.dataset.name, form.key)

    def _asked_for(self, request: Request) -> tuple[str, Key, int]:
        """The dataset, the key and the number of the record that is asked for."""
        asked = request.query_params
        return self._name(request), tuple(asked.getlist(KEY)), number_in(asked.get(NUMBER, ""))

    def _name(self, request: Request) -> str:
        """The dataset that is asked for, whose files can be read.

        Raises HTTPException, Refused and EntryRefused.
        """
        name = str(request.path_params["name"])
        if name == DOSSIERS:
            raise EntryRefused(NO_DOSSIERS)
        if name not in self.folder.desk.names:
            raise HTTPException(404)
        require_sound(self.folder.desk, name)
        return name


def correction_address(desk: Desk, name: str, key: Key) -> str:
    """Where a record of a dataset with pages is corrected or withdrawn; empty of any other."""
    corrections = name_of(Correction)
    if name not in {one.name for one in WITH_PAGES} or corrections not in desk.names:
        return ""
    return f"/bo/{corrections}/moi?{urlencode({CELL + DATASETS[corrections].key[0]: key[0]})}"


def _key(entered: Entered) -> Key:
    merge = entered.merge
    assert merge is not None
    return merge.changes[0].key
