"""A site that is built again whenever what it is made of has changed, and served meanwhile."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generator.app.site import BuildFailed
from generator.app.sources import Refused
from generator.cli.desk import made_of
from generator.cli.engines import Server, build_site, server_of
from generator.cli.failures import told_failure
from generator.cli.notice import with_desk, with_notice
from generator.cli.progress import working
from generator.cli.project import Layers, laid, watched_of
from generator.desk import Address, DeskServer, serving
from generator.output.previous import PreviousBuild
from generator.output.run_folder import run_folder

STAYS = "Trang đang phục vụ vẫn là bản đúng gần nhất."
NOTHING_YET = "Chưa có trang nào để phục vụ; sửa xong và lưu lại thì trang được dựng."


def serve_site(
    settings: Layers | Path,
    *,
    data: Path | None = None,
    host: str = "127.0.0.1",
    port: int = 8000,
    engine: str | None = None,
    report: Callable[[str], None] = print,
) -> None:
    """Serve the site and rebuild it when data, content, templates or mkdocs.yml change.

    A failed build is told, in the page too, and the last good site stays, if there is one yet.
    Where no other machine can reach it, each page leads to the form of the data.
    Raises BuildFailed when mkdocs.yml cannot be read, and OSError at once when the port is in use.
    Returns on Ctrl-C.
    """
    _require_free(host, port)
    with run_folder() as folder, desk_beside(settings, data, Address(host, port)) as desk:
        site, previous = folder / "site", PreviousBuild()
        build = partial(build_site, data=data, engine=engine, out=site, previous=previous)
        findings: str | None = None

        def rebuild() -> None:
            nonlocal findings
            try:
                with working():
                    built = build(laid(settings))
                findings = None
                report(f"Đã dựng lại {built.page_count} trang.")
            except Exception as error:
                known = isinstance(error, Refused | BuildFailed)
                findings = str(error) if known else told_failure(error)[0]
                shown_now = STAYS if site.exists() else NOTHING_YET
                report(f"{findings}\n{shown_now}")

        def say_where(url: str) -> None:
            report(f"Đang phục vụ tại {url} (nhấn Ctrl+C để dừng)")

        def shown(page: bytes) -> bytes:
            told = with_notice(page, findings)
            return with_desk(told, desk.url) if desk else told

        rebuild()
        own, where = watched_of(settings), Address(host, port)
        names = where.names if where.is_local else frozenset()
        server = server_of(engine, data)(
            laid(settings), own, data, site, rebuild, (host, port), names, say_where, shown
        )
        _run(server, report)


def _run(server: Server, report: Callable[[str], None]) -> None:
    """Serve until Ctrl-C."""
    try:
        server.serve()
    except KeyboardInterrupt:
        report("Đã dừng.")
    finally:
        server.shutdown()


@contextmanager
def desk_beside(
    settings: Layers | Path, data: Path | None, address: Address
) -> Iterator[DeskServer | None]:
    """The form of the data, where no other machine can reach what is served."""
    if data is None or not address.is_local:
        yield None
        return
    with serving(made_of(data, laid(settings)), Address(address.host, 0)) as desk:
        yield desk


def _require_free(host: str, port: int) -> None:
    """Raises OSError now for an address that could not be served on once the site is built."""
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)
