"""How a record says that it may be made public: the columns of its approval, and what they hold."""

from generator.model.records import Status

STATUS, APPROVED_BY, APPROVED_ON = "status", "approved_by", "approved_on"
COLUMNS = frozenset((STATUS, APPROVED_BY, APPROVED_ON))
"""What a dataset has whose records are drafts until somebody approves them."""
DRAFT: Status = "draft"
APPROVED: Status = "approved"
