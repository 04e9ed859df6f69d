"""What every page of the form is shown in: its template, the city, the names of its fields."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment
from starlette.responses import HTMLResponse, Response

from generator.app.desk_folder import DeskFolder
from generator.app.sources import Refused
from generator.desk.guard import TOKEN
from generator.desk.posted import ACTION, CELL, KEY, NUMBER, OPENED, record_address
from generator.model.settings import City

DRAFT, APPROVE, SAVE = "nhap", "duyet", "luu"
"""What the buttons of a form ask for."""


class Shell:
    """Shows the pages of a data folder; `token` goes with every form."""

    def __init__(self, folder: DeskFolder, environment: Environment, token: str) -> None:
        """Nothing is read yet."""
        self.folder = folder
        self._environment, self._token = environment, token

    def told(self, sentence: str, status: int = 200) -> Response:
        """A page that says one thing."""
        return self.page("told", "Bàn nhập liệu", status=status, sentence=sentence)

    def page(self, template: str, title: str, *, status: int = 200, **values: Any) -> Response:
        """A page of a template."""
        text = self._environment.get_template(f"desk/{template}.html").render(
            title=title, **self._shared(), **values
        )
        return HTMLResponse(text, status)

    def _shared(self) -> Mapping[str, Any]:
        names = {"cell": CELL, "key": KEY, "number": NUMBER, "opened": OPENED, "action": ACTION}
        names["token"] = TOKEN
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
