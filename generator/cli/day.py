"""Commands about days: move the day of the figures, what is owed, when a dossier is due."""

import json
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.consent import DryRunOption, YesOption, require_consent
from generator.cli.errors import Command, GroupOrCommand
from generator.cli.outside import today_outside
from generator.cli.progress import working
from generator.cli.shared import DataOption, refusals, require_folder, stop

if TYPE_CHECKING:
    from generator.app.day import Move

DAY_FORMS = ("%Y-%m-%d", "%d/%m/%Y")
DAY_HELP = (
    "Ngày số liệu mới, ví dụ 2019-01-05 hoặc 05/01/2019; không ghi thì là hôm nay, theo đồng hồ "
    "của máy."
)
HOW = "Xem cách dùng: congkhai due --help"


class ListFormat(StrEnum):
    """How what is owed is told."""

    text = "text"
    json = "json"


def today(
    day: Annotated[str | None, typer.Argument(metavar="[NGÀY]", help=DAY_HELP)] = None,
    data: DataOption = Path("data"),
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Chuyển ngày số liệu (as_of) và cho biết trước việc ấy làm thay đổi những gì."""
    from generator.app.day import move_day
    from generator.model.text import vn_date

    require_folder(data)
    with refusals(), working():
        move = move_day(data, as_day(day) if day else today_outside())
    if move.until == move.since:
        typer.echo(f"Ngày số liệu đã là {vn_date(move.until)}.")
        return
    show_move(move)
    if dry_run:
        return
    require_consent(_question(move.since, move.until), yes=yes)
    write_day(move)
    typer.echo(f"Đã ghi vào city.yaml: ngày số liệu là {vn_date(move.until)}.")


def as_day(typed: str) -> date:
    """The day that was typed, as a file or as a person writes it; stops for what is none."""
    for form in DAY_FORMS:
        try:
            return datetime.strptime(typed.strip(), form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    raise stop(f"“{typed}” không phải là một ngày. Hãy viết như 2019-01-05 hoặc 05/01/2019.")


def show_move(move: "Move") -> None:
    """Says what moving the day does, and what the check then finds that it did not find before."""
    from generator.app.day import told
    from generator.model.problems import render_text

    typer.echo(told(move))
    if move.problems:
        typer.echo(f"\n{render_text(list(move.problems), 'vi')}")


def write_day(move: "Move") -> None:
    """Puts the new day into the settings, if they still are what was read."""
    from generator.output.staging import FileChanged, replace_file

    if move.content == move.was:
        return
    try:
        replace_file(move.path, move.was, move.content)
    except FileChanged:
        raise stop("Tệp city.yaml vừa được người khác sửa. Hãy chạy lại lệnh này.") from None


def _question(since: date, until: date) -> str:
    from generator.model.text import vn_date

    if until < since:
        return (
            f"Ngày số liệu sẽ lùi từ {vn_date(since)} về {vn_date(until)}: việc xảy ra sau ngày ấy "
            "sẽ không còn trên trang."
        )
    return f"Ngày số liệu sẽ chuyển từ {vn_date(since)} sang {vn_date(until)}."


due = typer.Typer(
    cls=GroupOrCommand,
    invoke_without_command=True,
    help="Tính hạn trả kết quả của một hồ sơ; due list: việc phải làm trong những ngày tới.",
)


@due.callback()
def due_day(
    ctx: typer.Context,
    received: Annotated[
        str | None,
        typer.Option(help="Ngày tiếp nhận, ví dụ 12/02/2018; có thể kèm giờ: “12/02/2018 15:30”."),
    ] = None,
    limit: Annotated[
        str | None,
        typer.Option(
            help="Thời hạn: một số và đơn vị tính, ví dụ “3 ngày làm việc”, “08 giờ làm việc”,"
            " “3 working_day”; hoặc “trong ngày”."
        ),
    ] = None,
    supplement: Annotated[
        int,
        typer.Option(min=0, max=9999, help="Số ngày làm việc chờ người nộp bổ sung, cộng vào hạn."),
    ] = 0,
    unit: Annotated[
        str | None,
        typer.Option(
            help="Đơn vị nhận hồ sơ, tên hoặc mã: có đơn vị phục vụ cả ngày lẫn đêm, không nghỉ."
        ),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Nói rõ từng ngày.")] = False,
    data: DataOption = Path("data"),
) -> None:
    """Tính hạn trả kết quả của một hồ sơ theo lịch nghỉ trong thư mục dữ liệu."""
    from generator.app.sources import read_clock
    from generator.clock import BadQuestion, UnknownYear

    if ctx.invoked_subcommand:
        return
    if received is None or limit is None:
        raise stop(f"Thiếu --{'received' if received is None else 'limit'}. {HOW}")
    require_folder(data)
    with refusals(BadQuestion, UnknownYear):
        answer = read_clock(data).ask(received, limit, supplement, unit)
    typer.echo("\n".join((answer.iso, *(answer.lines if explain else ()))))
    if answer.warning:
        typer.echo(answer.warning, err=True)


@due.command("list", cls=Command)
def due_list(
    days: Annotated[
        int, typer.Option(min=0, max=366, help="Tới bao nhiêu ngày sau ngày số liệu.")
    ] = 7,
    unit: Annotated[
        str | None, typer.Option(help="Chỉ việc của một đơn vị, tên hoặc mã, ví dụ p-dong-tho.")
    ] = None,
    format: Annotated[ListFormat, typer.Option(help="Cách trình bày.")] = ListFormat.text,
    data: DataOption = Path("data"),
) -> None:
    """Việc đã quá hạn và việc đến hạn trong những ngày tới: việc gì, của đơn vị nào."""
    from generator.app.owed import UnknownUnit, owed
    from generator.model.text import vn_date

    require_folder(data)
    with refusals(UnknownUnit), working():
        found = owed(data, days, unit)
    if format is ListFormat.json:
        typer.echo(json.dumps(found.rows, ensure_ascii=False, indent=1))
        return
    typer.echo(f"Tính đến ngày số liệu {vn_date(found.edition.as_of)}.")
    parts = [group.told for group in found.groups] or ["Không có việc nào quá hạn hay sắp đến hạn."]
    typer.echo("\n" + "\n\n".join(parts))
