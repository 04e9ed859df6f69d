"""How the city's announcers speak: its short forms and their dialect."""

from dataclasses import dataclass

from generator.model.abbreviations import Abbreviations
from generator.model.settings import Dialect


@dataclass(frozen=True)
class Speech:
    """What a reader of free text has to know of a city."""

    abbreviations: Abbreviations
    dialect: Dialect
