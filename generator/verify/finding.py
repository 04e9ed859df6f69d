"""What a verification says: step by step, what was looked at and what is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

SHOWN = 20
"""Findings of a step that are told one by one."""
State = Literal["right", "wrong", "unknown"]
_MARKS: dict[State, str] = {"right": "ĐÚNG", "wrong": "SAI", "unknown": "CHƯA RÕ"}


@dataclass(frozen=True)
class Finding:
    """Something that is not as it must be: where, and what it means, in Vietnamese."""

    place: str
    sentence: str


@dataclass(frozen=True)
class StepResult:
    """One thing looked at: its name, what was found right in a sentence, and what was not.

    `unknown`: it could not be looked at, and `sentence` says why.
    """

    title: str
    state: State
    sentence: str
    findings: tuple[Finding, ...] = ()


def looked_at(title: str, sentence: str, findings: Iterable[Finding]) -> StepResult:
    """A step that is wrong when there are findings, else right."""
    found = tuple(findings)
    if found:
        return StepResult(title, "wrong", f"Có {len(found)} chỗ sai.", found)
    return StepResult(title, "right", sentence)


def render_steps(steps: Sequence[StepResult]) -> str:
    """The whole report, ending with the verdict."""
    lines: list[str] = []
    for number, step in enumerate(steps, 1):
        lines.append(f"{number}. {step.title}: {_MARKS[step.state]}. {step.sentence}")
        lines += [f"   - {item.place}: {item.sentence}" for item in step.findings[:SHOWN]]
        if len(step.findings) > SHOWN:
            lines.append(f"   … và {len(step.findings) - SHOWN} chỗ khác.")
    wrong = sum(step.state == "wrong" for step in steps)
    verdict = f"KẾT LUẬN: {wrong} mục sai." if wrong else "KẾT LUẬN: không thấy chỗ nào sai."
    return "\n".join((*lines, verdict)) + "\n"
