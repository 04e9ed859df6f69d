"""What is no question to the clock."""


class BadQuestion(ValueError):
    """What was typed is no moment or no limit. `str()` is the sentence in Vietnamese."""
