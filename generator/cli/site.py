"""Commands about the site: build it whole, or serve it while the data are edited."""

import time
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.consent import require_other_place
from generator.cli.engines import EngineOption, build_site
from generator.cli.outside import warn_of_day
from generator.cli.progress import working
from generator.cli.project import engine_of, layers_of
from generator.cli.shared import (
    ConfigOption,
    DataOption,
    SiteOption,
    refusals,
    require_config,
    require_folder,
    tell_of_history,
)


def build(
    data: DataOption = Path("data"),
    out: SiteOption = Path("site"),
    config: ConfigOption = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Không vẽ ảnh chia sẻ, không đóng gói bản ngoại tuyến."),
    ] = False,
    engine: EngineOption = None,
) -> None:
    """Dựng cả kỳ công bố: trang, kịch bản phát thanh, dữ liệu mở."""
    from generator.app.site import BuildFailed

    require_folder(data)
    require_config(config)
    require_other_place(out, (data, *([config] if config else ())))
    started = time.perf_counter()
    with refusals(BuildFailed), engine_of(data, config) as settings, working():
        extras = False if plain else None
        published = build_site(settings, data=data, engine=engine, out=out, extras=extras)
    seconds = time.perf_counter() - started
    warn_of_day(data)
    tell_of_history(published.untold)
    typer.echo(_summary(published.row_count, published.problem_count, published.page_count))
    typer.echo(f"Dựng xong trong {seconds:.1f} giây. Mở: {out / 'index.html'}".replace(".", ",", 1))


def _summary(rows: int, problems: int, pages: int) -> str:
    from generator.model.text import vn_number

    found = f"{vn_number(problems)} điều cần lưu ý" if problems else "không có lỗi"
    return f"Đã kiểm tra {vn_number(rows)} dòng dữ liệu: {found}. Đã dựng {vn_number(pages)} trang."


def serve(
    data: DataOption = Path("data"),
    config: ConfigOption = None,
    host: Annotated[str, typer.Option(help="Địa chỉ lắng nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Cổng.")] = 8000,
    engine: EngineOption = None,
) -> None:
    """Mở trang trên máy này và tự dựng lại khi có thay đổi."""
    from generator.app.site import BuildFailed
    from generator.cli.serving import serve_site

    require_folder(data)
    require_config(config)
    warn_of_day(data)
    with refusals(BuildFailed), layers_of(data, config) as layers:
        serve_site(layers, data=data, host=host, port=port, engine=engine)
