"""The command that takes in the export of a one-stop system, and suggests how to read it."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
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
CHANGES = "Dữ liệu sẽ thay đổi như trên."
NONE_OF_THEM = "Vì có tệp chưa nhập được nên không tệp nào được nhập."
NOT_WRITTEN = (
    "Chưa ghi gì vào dữ liệu. Hãy sửa trong hệ thống một cửa hoặc trong tệp, rồi nhập lại."
)


def import_dossiers(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="TỆP",
            help="Tệp xuất: .csv, .xlsx, .xls hoặc .ods; nhiều tệp thì nhập tất cả hoặc không "
            "nhập tệp nào.",
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
    from generator.app.entry_refused import EntryRefused

    require_folder(data)
    keep_out_of(data, own_file(mapping))
    files = sheets_in(files)
    if suggest:
        suggest_mapping(data, files[0], own_file(mapping), dry_run=dry_run, yes=yes)
        return
    with refusals(EntryRefused):
        found = load_mapping(mapping)
    if len(files) == 1:
        _import(data, files[0], found, partial(_finish, dry_run=dry_run, yes=yes), dry_run=dry_run)
    else:
        _import_all(data, files, found, dry_run=dry_run, yes=yes)


def _import_all(
    data: Path, files: Sequence[Path], found: "MappingFile", *, dry_run: bool, yes: bool
) -> None:
    """Take in several exports, each beside what those before it brought: all of them or none."""
    from generator.output.trial import trial_of

    failed = False
    with trial_of(data) as trial:
        for file in files:
            typer.echo(f"\n{file}:")
            try:
                found = _import(trial.folder, file, found, _take, dry_run=dry_run)
            except typer.Exit:
                failed = True
        if failed:
            typer.echo(f"\n{NONE_OF_THEM}", err=True)
            raise typer.Exit(EXIT_ERRORS)
        if trial.changed() and not dry_run:
            require_consent(CHANGES, yes=yes)
            _put(trial.put)


def _import(
    data: Path,
    file: Path,
    found: "MappingFile",
    finish: Callable[["DossierImport"], None],
    *,
    dry_run: bool,
) -> "MappingFile":
    """Take in the export, and again where something was asked and answered; the mapping then."""
    while answered := _once(data, file, found, finish, dry_run=dry_run):
        found = answered
    return found


def _once(
    data: Path,
    file: Path,
    found: "MappingFile",
    finish: Callable[["DossierImport"], None],
    *,
    dry_run: bool,
) -> "MappingFile | None":
    """Take in the export; where something was asked and answered, the mapping to begin again."""
    from generator.app.dossiers.import_dossiers import Unopened, open_import
    from generator.app.dossiers.told import told_faults, told_read
    from generator.app.entry_refused import EntryRefused

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
        finish(made)
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
    if _tells_of_changes(made) and not dry_run:
        require_consent(CHANGES, yes=yes)
        _put(partial(_written, made))


def _take(made: "DossierImport") -> None:
    """Say what changes, and write it where the next export is read beside it."""
    if _tells_of_changes(made):
        with working():
            _written(made)


def _written(made: "DossierImport") -> list[Path]:
    from generator.output.replacing import replace_all

    return replace_all(made.files(), made.seen)


def _tells_of_changes(made: "DossierImport") -> bool:
    """Say what was read and what changes; whether anything does."""
    from generator.app.dossiers.told import told_changes, told_read

    typer.echo(f"{told_read(made)}\n\n{told_changes(made)}")
    assert made.merged is not None
    return made.merged.has_changes or made.procedures is not None


def _put(write: Callable[[], list[Path]]) -> None:
    from generator.output.staging import FileChanged

    try:
        with working():
            written = write()
    except FileChanged as changed:
        raise stop(f"Tệp {changed} vừa được người khác sửa. Hãy chạy lại lệnh này.") from None
    typer.echo("\n".join(f"Đã ghi {path}." for path in written))
