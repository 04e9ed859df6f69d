"""Something to ask a unit."""

from dataclasses import dataclass

from generator.model.text import slug


@dataclass(frozen=True)
class Question:
    """Something to ask a unit about a quarter: by which rule, the value that breaks it, and why.

    `about` is a procedure's id where the rule is of one; `url` is where the figures stand.
    """

    rule: str
    unit_id: str
    quarter: str
    value: str
    text: str
    url: str
    about: str = ""

    @property
    def code(self) -> str:
        """What it is called by, which stays: `2018-q4-p-tan-son-khong-qua-han`."""
        return slug(" ".join((self.quarter, self.unit_id, self.rule, self.about)))
