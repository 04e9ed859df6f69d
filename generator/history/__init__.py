"""What git and the ledger remember of the data: commits, editions, what changed between them."""

from generator.history.begin import begin_repository
from generator.history.close import (
    closing_message,
    missed_quarters,
    require_name,
    require_ready,
    require_reason,
    told_untimely,
)
from generator.history.events import Chance, closed
from generator.history.failures import HistoryRefused
from generator.history.kept import problems_with_git
from generator.history.provenance import saved_changes
from generator.history.public_copy import (
    Copied,
    copy_public,
    is_made_copy,
    keep_remotes,
)
from generator.history.public_files import PublicFiles, rows_of
from generator.history.publishing import push, require_remote, save_all, unsaved
from generator.history.repository import Repository, open_repository
from generator.history.saved_files import SavedFiles
from generator.history.source import Standing, data_commit, data_standing

__all__ = [
    "Chance",
    "Copied",
    "HistoryRefused",
    "PublicFiles",
    "Repository",
    "SavedFiles",
    "Standing",
    "begin_repository",
    "closed",
    "closing_message",
    "copy_public",
    "data_commit",
    "data_standing",
    "is_made_copy",
    "keep_remotes",
    "missed_quarters",
    "open_repository",
    "problems_with_git",
    "push",
    "require_name",
    "require_ready",
    "require_reason",
    "require_remote",
    "rows_of",
    "save_all",
    "saved_changes",
    "told_untimely",
    "unsaved",
]
