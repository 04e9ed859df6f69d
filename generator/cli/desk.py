"""The command of the form in the browser, on one's own machine."""

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.engines import build_site
from generator.cli.outside import warn_of_day
from generator.cli.project import TEMPLATES, engine_of
from generator.cli.shared import ConfigOption, DataOption, require_config, require_folder, stop
from generator.cli.stopping import leave, stopping, tell

if TYPE_CHECKING:
    from generator.desk import Made
    from generator.output.previous import PreviousBuild

WHERE = (
    "Bàn nhập liệu đang mở ở địa chỉ dưới đây, chỉ dùng cho lần chạy này. Nhấn Ctrl+C để dừng.\n{}"
)
STOPPING, STOPPED = "Đang dừng…", "Đã dừng."
OTHERS = (
    "Địa chỉ “{}” cho máy khác trong mạng mở được bàn nhập liệu: ai có địa chỉ vào đều sửa được dữ "
    "liệu, và nội dung đi trong mạng mà không được mã hóa. Nếu vẫn muốn vậy, hãy thêm --for-others."
)
SITE = "site"
EVERY = (
    "Không mở bàn nhập liệu ở mọi địa chỉ của máy (“{}”). Hãy ghi đúng một địa chỉ của máy này, "
    "ví dụ --host 192.168.1.5."
)


def desk(
    data: DataOption = Path("data"),
    config: ConfigOption = None,
    host: Annotated[str, typer.Option(help="Địa chỉ lắng nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Cổng; 0 là cổng còn trống.")] = 8001,
    for_others: Annotated[
        bool, typer.Option("--for-others", help="Cho máy khác trong mạng mở được, không mã hóa.")
    ] = False,
    browser: Annotated[bool, typer.Option(help="Mở luôn trong trình duyệt của máy này.")] = True,
) -> None:
    """Mở bàn nhập liệu trong trình duyệt: nhập, sửa, xem thử, nghe thử, duyệt từng bản ghi."""
    from generator.desk import Address, serving

    require_folder(data)
    require_config(config)
    address = Address(host, port)
    if address.is_every:
        raise stop(EVERY.format(host))
    if not (address.is_local or for_others):
        raise stop(OTHERS.format(host))
    warn_of_day(data)
    with (
        stopping() as stopped,
        engine_of(data, config) as engine,
        serving(made_of(data, engine), address) as served,
    ):
        typer.echo(WHERE.format(served.url))
        if browser and address.is_local:
            webbrowser.open(served.url)
        stopped.wait()
        tell(STOPPING)
    tell(STOPPED)
    leave()


def made_of(data: Path, engine: Path) -> "Made":
    """What the form of a project is made of; `engine` are the engine's settings."""
    from generator.app.site import BuildFailed
    from generator.desk import Made, NotBuilt

    def site(folder: Path, out: Path, previous: "PreviousBuild") -> None:
        try:
            build_site(engine, data=folder, out=out, previous=previous)
        except BuildFailed as failed:
            raise NotBuilt(str(failed)) from failed

    return Made(data, engine.parent / TEMPLATES, site, _published(data))


def _published(data: Path) -> tuple[Path, ...]:
    """Where the published site may lie: where it is delivered to, and where it is built."""
    from generator.app.sources import Refused, read_settings

    project = data.absolute().parent
    try:
        target = read_settings(data)[0].delivery.place(project)
    except Refused:
        target = None
    return tuple(filter(None, (target, project / SITE)))
