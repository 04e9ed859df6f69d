"""The ids by which records of several datasets are called."""

from generator.check.context import CheckContext
from generator.model.records import Commendation, Criticism, Recommendation


def conduct_ids(context: CheckContext) -> set[str] | None:
    """Ids of all commendations and criticisms; None when a file of them cannot be read."""
    praised = context.ids(Commendation, "record_id")
    blamed = context.ids(Criticism, "record_id")
    return None if praised is None or blamed is None else praised | blamed


def ledgered_ids(context: CheckContext) -> set[str] | None:
    """Ids of all that has lines of its own in the ledger; None when a file cannot be read."""
    named = conduct_ids(context)
    asked = context.ids(Recommendation, "recommendation_id")
    return None if named is None or asked is None else named | asked
