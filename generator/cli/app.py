"""The console command `congkhai`: a thin face that reads options, calls, prints and writes.

Each command imports its use case as it is run, so that `congkhai --help` needs none of them.
"""

import sys

import typer
from typer.exceptions import TyperException

from generator.cli import data, edition, radio, site, verify
from generator.cli.errors import Command, Group, told_usage
from generator.cli.shared import EXIT_CANNOT_RUN
from generator.output.refusal import told_refusal

app = typer.Typer(
    cls=Group,
    help="congkhai: kiểm tra, tính toán và công khai kỷ cương hành chính của một thành phố.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 100},
)
COMMANDS = (
    data.check,
    data.figures,
    data.due,
    radio.speak,
    site.build,
    site.serve,
    radio.bulletin,
    radio.aired,
    verify.verify,
    data.sample,
)
"""In the order of the help."""
for command in COMMANDS:
    app.command(cls=Command)(command)
app.add_typer(edition.app, name="edition")
INTERRUPTED = 130


def main() -> None:
    """Run the command; what was typed wrongly, or what the disk refuses, is said in a sentence."""
    try:
        status = app(standalone_mode=False)
    except TyperException as error:
        typer.echo(told_usage(error), err=True)
        status = EXIT_CANNOT_RUN
    except OSError as error:
        typer.echo(told_refusal(error), err=True)
        status = EXIT_CANNOT_RUN
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    sys.exit(status or 0)
