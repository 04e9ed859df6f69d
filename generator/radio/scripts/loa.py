"""A script for loudspeakers that read by machine: the words alone.

It holds no name of a voice and no cue as words: a machine would read them out.
"""

from generator.edition.script import Script, ScriptForm


def _render(script: Script) -> bytes:
    """Write the words alone, NFC, one sentence a line, to paste into a text-to-speech system."""
    spoken = ("\n".join(row.spoken) for row in script.rows)
    return ("\n\n".join(block for block in spoken if block) + "\n").encode()


LOA = ScriptForm(
    "loa", "loa.txt", "Lời thuần cho loa đọc tự động", "text/plain", _render, by_machine=True
)
