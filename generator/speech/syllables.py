"""What may be a Vietnamese syllable. Anything else is a short form, a typo or a foreign word."""

import unicodedata

from generator.model.text import TONES

_ONSETS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oep oet
oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp
ươt ươu y ych ynh yp yt yêm yên yêng yêt yêu
"""
_ALL_ONSETS = tuple(_ONSETS.split())
_ALL_RIMES = frozenset(_RIMES.split())
_STOP_TONES = ("\u0301", "\u0323")
_FRONT = "eêiy"


def _toneless(syllable: str) -> tuple[str, str]:
    """Part the syllable from its tone: the syllable, and the tones it carried."""
    parts = unicodedata.normalize("NFD", syllable.lower())
    base = "".join(part for part in parts if part not in TONES)
    return unicodedata.normalize("NFC", base), "".join(part for part in parts if part in TONES)


def _spelled(onset: str, rime: str) -> bool:
    """True where the spelling of the onset suits the vowel: k, gh and ngh before e, ê, i."""
    if onset in ("k", "gh", "ngh"):
        return rime[0] in _FRONT
    return not (onset == "c" and rime[0] in _FRONT)


_SPELLED = frozenset(
    onset + rime for onset in ("", *_ALL_ONSETS) for rime in _ALL_RIMES if _spelled(onset, rime)
)
"""Every syllable that the spelling allows, without its tone."""


def is_syllable(word: str) -> bool:
    """True for one Vietnamese syllable, tone included: "quyết" is, "ko", "ubnd", "thuc" are not.

    A syllable that ends in c, ch, p or t carries sắc or nặng, so text typed without its accents
    is found out.
    """
    base, tone = _toneless(word)
    stopped = base.endswith(("c", "ch", "p", "t"))
    if len(tone) > 1 or (stopped and tone not in _STOP_TONES):
        return False
    return base in _SPELLED


def syllable_count(text: str) -> int:
    """Count the syllables of a text already in words: each word is one, mostly by its first."""
    return sum(word[0].isalpha() or any(map(str.isalpha, word)) for word in text.split())
