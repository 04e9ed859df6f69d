"""How the city's announcers speak: its short forms and their dialect."""

from dataclasses import dataclass

from generator.contract.abbreviations import Abbreviations
from generator.contract.settings import Dialect


@dataclass(frozen=True)
class Speech:
    """What a reader of free text has to know of a city."""

    abbreviations: Abbreviations
    dialect: Dialect
