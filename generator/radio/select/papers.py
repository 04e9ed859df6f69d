"""The papers behind the news of a script, named once, at its end."""

from collections.abc import Sequence

from generator.radio.items.breath import Sentences, breathe
from generator.radio.items.kind import PartKind
from generator.radio.select.fit import Choice

PAPERS = PartKind("papers", "Văn bản công bố")
_TOGETHER = 2
"""So many papers in one sentence."""


def named_papers(choice: Sequence[Choice]) -> Sentences:
    """Name each paper of what is told, two in a sentence; nothing without any."""
    papers = list(dict.fromkeys(story.paper for story, _ in choice if story.paper))
    named = [papers[at : at + _TOGETHER] for at in range(0, len(papers), _TOGETHER)]
    heads = ("Những nội dung trên được công bố tại", "Cùng với đó là")
    return breathe(
        f"{heads[min(place, 1)]} {', và '.join(pair)}." for place, pair in enumerate(named)
    )
