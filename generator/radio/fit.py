"""Fitting the news to the slot: the fullest forms that together fit, the rest left out."""

from collections.abc import Callable, Sequence

from generator.radio.story import Sentences, Story

Choice = tuple[Story, Sentences]
Measure = Callable[[Sequence[Choice]], float]


def fit(
    stories: Sequence[Story], slot_seconds: float, seconds: Measure
) -> tuple[list[Choice], list[Story]]:
    """The chosen stories with their forms, in the order given, and those left out.

    First every story in its shortest form while it fits, corrections always. Then, in the same
    order, each is lengthened by one form while there is still time, and again, so that no story
    is told in full while another lacks its substance. `seconds` measures the whole script.
    """
    chosen: list[Choice] = []
    left_out: list[Story] = []
    for story in stories:
        tried = [*chosen, (story, story.forms[-1])] if story.forms else None
        if tried and (story.must_air or seconds(tried) <= slot_seconds):
            chosen = tried
        else:
            left_out.append(story)
    longest = max((len(story.forms) for story, _ in chosen), default=0)
    for step in range(2, longest + 1):
        for place, (story, _) in enumerate(chosen):
            if len(story.forms) < step:
                continue
            tried = [*chosen[:place], (story, story.forms[-step]), *chosen[place + 1 :]]
            if seconds(tried) <= slot_seconds:
                chosen = tried
    return chosen, left_out
