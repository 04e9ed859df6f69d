"""What the scripts of every page need to know of the generator's own declarations."""

import json

from generator.model.sample import SAMPLE
from generator.model.text import ALPHABET, MOST_DIGITS, TONES


def facts_script() -> str:
    """The facts as a script, so that pages opened from a folder can read them too."""
    facts = {
        "alphabet": ALPHABET,
        "tones": TONES,
        "most_digits": MOST_DIGITS,
        "sample": SAMPLE,
    }
    return f"window.ckFacts={json.dumps(facts, ensure_ascii=True, sort_keys=True)};\n"
