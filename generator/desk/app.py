"""The form's pages and what they answer; what is asked for is read from the disk each time."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from secrets import compare_digest
from threading import Event, Lock

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from generator.app.desk_folder import DeskFolder
from generator.app.entry_refused import EntryRefused
from generator.app.sources import Refused
from generator.desk.address import Address
from generator.desk.guard import OTHER_WAY, TOKEN, Guard, Keys
from generator.desk.posted import Posted, Unreadable, read_form
from generator.desk.preview import Build, NotBuilt, PreviewSite, SiteFiles
from generator.desk.shell import Shell
from generator.desk.views import SITE, SOUND, Views
from generator.desk.week_views import WeekViews
from generator.output.refusal import told_refusal
from generator.pages.environment import templates as environment_of

MOST_BYTES = 1_000_000
"""No form of ours is longer."""
Answer = Callable[[Request], Response]
PostAnswer = Callable[[Request, Posted], Response]
Endpoint = Callable[[Request], Awaitable[Response]]
REFUSALS = {
    401: "Máy không cho đọc tệp này.",
    404: "Không có trang này.",
    405: OTHER_WAY,
    413: "Nội dung gửi lên quá dài: một mẫu chỉ nhận đến 1 MB. Hãy rút ngắn chữ trong các ô rồi "
    "gửi lại.",
}
"""What is said where the framework itself refuses, by the status of HTTP."""
OLD_FORM = (
    "Trang này được mở từ lần chạy trước của congkhai nên không gửi được nữa. Hãy quay lại, tải "
    "lại trang rồi ghi lại."
)
NO_FORM = "Nội dung gửi lên không đọc được."
FAULT = "Lỗi của chính chương trình. Chưa ghi gì. Chi tiết ở cửa sổ lệnh."


@dataclass(frozen=True)
class Made:
    """What a form is made of: the data, the templates, a build, and where the site may be.

    `build` makes the site of a data folder; `published` are the places where the published site
    may lie.
    """

    data: Path
    templates: Path
    build: Build
    published: tuple[Path, ...] = ()


def desk_app(
    made: Made, place: Path, address: Address, keys: Keys, closing: Event | None = None
) -> ASGIApp:
    """The form of a data folder; `place` is an empty folder of its own.

    Once `closing` is set, nothing is told of what was still being answered.
    """
    templates = made.templates
    site = PreviewSite(made.data, place, made.build)
    environment = environment_of(templates)
    folders = DeskFolder(made.data, place / "nhap"), DeskFolder(made.data, place / "ky")
    shell = Shell(folders[0], environment, keys.form)
    views = Views(shell, folders[1], site, made.published)
    week = WeekViews(shell, folders[1], site, made.published)
    ways = _Ways(shell, keys.form)
    routes = [
        Route("/", ways.shown(views.home)),
        Route("/bo/{name}", ways.shown(views.records)),
        Route("/bo/{name}", ways.sent(views.save), methods=["POST"]),
        Route("/bo/{name}/kiem-tra", ways.sent(views.check), methods=["POST"]),
        Route("/bo/{name}/xem-thu", ways.sent(views.preview, is_slow=True), methods=["POST"]),
        Route("/bo/{name}/moi", ways.shown(views.new)),
        Route("/bo/{name}/sua", ways.shown(views.record)),
        Route("/bo/{name}/xoa", ways.shown(views.removal)),
        Route("/bo/{name}/xoa", ways.sent(views.remove), methods=["POST"]),
        Route("/tuan-nay", ways.shown(week.week, is_slow=True)),
        Route("/loi", ways.shown(week.findings)),
        Route("/ban-tin", ways.shown(week.script, is_slow=True)),
        Route("/ban-tin", ways.sent(week.approve, is_slow=True), methods=["POST"]),
        Route("/thay-doi", ways.shown(week.changes, is_slow=True)),
        Route(f"/{SOUND}", ways.shown(views.sound, is_slow=True)),
        Mount(f"/{SITE}", SiteFiles(directory=site.folder, html=True, check_dir=False)),
        Mount("/chung", StaticFiles(directory=templates / "theme" / "assets")),
        Mount("/rieng", StaticFiles(directory=templates / "desk" / "assets")),
    ]
    app = Starlette(routes=routes, exception_handlers=_handlers(shell))
    return Guard(app, address, keys, closing or Event())


@dataclass(frozen=True)
class _Ways:
    """How pages are answered: one at a time, but those that take long beside the others.

    Nobody waits with a form until a site is built.
    """

    shell: Shell
    token: str
    quick: Lock = field(default_factory=Lock)
    slow: Lock = field(default_factory=Lock)

    def shown(self, answer: Answer, *, is_slow: bool = False) -> Endpoint:
        """The way of a page that is asked for."""
        once = self.slow if is_slow else self.quick

        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(_one_by_one, once, answer, request)

        return endpoint

    def sent(self, answer: PostAnswer, *, is_slow: bool = False) -> Endpoint:
        """The way of a form that is sent, by one of our own pages alone."""
        once = self.slow if is_slow else self.quick

        async def endpoint(request: Request) -> Response:
            posted = read_form(await _body(request))
            if not compare_digest(posted.one(TOKEN).encode(), self.token.encode()):
                return self.shell.told(OLD_FORM, 403)
            return await run_in_threadpool(_one_by_one, once, answer, request, posted)

        return endpoint


async def _body(request: Request) -> bytes:
    """What was sent. Raises HTTPException (413) as soon as it is more than any form holds."""
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > MOST_BYTES:
            raise HTTPException(413)
    return bytes(read)


def _one_by_one(once: Lock, answer: Callable[..., Response], *asked: object) -> Response:
    """One answer at a time: each looks at the data folder and may change it."""
    with once:
        return answer(*asked)


def _handlers(shell: Shell) -> dict[object, Callable[..., Awaitable[Response]]]:
    """What is said where something cannot be done."""

    async def refused(_: Request, error: Exception) -> Response:
        return shell.told(str(error), 409)

    async def unreadable(_: Request, __: Exception) -> Response:
        return shell.told(NO_FORM, 400)

    async def other(_: Request, error: HTTPException) -> Response:
        return shell.told(REFUSALS.get(error.status_code, NO_FORM), error.status_code)

    async def failed(_: Request, error: OSError) -> Response:
        return shell.told(told_refusal(error), 500)

    async def fault(_: Request, __: Exception) -> Response:
        return shell.told(FAULT, 500)

    return {
        Refused: refused,
        EntryRefused: refused,
        NotBuilt: refused,
        OSError: failed,
        Unreadable: unreadable,
        HTTPException: other,
        Exception: fault,
    }
