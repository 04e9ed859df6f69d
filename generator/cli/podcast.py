"""The command that makes a podcast: scripts spoken by a machine, and a feed for podcast apps."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.consent import keep_out_of
from generator.cli.progress import working
from generator.cli.project import templates_of
from generator.cli.shared import DataOption, refusals, require_folder, stop, write_files

WEEKS = 13
"""Bulletins of a quarter of a year."""


def podcast(
    out: Annotated[Path, typer.Option(help="Thư mục nhận tệp âm thanh và nguồn tin.")],
    address: Annotated[
        str | None,
        typer.Option(
            help="Địa chỉ mà thư mục ấy sẽ nằm; không ghi thì là phat-thanh/nghe/ của trang.",
            show_default=False,
        ),
    ] = None,
    weeks: Annotated[int, typer.Option(min=1, max=520, help="Số bản tin mới nhất.")] = WEEKS,
    data: DataOption = Path("data"),
) -> None:
    """Đọc các bản tin đã duyệt thành tiếng, thành podcast để nghe bằng ứng dụng."""
    from generator.app import podcast as desk

    require_folder(data)
    keep_out_of(data, out)
    if address is not None and not address.startswith(("https://", "http://")):
        raise stop("--address phải là địa chỉ đầy đủ, bắt đầu bằng https://.")
    with refusals(*desk.REFUSALS), templates_of(data) as templates, working():
        spoken = desk.podcast(data, templates, weeks, address)
    write_files(out, spoken.files)
    for path in out.iterdir():
        if desk.MADE.fullmatch(path.name) and path.name not in spoken.files:
            path.unlink()
    typer.echo(f"Đã ghi vào {out}: {spoken.told}")
