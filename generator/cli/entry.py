"""Commands of data entry: the workbook that clerks fill in, and what they send back."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.consent import YesOption, keep_out_of, require_consent
from generator.cli.shared import DataOption, own_example, refusals, require_folder


def template(
    datasets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BỘ",
            help="Bộ dữ liệu, ví dụ commendations hoặc “Nêu gương”; không ghi thì mọi bộ.",
        ),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Tệp nhận sổ nhập dữ liệu (.xlsx).")
    ] = Path("so.xlsx"),
    unit: Annotated[
        str | None,
        typer.Option(help="Sổ của riêng một đơn vị, ví dụ p-dong-tho hoặc “Phường Đông Thọ”."),
    ] = None,
    data: DataOption = Path("data"),
    yes: YesOption = False,
) -> None:
    """Tạo sổ Excel để nhập dữ liệu: tên cột tiếng Việt, danh sách chọn, mã còn trống, hướng dẫn."""
    from generator.app.entry_template import EntryRefused, make_template

    require_folder(data)
    keep_out_of(data, out)
    with refusals(EntryRefused):
        content = make_template(data, own_example(), datasets or (), unit)
    if out.exists():
        require_consent(f"Sổ mới sẽ thay tệp “{out}” đang có.", yes=yes)
    out.write_bytes(content)
    typer.echo(f"Đã ghi {out}. Ghi xong thì nhập bằng lệnh: congkhai import {out}")
