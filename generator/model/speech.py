"""How the city's announcers speak: its short forms and their dialect."""

from dataclasses import dataclass
from functools import cached_property

from generator.model.abbreviations import Abbreviations, ShortForms, short_forms
from generator.model.radio_settings import Dialect


@dataclass(frozen=True)
class Speech:
    """What a reader of free text has to know of a city."""

    abbreviations: Abbreviations
    dialect: Dialect

    @cached_property
    def short_forms(self) -> ShortForms:
        """What finds the short forms in a text."""
        return short_forms(self.abbreviations)
