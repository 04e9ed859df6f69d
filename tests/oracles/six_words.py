"""The six words of a text, worked out once more by the letter of their description."""

from functools import cache
from hashlib import scrypt
from pathlib import Path

import generator.ledger

WORDS = (Path(generator.ledger.__path__[0]) / "code_words.txt").read_text("utf-8").splitlines()
SALT = "congkhai: sáu từ của sổ công khai".encode()


@cache
def six_words(text: str) -> list[str]:
    """Sixty bits of scrypt with N = 65,536, r = 8, p = 1, written in zeros and ones, ten a word."""
    key = scrypt(text.encode(), salt=SALT, n=65_536, r=8, p=1, maxmem=1 << 27, dklen=8)
    bits = "".join(f"{byte:08b}" for byte in key)
    return [WORDS[int(bits[start : start + 10], 2)] for start in range(0, 60, 10)]
