"""Each page of the form: what is asked of the use cases, and the template that shows it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from generator.app.desk_enter import Entered, Typed, approved, as_draft, enter
from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import Form, Key, form_of, new_form, with_suggestions
from generator.app.desk_list import record_list
from generator.app.desk_overview import dataset_lines
from generator.app.desk_preview import preview
from generator.app.desk_said import Said, said, standing
from generator.app.desk_spoken import CannotSpeak, Spoken, sound
from generator.app.desk_week import changes, findings, owed_this_week, this_weeks_script
from generator.app.entry_import import require_file
from generator.app.sources import Refused
from generator.desk.guard import TOKEN
from generator.desk.posted import ACTION, CELL, KEY, OPENED, Posted, record_address, written_opened
from generator.desk.preview import PreviewSite
from generator.edition.bulletin_words import length_words
from generator.model.datasets import DATASETS, WITH_PAGES, name_of
from generator.model.records import Correction
from generator.model.settings import City
from generator.output.staging import FileChanged, replace_file

DRAFT, APPROVE, SAVE = "nhap", "duyet", "luu"
"""What the buttons of a form ask for."""
WHOLE = "ca"
"""The field of a form that asks for the whole check."""
SITE, SOUND = "trang", "nghe.wav"
DONE = {
    DRAFT: "Đã lưu bản nháp. Bản nháp chưa được công bố.",
    APPROVE: "Đã lưu và duyệt. Bản ghi sẽ có trên trang ở lần công bố tới.",
    SAVE: "Đã lưu.",
}
NO_RECORD = "Không có bản ghi này. Có thể nó vừa được xóa hoặc đổi mã."


class Views:
    """The pages of a data folder."""

    def __init__(
        self,
        folder: DeskFolder,
        whole: DeskFolder,
        site: PreviewSite,
        published: Sequence[Path],
        environment: Environment,
        token: str,
    ) -> None:
        """`whole` is the folder for what takes long; `token` goes with every form.

        `published` are the places where the site may be.
        """
        self.folder, self.whole, self.site, self.published = folder, whole, site, published
        self._environment, self._token, self._words = environment, token, Spoken()

    def home(self, _: Request) -> Response:
        """Every dataset."""
        return self._page("home", "Bàn nhập liệu", lines=dataset_lines(self.folder))

    def records(self, request: Request) -> Response:
        """The records of a dataset."""
        name, asked = self._name(request), request.query_params.get("tim", "")
        page = request.query_params.get("trang", "1")
        found = record_list(self.folder, name, asked, int(page) if page.isdecimal() else 1)
        return self._page("records", found.entry.dataset.title, found=found)

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
        name, key = self._name(request), tuple(request.query_params.getlist(KEY))
        form = form_of(self.folder.desk, name, key)
        if form is None:
            return self.told(NO_RECORD, 404)
        done = DONE.get(request.query_params.get("xong", ""), "")
        return self._form(form, standing(self.folder, form.entry, key), done=done)

    def save(self, request: Request, posted: Posted) -> Response:
        """Write a record, or show its form again with what is wrong."""
        name, typed = self._name(request), self._typed(request, posted)
        action = posted.one(ACTION)
        entered = enter(self.folder, self._asked(typed, action))
        if entered.may_be_written and self._write(entered):
            key = _key(entered)
            return RedirectResponse(record_address(name, key, [("xong", action)]), 303)
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
        return self._page(
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
            return self.told(str(silent), 404)

    def week(self, request: Request) -> Response:
        """What there is to see to this week; a part of it is for the first page."""
        found = Counter(problem.severity for problem in self.whole.checked.problems)
        values: dict[str, Any] = {"errors": found["error"], "warnings": found["warning"]}
        values |= {"refused": bool(found["error"]), "script": None, "owed": (), "length": ""}
        values["has_station"] = self.folder.desk.city.radio is not None
        if not values["refused"]:
            script = this_weeks_script(self.whole)
            values |= {"script": script, "owed": owed_this_week(self.whole)}
            values["length"] = length_words(script.bulletin.seconds) if script else ""
        template = "week_parts" if request.query_params.get("phan") else "week"
        return self._page(template, "Tuần này", **values)

    def findings(self, _: Request) -> Response:
        """All that the check finds, with the way to the form of each record."""
        forms = self.folder.desk.names
        return self._page("findings", "Lỗi, lưu ý", groups=findings(self.folder), forms=forms)

    def script(self, _: Request) -> Response:
        """The script that is being prepared."""
        script = this_weeks_script(self.whole)
        length = length_words(script.bulletin.seconds) if script else ""
        slot = length_words(script.bulletin.slot_seconds) if script else ""
        return self._page("script", "Bản tin đang soạn", script=script, length=length, slot=slot)

    def changes(self, _: Request) -> Response:
        """What the site of the data as they are says anew."""
        self.site.make({})
        told = changes(self.published, self.site.folder)
        return self._page("changes", "Trang sẽ khác ở đâu", changes=told)

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

    def told(self, sentence: str, status: int = 200) -> Response:
        """A page that says one thing."""
        return self._page("told", "Bàn nhập liệu", status=status, sentence=sentence)

    def _form(
        self, form: Form, found: tuple[Said, ...], *, done: str = "", status: int = 200
    ) -> Response:
        names = {field.name for field in form.shown}
        beside: dict[str, list[Said]] = {}
        for item in found:
            beside.setdefault(item.column if item.column in names else "", []).append(item)
        return self._page(
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
        name = name_of(Correction)
        has_page = form.entry.dataset.name in {one.name for one in WITH_PAGES}
        is_out = form.is_approved or not form.has_approval
        if not (form.key and has_page and is_out) or name not in self.folder.desk.names:
            return ""
        column = DATASETS[name].key[0]
        return f"/bo/{name}/moi?{urlencode({CELL + column: form.key[0]})}"

    def _page(self, template: str, title: str, *, status: int = 200, **values: Any) -> Response:
        text = self._environment.get_template(f"desk/{template}.html").render(
            title=title, **self._shared(), **values
        )
        return HTMLResponse(text, status)

    def _shared(self) -> Mapping[str, Any]:
        names = {"cell": CELL, "key": KEY, "opened": OPENED, "action": ACTION, "token": TOKEN}
        actions = {"draft": DRAFT, "approve": APPROVE, "save": SAVE}
        return {
            "names": names,
            "actions": actions,
            "token": self._token,
            "record_address": record_address,
            "city": self._city(),
        }

    def _city(self) -> City | None:
        """The city's settings, where they can be read."""
        try:
            return self.folder.desk.city
        except Refused:
            return None

    def _name(self, request: Request) -> str:
        """The dataset that is asked for, whose file can be read.

        Raises HTTPException, Refused and EntryRefused.
        """
        name = str(request.path_params["name"])
        if name not in self.folder.desk.names:
            raise HTTPException(404)
        require_file(self.folder.desk, name)
        return name


def _key(entered: Entered) -> Key:
    merge = entered.merge
    assert merge is not None
    return merge.changes[0].key
