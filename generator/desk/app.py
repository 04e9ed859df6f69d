"""The form's pages and what they answer; what is asked for is read from the disk each time."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
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
from generator.app.entry_template import EntryRefused
from generator.app.sources import Refused
from generator.desk.address import Address
from generator.desk.guard import TOKEN, Guard, Keys
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
NOT_THERE = "Không có trang này."
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
    quick, slow = Lock(), Lock()  # nobody waits with a form until a site is built

    def shown(answer: Answer, once: Lock = quick) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(_one_by_one, once, answer, request)

        return endpoint

    def sent(answer: PostAnswer, once: Lock = quick) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            posted = read_form(await request.body())
            if not compare_digest(posted.one(TOKEN).encode(), keys.form.encode()):
                return shell.told(OLD_FORM, 403)
            return await run_in_threadpool(_one_by_one, once, answer, request, posted)

        return endpoint

    routes = [
        Route("/", shown(views.home)),
        Route("/bo/{name}", shown(views.records)),
        Route("/bo/{name}", sent(views.save), methods=["POST"]),
        Route("/bo/{name}/kiem-tra", sent(views.check), methods=["POST"]),
        Route("/bo/{name}/xem-thu", sent(views.preview, slow), methods=["POST"]),
        Route("/bo/{name}/moi", shown(views.new)),
        Route("/bo/{name}/sua", shown(views.record)),
        Route("/bo/{name}/xoa", shown(views.removal)),
        Route("/bo/{name}/xoa", sent(views.remove), methods=["POST"]),
        Route("/tuan-nay", shown(week.week, slow)),
        Route("/loi", shown(week.findings)),
        Route("/ban-tin", shown(week.script, slow)),
        Route("/thay-doi", shown(week.changes, slow)),
        Route(f"/{SOUND}", shown(views.sound, slow)),
        Mount(f"/{SITE}", SiteFiles(directory=site.folder, html=True, check_dir=False)),
        Mount("/chung", StaticFiles(directory=templates / "theme" / "assets")),
        Mount("/rieng", StaticFiles(directory=templates / "desk" / "assets")),
    ]
    app = Starlette(routes=routes, exception_handlers=_handlers(shell), max_body_size=MOST_BYTES)
    return Guard(app, address, keys, closing or Event())


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
        return shell.told(
            NOT_THERE if error.status_code == 404 else error.detail, error.status_code
        )

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
