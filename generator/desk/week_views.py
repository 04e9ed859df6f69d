"""The pages of the week: what is wrong, the script, what is owed, what the site will say anew."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from generator.app.desk_folder import DeskFolder
from generator.app.desk_week import changes, findings, owed_this_week, this_weeks_script
from generator.app.site_changes import HEADING
from generator.desk.preview import PreviewSite
from generator.desk.shell import Shell
from generator.edition.bulletin_words import length_words


class WeekViews:
    """The pages of a data folder's week."""

    def __init__(
        self, shell: Shell, whole: DeskFolder, site: PreviewSite, published: Sequence[Path]
    ) -> None:
        """`whole` is the folder for what takes long; `published` where the site may be."""
        self._shell, self.folder, self.whole = shell, shell.folder, whole
        self.site, self.published = site, published

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
        return self._shell.page(template, "Tuần này", **values)

    def findings(self, _: Request) -> Response:
        """All that the check finds, with the way to the form of each record."""
        forms = self.folder.desk.names
        return self._shell.page("findings", "Lỗi, lưu ý", groups=findings(self.folder), forms=forms)

    def script(self, _: Request) -> Response:
        """The script that is being prepared."""
        script = this_weeks_script(self.whole)
        length = length_words(script.bulletin.seconds) if script else ""
        slot = length_words(script.bulletin.slot_seconds) if script else ""
        return self._shell.page(
            "script", "Bản tin đang soạn", script=script, length=length, slot=slot
        )

    def changes(self, _: Request) -> Response:
        """What the site of the data as they are says anew."""
        self.site.make({})
        told = changes(self.published, self.site.folder)
        return self._shell.page("changes", HEADING, changes=told)
