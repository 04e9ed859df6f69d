"""What every engine of figures may end with."""


class EngineFailed(Exception):
    """An engine is not there, or gave up. `str()` is the sentence in Vietnamese."""
