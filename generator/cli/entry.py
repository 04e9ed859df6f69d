"""Commands of data entry: the workbook that clerks fill in, and what they send back."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.consent import DryRunOption, YesOption, keep_out_of, require_consent
from generator.cli.progress import working
from generator.cli.shared import (
    EXIT_ERRORS,
    DataOption,
    own_example,
    refusals,
    require_folder,
    stop,
)

if TYPE_CHECKING:
    from generator.app.entry_import import Import

FINISHED = "Đã ghi nốt lần nhập trước bị ngắt giữa chừng: {}."
ALTERED = (
    "Lần nhập trước bị ngắt giữa chừng, rồi tệp {} được sửa nên không ghi nốt được. Hãy xem lại "
    "tệp ấy, xóa tệp “{}”, rồi nhập lại sổ."
)
SHEETS = (".xlsx", ".xls", ".ods", ".csv")
NO_SHEETS = "Thư mục “{}” không có sổ nào (.xlsx, .xls, .ods, .csv) để nhập."
COPY = "-can-sua"
"""What is added to the name of a workbook that goes back to be mended."""


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
        typer.Option(help="Sổ ghi sẵn cho một đơn vị, ví dụ p-dong-tho hoặc “Phường Đông Thọ”."),
    ] = None,
    quarter: Annotated[
        str | None,
        typer.Option(
            help="Quý mà đơn vị báo cáo, ví dụ 2018-Q4; không ghi thì quý mới nhất phải báo cáo."
        ),
    ] = None,
    data: DataOption = Path("data"),
    yes: YesOption = False,
) -> None:
    """Tạo sổ Excel để nhập dữ liệu: tên cột tiếng Việt, danh sách chọn, mã còn trống, hướng dẫn."""
    from generator.app.entry_refused import EntryRefused
    from generator.app.entry_template import make_template
    from generator.output.putting import put_files

    require_folder(data)
    keep_out_of(data, out)
    with refusals(EntryRefused), working():
        content = make_template(data, own_example(), datasets or (), unit, quarter)
    if out.exists():
        require_consent(f"Sổ mới sẽ thay tệp “{out}” đang có.", yes=yes)
    put_files({out: content})
    typer.echo(f"Đã ghi {out}. Ghi xong thì nhập bằng lệnh: congkhai import {quote(str(out))}")


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="TỆP",
            help="Sổ đã ghi: .xlsx, .xls, .ods hoặc .csv; nhiều tệp, hoặc cả thư mục.",
        ),
    ],
    dataset: Annotated[
        str | None,
        typer.Option(help="Bộ dữ liệu của các tệp, nếu tên cột chưa cho biết."),
    ] = None,
    data: DataOption = Path("data"),
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Nhập sổ Excel, ODS hoặc CSV vào dữ liệu; có ô sai thì trả lại bản sao tô màu ô phải sửa."""
    from generator.app.entry_import import Unopened, make_import
    from generator.app.entry_refused import EntryRefused
    from generator.app.entry_told import (
        nothing_told,
        told_changes,
        told_errors,
        told_notes,
    )

    require_folder(data)
    if not dry_run:
        _finish_the_last(data)
    files = sheets_in(files)
    read = [(str(path), path.read_bytes()) for path in files]
    with refusals(EntryRefused, Unopened), working():
        found = make_import(data, read, own_example(), dataset)
    if found.has_errors:
        typer.echo("\n\n".join(filter(None, (told_errors(found), told_notes(found)))), err=True)
        _give_back(found, files, dry_run=dry_run)
        raise typer.Exit(EXIT_ERRORS)
    if not found.changes:
        typer.echo("\n".join(filter(None, (nothing_told(found), told_notes(found)))))
        return
    typer.echo("\n\n".join(filter(None, (told_changes(found), told_errors(found)))))
    if dry_run:
        return
    require_consent("Dữ liệu sẽ thay đổi như trên.", yes=yes)
    _write(found, data)


def sheets_in(paths: Sequence[Path]) -> list[Path]:
    """The files that are meant, each once: of a folder every sheet in it.

    Copies that went back to be mended, and what a spreadsheet lays beside an open file, are none.
    """
    found = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        sheets = [one for one in inside if _is_sheet(one)]
        if path.is_dir() and not sheets:
            raise stop(NO_SHEETS.format(path))
        found += sheets if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def _is_sheet(path: Path) -> bool:
    is_shown = not path.name.startswith((".", "~$")) and COPY not in path.stem
    return is_shown and path.suffix.lower() in SHEETS and path.is_file()


def _give_back(found: "Import", files: Sequence[Path], *, dry_run: bool) -> None:
    """Writes the marked copies beside what was sent in, under names that are free."""
    from generator.output.putting import put_files

    if not dry_run:
        with working():
            copies = found.copies()
        for number, content in copies.items():
            copy = free_name(files[number])
            put_files({copy: content})
            typer.echo(f"Đã ghi {copy}: các ô phải sửa được tô màu, có ghi chú cách sửa.", err=True)
    typer.echo("Chưa ghi gì vào dữ liệu. Hãy sửa rồi nhập lại.", err=True)


def free_name(path: Path) -> Path:
    """The name of a copy that no file has: what somebody has mended there already stays."""
    stem = path.stem.partition(COPY)[0]
    names = (f"{stem}{COPY}{number}.xlsx" for number in ("", *(f"-{n}" for n in range(2, 10_000))))
    return next(copy for name in names if not (copy := path.with_name(name)).exists())


def _write(found: "Import", data: Path) -> None:
    """Puts the files in their places, all of them or none."""
    from generator.output.file_exchange import Replacement, replace_files
    from generator.output.staging import FileChanged

    merges = [merge for merge in found.merges if merge.content != merge.was]
    try:
        replace_files(data, [Replacement(m.table.path, m.was, m.content) for m in merges])
    except FileChanged as changed:
        name = Path(str(changed)).name
        raise stop(f"Tệp {name} vừa được người khác sửa. Hãy chạy lại lệnh này.") from None
    for merge in merges:
        typer.echo(f"Đã ghi {merge.table.file}: {len(merge.changes)} bản ghi.")


def _finish_the_last(data: Path) -> None:
    """Writes what an import that was broken off had left to write."""
    from generator.output.file_exchange import PLAN, finish_replacing
    from generator.output.staging import FileChanged

    try:
        named = finish_replacing(data)
    except FileChanged as changed:
        raise stop(ALTERED.format(changed, data / PLAN)) from None
    if named:
        typer.echo(FINISHED.format(", ".join(named)), err=True)
