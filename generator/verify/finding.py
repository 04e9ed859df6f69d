"""What a verification says: step by step, what was looked at and what is wrong."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from generator.model.text import vn_number
from generator.model.verify_words import said

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

    `unknown`: it could not be looked at, and `sentence` says why. `looked` are the files whose
    content was held against something that was sealed: the ledger, the figures, another build.
    `unsealed` says in a sentence what of them rests on nothing that was sealed.
    """

    title: str
    state: State
    sentence: str
    findings: tuple[Finding, ...] = ()
    looked: frozenset[str] = frozenset()
    unsealed: str = ""


def looked_at(
    title: str, sentence: str, findings: Iterable[Finding], looked: Iterable[str] = ()
) -> StepResult:
    """A step that is wrong when there are findings, else right."""
    found, files = tuple(findings), frozenset(looked)
    if found:
        return StepResult(title, "wrong", f"Có {len(found)} chỗ sai.", found, files)
    return StepResult(title, "right", sentence, looked=files)


def render_steps(steps: Sequence[StepResult], paths: Iterable[str]) -> str:
    """The whole report, ending with the verdict; `paths` are all files of the site."""
    lines: list[str] = []
    for number, step in enumerate(steps, 1):
        lines.append(f"{number}. {step.title}: {_MARKS[step.state]}. {step.sentence}")
        lines += [f"   - {item.place}: {item.sentence}" for item in step.findings[:SHOWN]]
        if len(step.findings) > SHOWN:
            lines.append(f"   … và {len(step.findings) - SHOWN} chỗ khác.")
    wrong = sum(step.state == "wrong" for step in steps)
    unseen = unseen_words(steps, paths)
    left = [said("not-seen", files=unseen)] if unseen else []
    left += [step.unsealed for step in steps if step.unsealed]
    if wrong:
        verdict = f"KẾT LUẬN: {wrong} mục sai."
    elif left:
        lines += left
        verdict = "KẾT LUẬN: trong những gì đã đối chiếu, không có gì sai."
    else:
        verdict = "KẾT LUẬN: không thấy chỗ nào sai."
    return "\n".join((*lines, verdict)) + "\n"


def unseen_words(steps: Sequence[StepResult], paths: Iterable[str]) -> str:
    """The files that no step held against anything sealed: "262 tệp .html, 3 tệp .css"."""
    seen = frozenset[str]().union(*(step.looked for step in steps))
    kinds = Counter(PurePosixPath(path).suffix for path in paths if path not in seen)
    return ", ".join(
        f"{vn_number(count)} tệp {kind or 'không đuôi'}" for kind, count in kinds.most_common()
    )
