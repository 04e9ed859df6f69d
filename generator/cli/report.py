"""`congkhai report`: the periodic report as an official document."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.consent import YesOption, keep_out_of, require_consent
from generator.cli.progress import working
from generator.cli.shared import DataOption, refusals, require_folder


class ReportKind(StrEnum):
    """Whom a report of the whole city is for."""

    whole = "whole"
    chairman = "chairman"
    front = "front"


def report(
    quarter: Annotated[str, typer.Option(help="Quý báo cáo, ví dụ 2018-Q3.")],
    unit: Annotated[
        str | None,
        typer.Option(
            help="Báo cáo của một đơn vị, tên hoặc mã, ví dụ p-dong-tho.", show_default=False
        ),
    ] = None,
    kind: Annotated[
        ReportKind,
        typer.Option(
            help="whole: báo cáo tổng hợp; chairman: tóm tắt cho Chủ tịch; front: phục vụ Mặt trận"
            " giám sát."
        ),
    ] = ReportKind.whole,
    out: Annotated[Path, typer.Option("--out", "-o", help="Thư mục nhận tệp.")] = Path(),
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help="Kèm tệp PDF.")] = True,
    data: DataOption = Path("data"),
    yes: YesOption = False,
) -> None:
    """Viết báo cáo quý theo thể thức văn bản hành chính, thành tệp Word và PDF."""
    from generator.app import report as desk
    from generator.output.putting import put_files

    require_folder(data)
    keep_out_of(data, out)
    with refusals(desk.NotReported), working():
        drafted = desk.draft(data, quarter, unit, kind.value)
    word = out / f"{drafted.name}.docx"
    _require_free(word, yes=yes)
    put_files({word: drafted.docx})
    typer.echo(f"Đã ghi {word}.")
    if pdf:
        with refusals(desk.CannotPrint), working():
            printed = desk.printed(drafted)
        put_files({word.with_suffix(".pdf"): printed})
        typer.echo(f"Đã ghi {word.with_suffix('.pdf')}.")
    if drafted.gap_count:
        typer.echo(f"Còn {drafted.gap_count} chỗ tô vàng để viết thêm; số, ngày, chữ ký để trống.")


def _require_free(word: Path, *, yes: bool) -> None:
    """Ask before a report takes the place of one that somebody may have written on."""
    if word.exists():
        require_consent(
            f"Tệp “{word}” đã có, có thể đã được viết thêm; báo cáo mới sẽ thay tệp ấy.", yes=yes
        )
