"""The press law in force on replies: a reply is published, with its day."""

from collections.abc import Iterator
from itertools import chain

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import Criticism, Recommendation


def _asked(context: CheckContext) -> Iterator[tuple[int, Criticism | Recommendation]]:
    """All that somebody may reply to."""
    return chain(context.rows(Criticism), context.rows(Recommendation))


@Rule
def reply_undated(context: CheckContext) -> Iterator[Problem]:
    """A reply without its day."""
    for row, record in _asked(context):
        if record.reply and not record.replied_on:
            yield context.found("reply-undated", type(record), row, "replied_on")


@Rule
def reply_empty(context: CheckContext) -> Iterator[Problem]:
    """A day of reply without the reply."""
    for row, record in _asked(context):
        if record.replied_on and not record.reply:
            yield context.found("reply-empty", type(record), row, "reply", value=record.replied_on)
