"""What git and the ledger remember of the data: commits, editions, what changed between them."""

from generator.history.close import (
    closing_message,
    require_name,
    require_ready,
    require_reason,
    told_early,
)
from generator.history.events import Chance, closed
from generator.history.failures import HistoryRefused
from generator.history.kept import problems_with_git
from generator.history.provenance import saved_changes
from generator.history.repository import Repository, open_repository
from generator.history.source import Standing, data_commit, data_standing

__all__ = [
    "Chance",
    "HistoryRefused",
    "Repository",
    "Standing",
    "closed",
    "closing_message",
    "data_commit",
    "data_standing",
    "open_repository",
    "problems_with_git",
    "require_name",
    "require_ready",
    "require_reason",
    "saved_changes",
    "told_early",
]
