"""What is asked of the whole program: its version, its silence, the completion of its commands."""

from enum import StrEnum
from typing import Annotated

import typer

from generator.cli import streams

PROGRAM, COMPLETE = "congkhai", "_CONGKHAI_COMPLETE"


class Shell(StrEnum):
    """Shells that can complete what is typed."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"


class HelpLanguage(StrEnum):
    """Language of the help."""

    vi = "vi"
    en = "en"


def _say_version(is_asked: bool) -> None:
    if is_asked:
        from generator.app.program import this_version

        typer.echo(f"{PROGRAM} {this_version() or '(chưa cài đặt)'}")
        raise typer.Exit


def whole(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="Cho biết phiên bản rồi thoát."
        ),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Không nói gì khi mọi việc đều tốt.")
    ] = False,
    lang: Annotated[HelpLanguage, typer.Option(help="Ngôn ngữ của hướng dẫn.")] = HelpLanguage.vi,
) -> None:
    """What may be typed before any command; `lang` is read where the help is written."""
    if quiet:
        streams.hold()


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="VỎ_LỆNH", help="bash, zsh hoặc fish.")],
) -> None:
    """In đoạn lệnh giúp vỏ lệnh gõ nốt tên lệnh và tùy chọn; xem cách cài trong README."""
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name=PROGRAM, complete_var=COMPLETE, shell=shell.value)
    typer.echo(script)
