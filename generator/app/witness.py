"""A witness looks at a published ledger and signs its checkpoint; the city keeps the signature."""

from collections.abc import Iterator

from generator.ledger.chain import LedgerBroken
from generator.ledger.ledger import Ledger
from generator.model.ledger_settings import LedgerSettings
from generator.model.verify_words import said
from generator.tlog.checkpoint import (
    cosigned,
    cosigned_at,
    is_signed_by,
    parse_kept_checkpoint,
    signed,
)
from generator.tlog.keys import COSIGNATURE, NOTE, SecretKey, VerifierKey, parse_verifier_key
from generator.tlog.note import Note, Signature, parse_note, parse_signature
from generator.verify import Site
from generator.verify.finding import StepResult
from generator.verify.ledger import check_chain, check_since, read_chain, shown_signatures

NOT_A_LOG_KEY = "Khóa này không phải là khóa ký sổ. Hãy tạo bằng: congkhai key TÊN"
NO_EDITION = "Chưa đóng kỳ công bố nào, nên chưa có bản chốt sổ để ký."
OTHER_KEY = (
    "Khóa này không phải là khóa ký sổ khai ở mục ledger.key của city.yaml. Hãy khai ở đó khóa "
    "công khai {} trước."
)
UNKNOWN_WITNESS = (
    "Không có chữ ký nào của nhân chứng khai ở mục ledger.witnesses của city.yaml cho bản chốt sổ "
    "hiện nay ({} dòng). Hãy xem chữ ký có phải của kỳ này không, và khóa công khai khai đúng chưa."
)


class WitnessRefused(Exception):
    """Nothing is signed or kept; `str()` says why, in Vietnamese."""


def witnessed(
    site: Site, seen: bytes | None, key: SecretKey, time: int, log_key: VerifierKey | None = None
) -> tuple[Note, Signature]:
    """The site's checkpoint as a witness keeps it, and her signature at a POSIX time in seconds.

    `seen` is the checkpoint or the ledger that she saw last: the site's must go on from it.
    `log_key` is the city's, when she knows it. Raises WitnessRefused.
    """
    if key.kind != COSIGNATURE:
        raise WitnessRefused(said("witness-key"))
    chain = read_chain(site)
    if isinstance(chain, LedgerBroken) or not chain.lines:
        raise WitnessRefused(said("witness-no-ledger"))
    steps = [check_chain(site, chain), *([check_since(site, seen)] if seen is not None else [])]
    if wrong := " ".join(_faults(steps)):
        raise WitnessRefused(said("witness-wrong", faults=wrong))
    note = Note(chain.checkpoint.text, shown_signatures(site))
    if log_key is not None and not is_signed_by(note, log_key):
        raise WitnessRefused(said("witness-unsigned", key=log_key))
    if time < _last_time(seen, key.verifier):
        raise WitnessRefused(said("witness-clock"))
    signature = cosigned(chain.checkpoint, key, time)
    return note.with_signatures([signature]), signature


def _last_time(seen: bytes | None, key: VerifierKey) -> int:
    """When the key cosigned what was seen last; nought when it did not."""
    try:
        return cosigned_at(parse_kept_checkpoint(seen or b"")[1], key) or 0
    except ValueError:
        return 0


def _faults(steps: list[StepResult]) -> Iterator[str]:
    for step in steps:
        yield from (f"{item.place}: {item.sentence}" for item in step.findings[:3])


def signed_by_city(ledger: Ledger, settings: LedgerSettings, key: SecretKey) -> Ledger:
    """The ledger with the city's signature under its checkpoint. Raises WitnessRefused."""
    if not ledger.chain.lines:
        raise WitnessRefused(NO_EDITION)
    if key.kind != NOTE:
        raise WitnessRefused(NOT_A_LOG_KEY)
    if settings.key != str(key.verifier):
        raise WitnessRefused(OTHER_KEY.format(key.verifier))
    return ledger.signed_by([signed(ledger.chain.checkpoint, key)])


def cosigned_by(ledger: Ledger, settings: LedgerSettings, content: bytes) -> Ledger:
    """The ledger with the right cosignatures of a file: a witness's line, or a whole note.

    Raises WitnessRefused when none is of a witness that the settings name.
    """
    known = [parse_verifier_key(witness.key) for witness in settings.witnesses]
    right = [
        signature
        for signature in _signatures(content)
        if any(_is_right(ledger, signature, key) for key in known)
    ]
    if not right:
        raise WitnessRefused(UNKNOWN_WITNESS.format(len(ledger.chain.lines)))
    return ledger.signed_by(right)


def _is_right(ledger: Ledger, signature: Signature, key: VerifierKey) -> bool:
    alone = Note(ledger.chain.checkpoint.text, (signature,))
    return cosigned_at(alone, key) is not None


def _signatures(content: bytes) -> tuple[Signature, ...]:
    try:
        return parse_note(content).signatures
    except ValueError:
        pass
    try:
        return tuple(parse_signature(line) for line in content.decode().splitlines() if line)
    except ValueError:
        return ()
