"""What an export leaves open, asked at the terminal or written into the mapping to be answered."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, TypeVar

import typer

from generator.cli.consent import require_consent
from generator.cli.progress import working
from generator.cli.shared import EXIT_ERRORS, refusals

if TYPE_CHECKING:
    from generator.app.dossiers.desk import DossierDesk
    from generator.app.dossiers.guess import Suggestion
    from generator.app.dossiers.import_dossiers import DossierImport
    from generator.app.dossiers.mapping_files import MappingFile
    from generator.app.dossiers.mapping_text import Hints
    from generator.app.dossiers.words import Word
    from generator.model.dossier_mapping import DossierMapping

T = TypeVar("T")
Answers = dict[str, dict[str, str | None]]
LATER = (
    "Gõ số thứ tự, tên hoặc mã; gõ “bỏ” nếu các dòng ấy không phải hồ sơ; Enter để trả lời sau: "
)
WHERE = "Gõ số thứ tự của cột, hoặc giá trị dùng cho mọi hồ sơ; Enter để ghi sau: "


def ask(made: "DossierImport", found: "MappingFile", *, dry_run: bool) -> "MappingFile":
    """The mapping with the answers, which its file keeps; stops where something stays open."""
    from generator.app.dossiers.answers import with_answers
    from generator.app.dossiers.mapping_files import MappingFile
    from generator.app.dossiers.told import told_questions

    if not sys.stdin.isatty():
        typer.echo(told_questions(made.questions), err=True)
    answers = _answers(made)
    if not dry_run:
        keep_answers(found, answers)
    if _is_open(answers):
        typer.echo(_how_to_go_on(found, dry_run=dry_run), err=True)
        raise typer.Exit(EXIT_ERRORS)
    return MappingFile(with_answers(found.mapping, answers), found.source, found.own)


def _how_to_go_on(found: "MappingFile", *, dry_run: bool) -> str:
    if dry_run:
        return "Còn tên chưa rõ. Chạy lệnh này không có --dry-run để trả lời."
    return (
        f"Còn tên chưa rõ. Chưa ghi gì vào dữ liệu. Hãy mở {found.own}, điền mã hoặc tên vào sau "
        f"dấu hai "
        "chấm còn trống ở các mục values, rồi chạy lại lệnh này."
    )


def keep_answers(found: "MappingFile", answers: Answers) -> None:
    """Write the answers into one's own file of the mapping."""
    from generator.app.dossiers.answers import kept_answers, with_answers
    from generator.app.dossiers.mapping_text import mapping_text
    from generator.output.putting import put_files

    if found.own.exists():
        before = found.own.read_text("utf-8-sig")
        text = kept_answers(before, found.mapping, answers)
    else:
        text = mapping_text(with_answers(found.mapping, answers), found.own.name)
    put_files({found.own: text.encode()})


def _answers(made: "DossierImport") -> Answers:
    """What each word means, by column; None where nobody can be asked, or has not said."""
    answers: Answers = {}
    is_over = not sys.stdin.isatty()
    for word in made.questions:
        value = None
        try:
            value = None if is_over else _asked(made, word)
        except EOFError:
            is_over = True
        answers.setdefault(word.column.name, {})[word.text] = value
    return answers


def _asked(made: "DossierImport", word: "Word") -> str | None:
    """A person's answer; None for later. Raises EOFError."""
    from generator.app.dossiers.questions import read_answer
    from generator.model.problems import visible
    from generator.model.text import vn_number

    title = word.column.column.field.title
    typer.echo(f"\n{title}: “{visible(word.text, 200)}” ({vn_number(word.count)} hồ sơ)", err=True)
    for number, choice in enumerate(word.near, 1):
        typer.echo(f"  {number}. {choice.shown}", err=True)
    return _answer(LATER, partial(read_answer, made.desk, made.plan.mapping, word))


def _answer(question: str, read: Callable[[str], T]) -> T | None:
    """What a person types, as it is read, asked again while it cannot be; None for later.

    Raises EOFError where nobody is there any more.
    """
    from generator.app.dossiers.questions import NotUnderstood

    while True:
        typer.echo(question, nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if not line.strip():
            return None
        try:
            return read(line)
        except NotUnderstood as why:
            typer.echo(f"  {why}", err=True)


def suggest_mapping(data: Path, file: Path, out: Path, *, dry_run: bool, yes: bool) -> None:
    """Write a guessed mapping, with what it leaves open answered or left to be filled in."""
    from generator.app.dossiers.desk import open_dossier_desk
    from generator.app.dossiers.guess import suggest
    from generator.app.dossiers.import_dossiers import Unopened
    from generator.app.dossiers.mapping_text import mapping_text
    from generator.output.putting import put_files

    if out.exists() and not dry_run:
        require_consent(f"Cách đọc mới sẽ thay tệp “{out}” đang có.", yes=yes)
    with refusals(Unopened), working():
        desk = open_dossier_desk(data)
        found = suggest(desk, file)
    typer.echo(_told(desk, found))
    mapping, hints = _with_words(data, file, _completed(desk, found))
    remarks = {guess.column: guess.told for guess in found.guesses}
    text = mapping_text(mapping, out.name, remarks, hints)
    if dry_run:
        typer.echo(f"\n{text}", nl=False)
        return
    put_files({out: text.encode()})
    first = " Trong tệp ấy còn chỗ trống: hãy mở ra điền trước." if hints else ""
    typer.echo(f"Đã ghi {out}.{first}")
    export, kept = quote(str(file)), quote(str(out))
    typer.echo(f"Nhập bằng lệnh: congkhai import dossiers {export} --mapping {kept}")


def _told(desk: "DossierDesk", found: "Suggestion") -> str:
    """What was guessed, column by column, and which columns are not read."""
    titles = {field.name: field.title for field in desk.dataset.fields}
    lines = [f"{titles[guess.column]}: {guess.told}." for guess in found.guesses]
    if found.mapping.personal:
        names = ", ".join(f"“{name}”" for name in found.mapping.personal)
        lines.append(f"Không đọc, vì có thể có thông tin cá nhân: {names}.")
    lines += [f"Chưa biết “{titles[name]}” lấy từ đâu." for name in found.lacking]
    return "\n".join(lines)


def _completed(desk: "DossierDesk", found: "Suggestion") -> "DossierMapping":
    """The mapping with what a person says of the columns that nothing was found for."""
    from generator.app.dossiers.questions import rule_answered

    mapping, labels = found.mapping, found.export.labels
    for name in found.lacking if sys.stdin.isatty() else ():
        typer.echo(f"\nCột nào của tệp là “{desk.entry.column(name).field.title}”?", err=True)
        for number, label in enumerate(labels, 1):
            typer.echo(f"  {number}. {label}", err=True)
        try:
            rule = _answer(WHERE, partial(rule_answered, desk, name, labels))
        except EOFError:
            break
        if rule:
            mapping = mapping.model_copy(update={"columns": {**mapping.columns, name: rule}})
    return mapping


def _with_words(
    data: Path, file: Path, mapping: "DossierMapping"
) -> tuple["DossierMapping", "Hints"]:
    """The mapping with what the words of the export mean, and hints for those left open."""
    from generator.app.dossiers.answers import with_answers
    from generator.app.dossiers.import_dossiers import open_import
    from generator.app.dossiers.told import hints_of
    from generator.app.entry_refused import EntryRefused

    try:
        with ExitStack() as opened:
            with working():
                made = opened.enter_context(open_import(data, file, mapping))
            answers = _answers(made)
            hints = hints_of(made.questions, answers)
    except EntryRefused as refused:  # a column is lacking: the file says which
        typer.echo(str(refused), err=True)
        return mapping, {}
    return with_answers(mapping, answers), hints


def _is_open(answers: Answers) -> bool:
    return any(value is None for words in answers.values() for value in words.values())
