"""The code that was heard on air against the ledger: as it was aired, and as somebody made it."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.ledger.chain import Chain, LedgerLine, parse_chain
from generator.ledger.heard_code import heard_code
from generator.model.text import fold
from generator.verify import StepResult, open_site
from generator.verify.code import check_code
from worlds.command import congkhai

LEDGER = "du-lieu/so-cong-khai.jsonl"


@pytest.fixture
def copy(built_site: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "trang"
    shutil.copytree(built_site, folder, copy_function=os.link)
    return folder


def aired(built_site: Path) -> Chain:
    """The ledger whose codes were aired."""
    return parse_chain((built_site / LEDGER).read_bytes())


def looked_for(folder: Path, typed: str) -> StepResult:
    with open_site(folder) as site:
        return check_code(site, heard_code(typed))


def chained(lines: Sequence[LedgerLine]) -> Chain:
    """These lines as somebody chains them anew."""
    return Chain().with_lines(lines)


def put(folder: Path, ledger: Chain) -> None:
    (folder / LEDGER).unlink()
    (folder / LEDGER).write_bytes(ledger.content)


def test_every_edition_is_known_by_the_code_that_was_aired(copy: Path, built_site: Path) -> None:
    for edition, code in aired(built_site).codes.items():
        step = looked_for(copy, str(code))
        assert (step.state, edition in step.sentence) == ("right", True)
        step = looked_for(copy, fold(str(code)))
        assert step.state == "right" and step.sentence.endswith("phần dấu chưa được so.")


def test_a_criticism_taken_out_of_the_ledger(copy: Path, built_site: Path) -> None:
    ledger = aired(built_site)
    gone = next(line for line in ledger.lines if (line.record or "").startswith("criticisms/"))
    put(copy, chained([line for line in ledger.lines if line.record != gone.record]))
    states = {edition: looked_for(copy, str(code)).state for edition, code in ledger.codes.items()}
    before = [name for name, size in ledger.sizes.items() if size <= ledger.lines.index(gone)]
    assert states == {edition: "right" if edition in before else "wrong" for edition in states}
    assert "wrong" in states.values()


def test_a_ledger_that_is_older_than_the_broadcast(copy: Path, built_site: Path) -> None:
    ledger = aired(built_site)
    *_, before, last = ledger.editions
    put(copy, Chain(ledger.lines[: ledger.sizes[before.edition]]))
    assert looked_for(copy, str(ledger.codes[before.edition])).state == "right"
    assert looked_for(copy, str(ledger.codes[last.edition])).state == "wrong"


def test_no_edition_and_no_ledger_prove_nothing(copy: Path, built_site: Path) -> None:
    code = str(next(iter(aired(built_site).codes.values())))
    put(copy, Chain())
    assert looked_for(copy, code).state == "unknown"
    (copy / LEDGER).write_text("{}\n", "utf-8")
    assert looked_for(copy, code).state == "unknown"


def test_a_line_that_says_another_day(copy: Path, built_site: Path) -> None:
    ledger = aired(built_site)
    first, *rest = ledger.lines
    put(copy, chained([replace(first, on=first.on.replace(day=1)), *rest]))
    assert {looked_for(copy, str(code)).state for code in ledger.codes.values()} == {"wrong"}


def test_the_command_looks_for_the_code(copy: Path, built_site: Path) -> None:
    code = str(list(aired(built_site).codes.values())[-1])
    done = congkhai("verify", "--quick", copy, "--code", code.upper())
    assert done.status == 0 and "Mã đối chiếu đã nghe: ĐÚNG." in done.said
    done = congkhai(
        "verify", "--quick", copy, "--code", " ".join(code.replace(",", "").split()[::-1])
    )
    assert done.status == 1 and "không kỳ nào trong sổ này có sáu từ ấy" in done.said
    done = congkhai("verify", "--quick", copy, "--code", "đá gió sông")
    assert done.status == 2 and "gồm 6 từ, ở đây có 3 từ" in done.said
