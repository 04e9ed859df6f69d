"""Speech Synthesis Markup (SSML 1.1): what a speaking machine is given."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="vi-VN">\n'
)


def speak(lines: Iterable[str]) -> str:
    """Wrap finished lines as a whole document, in Vietnamese."""
    body = "".join(f"{line}\n" for line in lines)
    return f"{_HEAD}{body}</speak>\n"


def sentence(words: str, pace: float = 1.0) -> str:
    """Mark up one sentence in spoken words, read at a share of the voice's own rate."""
    said = escape(words)
    return f"<s>{said if pace == 1 else _slowed(said, pace)}</s>"


def _slowed(said: str, pace: float) -> str:
    return f'<prosody rate="{round(pace * 100)}%">{said}</prosody>'


def pause(seconds: float) -> str:
    """Mark up silence."""
    return f'<break time="{round(seconds * 1000)}ms"/>'


def mark(name: str) -> str:
    """Mark a place that the machine reports when it reaches it: a change of voice, a jingle."""
    return f"<mark name={quoteattr(name)}/>"
