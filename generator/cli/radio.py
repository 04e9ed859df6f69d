"""Commands about the radio column: its scripts, how a line is read, what was aired."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Protocol

import typer

from generator.cli.consent import YesOption, keep_out_of, require_consent
from generator.cli.day import as_day
from generator.cli.progress import working
from generator.cli.project import templates_of
from generator.cli.shared import (
    EXIT_ERRORS,
    DataOption,
    refusals,
    require_folder,
    stop,
    write_files,
)


class SpokenFormat(StrEnum):
    """How read lines are told."""

    txt = "txt"
    ssml = "ssml"


class SpokenDialect(StrEnum):
    """Whose words are read."""

    north = "north"
    south = "south"


def speak(
    lines: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DÒNG", help="Các dòng cần đọc; không ghi thì đọc từ đầu vào chuẩn."
        ),
    ] = None,
    format: Annotated[SpokenFormat, typer.Option(help="Cách trình bày.")] = SpokenFormat.txt,
    dialect: Annotated[
        SpokenDialect | None,
        typer.Option(
            help="Phương ngữ: north (nghìn, linh, mùng) hay south (ngàn, lẻ, mồng);"
            " không ghi thì theo city.yaml.",
            show_default=False,
        ),
    ] = None,
    data: DataOption = Path("data"),
) -> None:
    """Đọc từng dòng chữ thành lời, như phát thanh viên sẽ đọc."""
    from generator.app import bulletin as desk

    require_folder(data)
    text = "\n".join(lines) if lines else _standard_input()
    with refusals():
        read = desk.aloud(data, text, format.value, dialect.value if dialect else None)
    typer.echo(read.text, nl=False)
    if read.refusals:
        raise stop("\n".join(read.refusals), EXIT_ERRORS)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise stop("Đầu vào không phải là văn bản UTF-8. Hãy lưu lại bằng mã UTF-8.") from None


def _script_forms() -> list[str]:
    from generator.app import bulletin as desk  # late: help is shown without it

    return list(desk.FORM_NAMES)


FormOption = Annotated[
    str,
    typer.Option(
        help="Dạng kịch bản, ví dụ txt hoặc docx; ghi sai thì được kể mọi dạng.",
        autocompletion=_script_forms,
    ),
]


def bulletin(
    week: Annotated[
        str | None, typer.Option(help="Tuần phát sóng, ví dụ 2018-W40.", show_default=False)
    ] = None,
    all: Annotated[
        bool, typer.Option("--all", help="Mọi tuần, mọi dạng; ghi vào thư mục --out.")
    ] = False,
    data: DataOption = Path("data"),
    minutes: Annotated[
        float | None, typer.Option(min=1, max=60, help="Thời lượng, tính bằng phút.")
    ] = None,
    unit: Annotated[
        str | None, typer.Option(help="Chỉ tin về một đơn vị, tên hoặc mã, ví dụ p-dong-tho.")
    ] = None,
    format: FormOption = "txt",
    out: Annotated[Path | None, typer.Option(help="Tệp nhận kịch bản.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Nói rõ tin nào được đọc, chuyển hay bỏ, vì sao.")
    ] = False,
    audio: Annotated[
        Path | None, typer.Option(help="Tệp nhận bản nghe thử: .wav, .mp3 hoặc .ogg.")
    ] = None,
    yes: YesOption = False,
) -> None:
    """Viết kịch bản phát thanh của một tuần, đã thành lời đọc, và bản nghe thử."""
    from generator.app import bulletin as desk

    require_folder(data)
    if all:
        _write_every_script(data, week, out)
        return
    if week is None:
        raise stop("Thiếu --week. Xem cách dùng: congkhai bulletin --help")
    _require_form(format, is_shown=out is None and not explain)
    _require_places(data, out, audio, f".{'txt' if explain else format}", yes=yes)
    with refusals(*desk.REFUSALS), working():
        script = desk.ask(data, week, minutes, unit)
        if explain:
            content = desk.explained(script, format)
        else:
            with templates_of(data) as templates:
                content = desk.written(script, format, templates)
        sound = desk.voiced(script, audio.suffix.lower()) if audio else None
    if sound and audio:
        _put(audio, sound.content, sound.told)
    if out:
        _put(out, content)
    elif not audio:
        typer.echo(content.decode(), nl=False)


def _put(path: Path, content: bytes, told: str = "") -> None:
    from generator.output.putting import put_files

    put_files({path: content})
    typer.echo(f"Đã ghi {path}. {told}".rstrip())


def _require_places(
    data: Path, out: Path | None, audio: Path | None, suffix: str, *, yes: bool
) -> None:
    """Ask before a script takes the place of a file that no script of its form is."""
    keep_out_of(data, out, audio)
    if out and out.is_file() and out.suffix != suffix:
        require_consent(f"Kịch bản sẽ thay tệp “{out}” đang có.", yes=yes)


def _require_form(format: str, *, is_shown: bool) -> None:
    """Stop for a form of script that there is not, or that a screen cannot show."""
    from generator.app import bulletin as desk

    if format not in desk.FORM_NAMES:
        allowed = ", ".join(f"'{name}'" for name in desk.FORM_NAMES)
        raise stop(f"Tùy chọn --format chỉ nhận một trong các giá trị: {allowed}.")
    if is_shown and format in desk.BINARY:
        raise stop(f"Dạng {format} không hiện được trên màn hình. Hãy ghi ra tệp bằng --out.")


def _write_every_script(data: Path, week: str | None, out: Path | None) -> None:
    from generator.app import bulletin as desk

    if out is None or week is not None:
        raise stop("--all viết mọi tuần: không đi với --week, và phải có thư mục --out.")
    keep_out_of(data, out)
    with refusals(desk.NoStation), templates_of(data) as templates, working():
        files = desk.every_script(data, templates)
    write_files(out, files)
    typer.echo(f"Đã ghi {len(files)} tệp vào {out}.")


def aired(
    week: Annotated[str, typer.Argument(metavar="TUẦN", help="Tuần của bản tin, ví dụ 2018-W40.")],
    at: Annotated[str, typer.Option(help="Ngày, giờ phát, ví dụ 2018-10-06T06:00.")],
    dropped: Annotated[
        list[str] | None,
        typer.Option(help="Mã bản ghi hoặc mã tin có trong kịch bản mà không đọc; nhắc lại được."),
    ] = None,
    text: Annotated[
        Path | None, typer.Option(help="Tệp lời đã đọc, nếu khác kịch bản hiện nay.")
    ] = None,
    minutes: Annotated[
        float | None, typer.Option(min=0, max=600, help="Đã phát trong bao nhiêu phút.")
    ] = None,
    data: DataOption = Path("data"),
) -> None:
    """Ghi vào broadcasts.csv rằng Đài đã phát bản tin của một tuần."""
    from generator.app import bulletin as desk
    from generator.app.pipeline import record_airing

    require_folder(data)
    with refusals(desk.AiringRefused, desk.UnknownWeek, desk.NoStation), working():
        read = text.read_bytes() if text else None
        path, airing = record_airing(
            data, week, at, dropped=dropped or (), text=read, minutes=minutes
        )
    _take_down(path, airing)


def approve(
    week: Annotated[str, typer.Argument(metavar="TUẦN", help="Tuần của bản tin, ví dụ 2018-W40.")],
    by: Annotated[
        str | None,
        typer.Option(help="Chức danh người duyệt, như khai trong city.yaml; một người thì bỏ qua."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="Ngày duyệt; không ghi thì là ngày số liệu.")
    ] = None,
    code: Annotated[
        list[str] | None,
        typer.Option(help="Mã lời đọc in trên bản đã ký; nhắc lại được. Không ghi thì cả hai bản."),
    ] = None,
    data: DataOption = Path("data"),
) -> None:
    """Ghi vào script_approvals.csv rằng kịch bản của một tuần đã được duyệt."""
    from generator.app import bulletin as desk
    from generator.app.pipeline import record_approval

    require_folder(data)
    day = as_day(on) if on else None
    with refusals(desk.ApprovalRefused, desk.UnknownWeek, desk.NoStation), working():
        path, approving = record_approval(data, week, by=by, on=day, codes=code or ())
    _take_down(path, approving)


class _Taken(Protocol):
    """What a command puts into a file, and what it says then."""

    @property
    def was(self) -> bytes: ...
    @property
    def content(self) -> bytes: ...
    @property
    def sentences(self) -> Sequence[str]: ...


def _take_down(path: Path, taken: _Taken) -> None:
    from generator.output.staging import FileChanged, replace_file

    try:
        replace_file(path, taken.was, taken.content)
    except FileChanged:
        raise stop(f"Tệp {path.name} vừa được người khác sửa. Hãy chạy lại lệnh này.") from None
    for sentence in taken.sentences:
        typer.echo(sentence)
