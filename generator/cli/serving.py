"""A site that is built again whenever what it is made of has changed, and served meanwhile."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from generator.app.sources import Refused
from generator.mkdocs_plugin import BuildFailed, build, live_server
from generator.output.previous import PreviousBuild


def serve_site(
    config_file: Path,
    *,
    data: Path | None = None,
    host: str = "127.0.0.1",
    port: int = 8000,
    report: Callable[[str], None] = print,
) -> None:
    """Serve the site and rebuild it when data, content, templates or mkdocs.yml change.

    A failed rebuild is reported and the last good site stays. Raises like `build` when the
    first build fails, and OSError when the port is taken. Returns on Ctrl-C.
    """
    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        site, previous = Path(folder) / "site", PreviousBuild()

        def rebuild() -> None:
            try:
                built = build(config_file, data=data, out=site, previous=previous)
                report(f"Đã dựng lại {built.page_count} trang.")
            except (Refused, BuildFailed) as error:
                report(f"{error}\nTrang đang phục vụ vẫn là bản đúng gần nhất.")

        def say_where(url: str) -> None:
            report(f"Đang phục vụ tại {url} (nhấn Ctrl+C để dừng)")

        build(config_file, data=data, out=site, previous=previous)
        server = live_server(config_file, data, site, rebuild, (host, port), say_where)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            report("Đã dừng.")
        finally:
            server.shutdown()
