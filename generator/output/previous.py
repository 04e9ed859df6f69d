"""What a process that serves a site has of its last build."""

from dataclasses import dataclass, field

from generator.output.memo import RebuildMemo
from generator.output.restaging import PreviousOutput


@dataclass(frozen=True)
class PreviousBuild:
    """What its parts have made, and the folders of the last two sites."""

    memo: RebuildMemo = field(default_factory=RebuildMemo)
    output: PreviousOutput = field(default_factory=PreviousOutput)
