"""The command that takes in the export of a one-stop system, and suggests how to read it."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.consent import DryRunOption, YesOption, keep_out_of, require_consent
from generator.cli.dossier_questions import ask, suggest_mapping
from generator.cli.entry import free_name, sheets_in
from generator.cli.progress import working
from generator.cli.shared import EXIT_ERRORS, DataOption, refusals, require_folder, stop

if TYPE_CHECKING:
    from generator.app.dossiers.import_dossiers import DossierImport
    from generator.app.dossiers.mapping_files import MappingFile

USUAL = "mot-cua"
BEFORE = "Đã nhập xong trước đó: {}. Nhập lại các tệp ấy cũng không sao."
NOT_WRITTEN = (
    "Chưa ghi gì vào dữ liệu. Hãy sửa trong hệ thống một cửa hoặc trong tệp, rồi nhập lại."
)


def import_dossiers(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="TỆP",
            help="Tệp xuất: .csv, .xlsx, .xls hoặc .ods; nhiều tệp thì lần lượt từng tệp.",
        ),
    ],
    mapping: Annotated[
        str,
        typer.Option(
            help="Cách đọc tệp xuất: một tệp .yaml, hoặc tên có sẵn: mot-cua, boston-311, "
            "new-york-311."
        ),
    ] = USUAL,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Đoán cách đọc tệp xuất rồi ghi ra tệp --mapping.")
    ] = False,
    data: DataOption = Path("data"),
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Nhập hồ sơ từ tệp xuất của hệ thống một cửa; cột có thông tin cá nhân không được đọc."""
    from generator.app.dossiers.mapping_files import load_mapping, own_file
    from generator.app.entry_template import EntryRefused

    require_folder(data)
    keep_out_of(data, own_file(mapping))
    files = sheets_in(files)
    if suggest:
        suggest_mapping(data, files[0], own_file(mapping), dry_run=dry_run, yes=yes)
        return
    with refusals(EntryRefused):
        found = load_mapping(mapping)
    for number, file in enumerate(files):
        if len(files) > 1:
            typer.echo(f"\n{file}:")
        try:
            while answered := _import(data, file, found, dry_run=dry_run, yes=yes):
                found = answered
        except typer.Exit:
            if number and not dry_run:
                typer.echo(BEFORE.format(", ".join(map(str, files[:number]))), err=True)
            raise


def _import(
    data: Path, file: Path, found: "MappingFile", *, dry_run: bool, yes: bool
) -> "MappingFile | None":
    """Take in the export; where something was asked and answered, the mapping to begin again."""
    from generator.app.dossiers.import_dossiers import Unopened, open_import
    from generator.app.dossiers.told import told_faults, told_read
    from generator.app.entry_template import EntryRefused

    with refusals(EntryRefused, Unopened), ExitStack() as opened:
        with working():
            made = opened.enter_context(open_import(data, file, found.mapping))
        if made.questions:
            if made.faults:
                typer.echo(told_faults(made), err=True)
            return ask(made, found, dry_run=dry_run)
        if made.faults:
            typer.echo(f"{told_faults(made)}\n\n{told_read(made)}", err=True)
            _give_back(made, file, dry_run=dry_run)
            raise typer.Exit(EXIT_ERRORS)
        _finish(made, dry_run=dry_run, yes=yes)
    return None


def _give_back(made: "DossierImport", file: Path, *, dry_run: bool) -> None:
    """Write the list of wrong rows beside the export, under a name that is free."""
    from generator.app.dossiers.marked import marked_rows
    from generator.output.putting import put_files

    if made.faults.found and not dry_run:
        path = free_name(file)
        put_files({path: marked_rows(made)})
        typer.echo(f"Đã ghi {path}: các dòng phải sửa, không có cột thông tin cá nhân.", err=True)
    typer.echo(NOT_WRITTEN, err=True)


def _finish(made: "DossierImport", *, dry_run: bool, yes: bool) -> None:
    """Say what changes, ask, and write."""
    from generator.app.dossiers.told import told_changes, told_read
    from generator.output.replacing import replace_all
    from generator.output.staging import FileChanged

    typer.echo(f"{told_read(made)}\n\n{told_changes(made)}")
    assert made.merged is not None
    if dry_run or not (made.merged.has_changes or made.procedures):
        return
    require_consent("Dữ liệu sẽ thay đổi như trên.", yes=yes)
    try:
        with working():
            written = replace_all(made.files(), made.seen)
    except FileChanged as changed:
        raise stop(f"Tệp {changed} vừa được người khác sửa. Hãy chạy lại lệnh này.") from None
    typer.echo("\n".join(f"Đã ghi {path}." for path in written))
