"""Who is let in: this machine's browser with the run's own key, and no other page in it.

A page of another site may send requests here, too. It is kept out four times: by the name that it
calls us (DNS rebinding), by a cookie that only the address printed at the start sets, by the origin
that the browser states of whatever is sent, and by a token in each form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import compare_digest, token_urlsafe
from threading import Event

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.desk.address import Address

ENTRY, KEY = "/mo", "ma"
"""The path that lets one in, and the name of its key."""
TOKEN = "ma_form"  # noqa: S105 (a field's name)
FORM = "application/x-www-form-urlencoded"
POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
STRANGER = (
    "Trang này chỉ mở được bằng địa chỉ mà lệnh congkhai in ra ở cửa sổ lệnh. "
    "Hãy bấm vào địa chỉ ấy, hoặc chép cả dòng vào trình duyệt."
)
OTHER_PAGE = "Yêu cầu này đến từ một trang khác nên không được nhận."
OTHER_NAME = "Tên máy trong địa chỉ không phải là của trang này."
OTHER_WAY = "Trang này không nhận yêu cầu kiểu ấy."


@dataclass(frozen=True)
class Keys:
    """What one run lets people in by: made anew at each start, known to nobody else."""

    entry: str = field(default_factory=token_urlsafe)
    cookie: str = field(default_factory=token_urlsafe)
    form: str = field(default_factory=token_urlsafe)


@dataclass(frozen=True)
class Guard:
    """Asks of every request whether it may come in, and puts the headers on every answer."""

    app: ASGIApp
    address: Address
    keys: Keys
    closing: Event = field(default_factory=Event)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            answer = self._answer(scope) or self.app
            try:
                await answer(scope, receive, _with_headers(send))
            except Exception:
                if not self.closing.is_set():  # its folder is gone: that is no fault to be told
                    raise
        else:
            await send({"type": "websocket.close", "code": 1008})

    def _answer(self, scope: Scope) -> Response | None:
        """What is said to who may not come in, or comes in now; None to who is in."""
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self.address.names:
            return _no(OTHER_NAME, 421)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _no(OTHER_WAY, 405)
        if not self._is_own(scope, headers):
            return _no(OTHER_PAGE)
        if scope["path"] == ENTRY:
            return self._let_in(scope)
        if not self._is_known(headers):
            return _no(STRANGER)
        return None

    def _is_own(self, scope: Scope, headers: Headers) -> bool:
        """True of what one of our own pages sends, and of an address that a person opens."""
        site = headers.get("sec-fetch-site")
        if scope["method"] != "POST":
            is_opened = headers.get("sec-fetch-mode") in (None, "navigate")
            return is_opened or site in (None, "same-origin", "none")
        if headers.get("content-type", "").split(";")[0].strip().lower() != FORM:
            return False
        origin = headers.get("origin")
        if site not in (None, "same-origin"):
            return False
        return origin in self.address.origins if origin is not None else site == "same-origin"

    def _let_in(self, scope: Scope) -> Response:
        given = QueryParams(scope["query_string"]).get(KEY, "")
        if scope["method"] == "POST" or not _equal(given, self.keys.entry):
            return _no(STRANGER)
        answer = RedirectResponse("/", 303)
        name = self.address.cookie
        answer.set_cookie(name, self.keys.cookie, httponly=True, samesite="strict")
        return answer

    def _is_known(self, headers: Headers) -> bool:
        given = (cookie_parser(line).get(self.address.cookie) for line in headers.getlist("cookie"))
        return any(value is not None and _equal(value, self.keys.cookie) for value in given)


def _equal(one: str, other: str) -> bool:
    return compare_digest(one.encode(), other.encode())


def _no(sentence: str, status: int = 403) -> Response:
    return PlainTextResponse(sentence, status)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
