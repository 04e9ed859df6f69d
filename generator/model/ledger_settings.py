"""The `ledger` block of `city.yaml`: what the public log calls itself, and who signs it."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from generator.model.setting_types import Settings, Text
from generator.tlog.keys import COSIGNATURE, NOTE, parse_verifier_key

LogName = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\s+]+$")
]
"""A name without blanks and plus signs, as signed notes want it."""
_VKEY = StringConstraints(
    strip_whitespace=True,
    max_length=300,
    pattern=r"^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$",
)


def _of_kind(kind: int) -> AfterValidator:
    def check(text: str) -> str:
        if parse_verifier_key(text).kind != kind:
            raise ValueError(text)
        return text

    return AfterValidator(check)


LogKey = Annotated[str, _VKEY, _of_kind(NOTE)]
"""A verifier key of signed notes (C2SP signed-note)."""
WitnessKey = Annotated[str, _VKEY, _of_kind(COSIGNATURE)]
"""A verifier key of cosignatures (C2SP tlog-cosignature)."""


class Witness(Settings):
    """Who watches that the log only grows."""

    name: Text = Field(
        title="tên nhân chứng", examples=["Ủy ban Mặt trận Tổ quốc Việt Nam phường Hoa Sen"]
    )
    """The body that holds the key."""
    key: WitnessKey = Field(
        title="khóa công khai của nhân chứng",
        examples=["mat-tran.example+75ea5535+BMhTrQ8M0rYZrqks7sT9VqJNZJnVhM55JX5Fz9gTm2Cn"],
    )
    """Her verifier key, as `congkhai witness-key` prints it."""


class LedgerSettings(Settings):
    """The public log (C2SP tlog-checkpoint)."""

    origin: LogName | None = Field(
        default=None, title="tên của sổ công khai", examples=["congkhai.example/so-cong-khai"]
    )
    """What the log calls itself for ever, best an address without its scheme; the first edition
    writes it into the log. Without one it is made from the city's name."""
    key: LogKey | None = Field(
        default=None,
        title="khóa công khai để ký sổ",
        examples=["congkhai.example+13faf0c3+AUgHWll+choVbi4Hmd5cwMUyTcbn6vHN1GJQho7FMhXd"],
    )
    """The verifier key that the city signs its checkpoints with, if it does."""
    witnesses: tuple[Witness, ...] = Field(default=(), title="các nhân chứng của sổ")
    """Who may cosign a checkpoint."""
    witnesses_needed: int = Field(
        default=0, ge=0, le=100, title="số nhân chứng cần có cho mỗi kỳ", examples=[1]
    )
    """How many of them an edition needs."""
