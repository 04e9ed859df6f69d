"""What was asked for cannot be entered: the one refusal of every way to bring records in."""


class EntryRefused(Exception):
    """What was asked for cannot be entered; `str()` says why in Vietnamese."""
