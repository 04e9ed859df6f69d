"""The pages of the week: what is wrong, the script, what is owed, what the site will say anew."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from generator.app.approvals import ApprovalRefused
from generator.app.desk_folder import DeskFolder
from generator.app.desk_week import (
    changes,
    findings,
    owed_this_week,
    this_weeks_script,
    this_weeks_scripts,
)
from generator.app.pipeline import record_approval
from generator.app.site_changes import HEADING
from generator.desk.posted import Posted
from generator.desk.preview import PreviewSite
from generator.desk.shell import APPROVE, Shell
from generator.edition.bulletin_words import length_words
from generator.edition.edition import NoStation
from generator.output.staging import FileChanged, replace_file

WEEK_NAME, BY, CODE = "tuan", "nguoi", "ma"
"""The fields of an approval: the week, who approves, the code of each script that was seen."""
APPROVED = "Đã ghi duyệt kịch bản. Lời đọc đổi thì phải duyệt lại."
UNSEEN = "Không rõ duyệt lời đọc nào. Hãy đọc lại kịch bản dưới đây rồi duyệt."
CHANGED = (
    "Tệp ghi duyệt vừa được người khác sửa. Chưa ghi gì. Hãy đọc lại kịch bản dưới đây rồi duyệt."
)


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

    def script(self, request: Request) -> Response:
        """The script that is being prepared, and who approves it where the city asks for that."""
        done = request.query_params.get("xong") == APPROVE
        return self._script(done=APPROVED if done else "")

    def approve(self, _: Request, posted: Posted) -> Response:
        """Take down that the scripts were approved, if they still read as they were seen."""
        week, by, codes = posted.one(WEEK_NAME), posted.one(BY), posted.every(CODE)
        if not codes:
            return self._script(refusal=UNSEEN, status=409)
        try:
            path, approving = record_approval(
                self.folder.data_dir, week, by=by or None, codes=codes
            )
            replace_file(path, approving.was, approving.content)
        except (ApprovalRefused, NoStation) as refused:
            return self._script(refusal=str(refused), status=409)
        except FileChanged:
            return self._script(refusal=CHANGED, status=409)
        return RedirectResponse(f"/ban-tin?xong={APPROVE}", 303)

    def _script(self, *, done: str = "", refusal: str = "", status: int = 200) -> Response:
        scripts = this_weeks_scripts(self.whole)
        approvals = [one for one in (s.bulletin.approval for s in scripts) if one]
        return self._shell.page(
            "script",
            "Bản tin đang soạn",
            status=status,
            scripts=scripts,
            lengths=[length_words(script.bulletin.seconds) for script in scripts],
            slots=[length_words(script.bulletin.slot_seconds) for script in scripts],
            waiting=[approval.code for approval in approvals if approval.is_waiting],
            approvers=self.whole.edition.radio.approvers if approvals else (),
            fields={"week": WEEK_NAME, "by": BY, "code": CODE},
            done=done,
            refusal=refusal,
        )

    def changes(self, _: Request) -> Response:
        """What the site of the data as they are says anew."""
        self.site.make({})
        told = changes(self.published, self.site.folder, self.folder.data_dir)
        return self._shell.page("changes", HEADING, changes=told)
