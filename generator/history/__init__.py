"""What git and the ledger remember of the data: commits, editions, what changed between them."""

from generator.history.close import closing_message, require_name, require_ready
from generator.history.events import Chance, closed
from generator.history.provenance import saved_changes
from generator.history.repository import HistoryRefused, Repository, open_repository
from generator.history.source import data_commit

__all__ = [
    "Chance",
    "HistoryRefused",
    "Repository",
    "closed",
    "closing_message",
    "data_commit",
    "open_repository",
    "require_name",
    "require_ready",
    "saved_changes",
]
