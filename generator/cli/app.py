"""The console command `congkhai`: a thin face that reads options, calls, prints and writes.

Each command imports its use case as it is run, so that `congkhai --help` needs none of them.
"""

import os
import sys

import typer
from typer._completion_classes import completion_init

from generator.cli import (
    data,
    day,
    desk,
    dossiers,
    edition,
    entry,
    forget,
    new,
    podcast,
    publish,
    radio,
    report,
    site,
    streams,
    verify,
    whole,
    witness,
)
from generator.cli.errors import Command, Group
from generator.cli.failures import EXIT_CODES, little_memory, told_failure
from generator.cli.shared import EXIT_CANNOT_RUN

app = typer.Typer(
    cls=Group,
    help="congkhai: kiểm tra, tính toán và công khai kỷ cương hành chính của một địa phương.",
    epilog=EXIT_CODES,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    new.new,
    data.check,
    data.figures,
    entry.template,
    entry.import_,
    dossiers.import_dossiers,
    desk.desk,
    day.today,
    radio.speak,
    site.build,
    site.serve,
    publish.publish,
    radio.bulletin,
    radio.approve,
    radio.aired,
    podcast.podcast,
    report.report,
    verify.verify,
    witness.witness,
    witness.key,
    forget.forget,
    data.sample,
    data.schema,
    whole.completion,
)
"""In the order of the help."""
app.callback()(whole.whole)
for command in COMMANDS:
    app.command(command.__name__.rstrip("_").replace("_", " "), cls=Command)(command)
app.add_typer(day.due, name="due")
app.add_typer(edition.app, name="edition")


def main() -> None:
    """Run the command; whatever keeps it from its end is said in a sentence."""
    streams.prepare()
    if little := little_memory():
        typer.echo(little, err=True)
        sys.exit(EXIT_CANNOT_RUN)
    try:
        if whole.COMPLETE in os.environ:
            completion_init()
        status = app(standalone_mode=False) or 0
    except (Exception, KeyboardInterrupt) as error:
        sentence, status = told_failure(error)
        typer.echo(sentence, err=True)
    streams.release(told=bool(status))
    if lost := streams.lost():
        typer.echo(lost, err=True)
    streams.lead_nowhere()
    sys.exit(status)
