"""What may not be done unasked: a person says yes, or the command is run again with `--yes`."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.shared import stop

YesOption = Annotated[bool, typer.Option("--yes", help="Làm luôn, không hỏi lại.")]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Chỉ cho biết sẽ thay đổi những gì, không ghi.")
]
_YES = {"có", "co", "yes", "y"}
NOT_DONE = "Không làm gì cả."


def require_consent(why: str, *, yes: bool) -> None:
    """Ask whether to go on; where nobody can be asked, refuse. `why` says what would happen."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise stop(f"{why} Nếu đúng là muốn vậy, hãy chạy lại lệnh này với --yes.")
    typer.echo(f"{why} Gõ “có” để làm tiếp, gõ phím khác để thôi: ", nl=False, err=True)
    if sys.stdin.readline().strip().lower() not in _YES:
        raise stop(NOT_DONE)


def keep_out_of(data: Path, *written: Path | None) -> None:
    """Stop before something is written into the data folder: it would pass for the city's data."""
    for path in filter(None, written):
        if data.resolve() in (path.resolve(), *path.resolve().parents):
            raise stop(
                f"“{path}” nằm trong thư mục dữ liệu “{data}” nên không được ghi vào đó. Hãy chọn "
                "nơi khác."
            )


def require_other_place(out: Path, sources: Iterable[Path]) -> None:
    """Stop before a folder is replaced in which something lies that it is made of."""
    for source in sources:
        if out.resolve() in (source.resolve(), *source.resolve().parents):
            raise stop(
                f"Trong thư mục “{out}” có “{source}”, là thứ để dựng trang, nên thư mục ấy không "
                "bị thay thế. Hãy chọn một thư mục trống hoặc một thư mục chưa có."
            )
