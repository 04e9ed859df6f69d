"""Fit the news to the slot: the fullest forms that together fit, the rest for another week."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from generator.model.radio_settings import RadioLimits
from generator.radio.items.kind import ItemKind, Story
from generator.radio.items.telling import Telling

Choice = tuple[Story, Telling]
Measure = Callable[[Sequence[Choice]], float]
Obstacle = Literal["unreadable", "kind", "unit", "balance", "slot"]
"""Why a story is not told: no certain reading, enough of its kind, of its unit, more of its kind
than of the other while that has to wait, or no time."""


class Fitted(NamedTuple):
    """What is told, in the order given, and what is not, each with its obstacle."""

    chosen: list[Choice]
    refused: list[tuple[Story, Obstacle]]


class _Fitting:
    """The choice while it grows."""

    def __init__(self, slot_seconds: float, seconds: Measure, limits: RadioLimits) -> None:
        self.slot_seconds, self.seconds, self.limits = slot_seconds, seconds, limits
        self.chosen: list[Choice] = []
        self.refused: list[tuple[Story, Obstacle]] = []
        self.kinds: Counter[ItemKind] = Counter()
        self.units: Counter[str] = Counter()
        self.waiting: set[ItemKind] = set()

    def add(self, story: Story) -> None:
        """Take a story in its shortest form, or note what stands in its way."""
        obstacle = self._obstacle(story)
        if obstacle:
            self.refused.append((story, obstacle))
            if obstacle == "slot":
                self.waiting.add(story.kind)
            return
        self.chosen.append((story, story.forms[-1]))
        self.kinds[story.kind] += 1
        self.units[story.unit_id or ""] += not story.kind.corrects

    def _obstacle(self, story: Story) -> Obstacle | None:
        if not story.forms:
            return "unreadable"
        if story.kind.corrects:
            return None
        most = story.kind.most
        if most and self.kinds[story.kind] >= most(self.limits):
            return "kind"
        if story.unit_id and self.units[story.unit_id] >= self.limits.unit:
            return "unit"
        if self._outweighs(story):
            return "balance"
        return None if self._fits([*self.chosen, (story, story.forms[-1])]) else "slot"

    def _outweighs(self, story: Story) -> bool:
        """True for more praise while criticism waits for want of time, and the other way round."""
        return any(
            other.priority == story.kind.priority and self.kinds[story.kind] > self.kinds[other]
            for other in self.waiting - {story.kind}
        )

    def _fits(self, choice: Sequence[Choice]) -> bool:
        return self.seconds(choice) <= self.slot_seconds

    def lengthen(self) -> None:
        """Lengthen each story by one form while there is time, in order, and again.

        None is told in full while another lacks its substance.
        """
        longest = max((len(story.forms) for story, _ in self.chosen), default=0)
        for step in range(2, longest + 1):
            for place, (story, _) in enumerate(self.chosen):
                if len(story.forms) >= step:
                    tried = list(self.chosen)
                    tried[place] = (story, story.forms[-step])
                    if self._fits(tried):
                        self.chosen = tried


def fit(
    stories: Sequence[Story], slot_seconds: float, seconds: Measure, limits: RadioLimits
) -> Fitted:
    """Choose what of the stories is told, and how fully. `seconds` measures a whole script.

    First the news in its shortest form while it fits, corrections always; then it is lengthened;
    what time is left goes to fillers.
    """
    fitting = _Fitting(slot_seconds, seconds, limits)
    for filler in (False, True):
        for story in stories:
            if story.filler == filler:
                fitting.add(story)
        fitting.lengthen()
    return Fitted(fitting.chosen, fitting.refused)
