"""Who has signed the ledger's last checkpoint: the city itself, and witnesses (C2SP).

A witness keeps the checkpoint that she saw last and signs a later one only when it goes on from
that. Whoever trusts her need not fear that others are shown another ledger.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.ledger_settings import LedgerSettings, Witness
from generator.tlog.checkpoint import cosigned_at, is_signed_by
from generator.tlog.keys import COSIGNATURE, KEY_BYTES, NOTE, parse_verifier_key
from generator.tlog.note import Note

FILE = "ledger_checkpoint.txt"
"""The last checkpoint with its signatures, in a data folder."""
KEYS = {"note": NOTE, "cosignature": COSIGNATURE, "seed_bytes": KEY_BYTES}
"""The kinds of keys, of the log itself and of its witnesses, and the bytes of a secret one."""


@dataclass(frozen=True)
class Attested:
    """Who signed a checkpoint: the city (None when it names no key), and which witnesses.

    `needed` witnesses make an edition whole.
    """

    by_city: bool | None
    witnesses: Sequence[Witness]
    absent: Sequence[Witness]
    needed: int

    @property
    def missing(self) -> int:
        """How many witnesses are still missing."""
        return max(0, self.needed - len(self.witnesses))

    @property
    def told(self) -> str:
        """Which witnesses have signed, and what the checkpoint lacks, in sentences."""
        names = ", ".join(witness.name for witness in self.witnesses)
        signed = f"Đã có chữ ký của: {names}." if names else "Chưa có nhân chứng nào ký."
        return f"{signed} {self.lacking}".strip()

    @property
    def lacking(self) -> str:
        """What a reader of the checkpoint must know that it lacks, in a sentence; else nothing."""
        lacks = ["chữ ký của nơi công bố"] if self.by_city is False else []
        lacks += [f"chữ ký của {self.missing} nhân chứng"] if self.missing else []
        return f"Bản chốt sổ của kỳ này còn thiếu {' và '.join(lacks)}." if lacks else ""


def attested(note: Note, settings: LedgerSettings) -> Attested:
    """Who of those that the settings name has signed a checkpoint."""
    by_city = is_signed_by(note, parse_verifier_key(settings.key)) if settings.key else None
    signed = [
        witness
        for witness in settings.witnesses
        if cosigned_at(note, parse_verifier_key(witness.key)) is not None
    ]
    absent = [witness for witness in settings.witnesses if witness not in signed]
    return Attested(by_city, signed, absent, settings.witnesses_needed)
