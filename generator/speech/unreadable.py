"""The one refusal of the reader: better silent than wrong on air."""


class Unreadable(ValueError):
    """A piece of text that has no certain reading.

    `text` is the whole text, `fragment` the part that an editor has to write out in words.
    """

    def __init__(self, text: str, fragment: str) -> None:
        super().__init__(f"không chắc cách đọc “{fragment}” trong “{text}”")
        self.text = text
        self.fragment = fragment
