"""The ledger as a log, in a real browser: of each copy it says what the command says, word by word.

The copies are what a forger could publish: tiles, entries, checkpoint and proofs changed, missing
or put in, signatures taken away, another ledger shown to somebody else.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import needs_chromium, silent_page
from generator.ledger.chain import parse_chain
from generator.ledger.log_files import proof_path
from generator.sample.as_known import sample_key
from generator.tlog.checkpoint import Checkpoint, cosigned
from generator.tlog.keys import COSIGNATURE, NOTE, parse_verifier_key
from generator.tlog.note import Note
from generator.tlog.tiles import bundle_paths
from generator.verify import Site, StepResult, open_site
from generator.verify.attested import check_against, check_signers
from generator.verify.ledger import check_chain, check_since, read_chain
from worlds.forged import CHECKPOINT, LEDGER, LOG
from worlds.paths import DATA

pytestmark = needs_chromium
CITY = str(sample_key("congkhai.example/so-cong-khai", NOTE).verifier)
FRONT = sample_key("mat-tran.example", COSIGNATURE)
OTHER = str(sample_key("khac.example", COSIGNATURE).verifier)
PROOF = f"{LOG}{proof_path('criticisms/pb-2018-007')}"
SIZE = len((DATA / "ledger.jsonl").read_bytes().splitlines())
BUNDLE = f"{LOG}{bundle_paths(SIZE)[0]}"
TILE = BUNDLE.replace("/entries/", "/0/")
VERIFY = """async (asked) => {
  const files = Array.from(document.querySelector("[name=folder]").files)
  const chosen = files.map((file) => ({ path: file.webkitRelativePath, blob: file }))
  return (await ckVerify.verify(chosen, { old: null, against: null, signers: "", ...asked })).steps
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    """One page for all; nothing that it is given leaves it."""
    with silent_page(browser, f"{site_address}giam-sat/kiem-chung/") as page:
        yield page


@dataclass
class Copy:
    """What of the site the steps of the ledger read, as links."""

    folder: Path
    checkpoint: bytes = b""

    def change(self, path: str, old: bytes, new: bytes) -> None:
        content = (self.folder / path).read_bytes()
        assert old in content
        self.write(path, content.replace(old, new, 1))

    def write(self, path: str, content: bytes) -> None:
        (self.folder / path).unlink(missing_ok=True)
        (self.folder / path).write_bytes(content)

    def remove(self, path: str) -> None:
        (self.folder / path).unlink()


@pytest.fixture
def copy(built_site: Path, tmp_path: Path) -> Copy:
    folder = tmp_path / "trang"
    shutil.copytree(built_site / LOG, folder / LOG, copy_function=os.link)
    for name in ("SHA256SUMS", "index.html", LEDGER):
        os.link(built_site / name, folder / name)
    return Copy(folder, (built_site / CHECKPOINT).read_bytes())


@dataclass(frozen=True)
class Question:
    """What is asked beside the copy itself, as the page and the command take it."""

    old: str | None = None
    against: str | None = None
    signers: tuple[str, ...] = field(default=())

    def command(self, site: Site) -> list[StepResult]:
        """The command's steps of the ledger, in the page's order."""
        steps = [check_chain(site, read_chain(site))]
        if self.old is not None:
            steps.append(check_since(site, self.old.encode()))
        if self.signers:
            steps.append(check_signers(site, [parse_verifier_key(key) for key in self.signers]))
        if self.against is not None:
            steps.append(check_against(site, self.against.encode()))
        return steps

    def page(self, page: Page, folder: Path) -> list[dict[str, Any]]:
        """The page's steps of the same."""
        page.set_input_files("[name=folder]", folder)
        asked = {"old": self.old, "against": self.against, "signers": "\n".join(self.signers)}
        return list(page.evaluate(VERIFY, asked))


def as_told(step: StepResult) -> dict[str, Any]:
    findings = [[item.place, item.sentence] for item in step.findings]
    sentence = {} if step.findings else {"sentence": step.sentence}
    return {"title": step.title, "state": step.state, "findings": findings, **sentence}


def compared(page: Page, copy: Copy, question: Question) -> list[StepResult]:
    """The command's steps, when the page has said the same."""
    with open_site(copy.folder) as site:
        steps = question.command(site)
    titles = [step.title for step in steps]
    told = [step for step in question.page(page, copy.folder) if step["title"] in titles]
    for step in told:
        step.pop("looked", None)
    assert told == [as_told(step) for step in steps]
    return steps


def checkpoint(copy: Copy, size: int) -> Checkpoint:
    chain = parse_chain((copy.folder / LEDGER).read_bytes())
    return chain.checkpoint_at(size)


def unsigned(found: Checkpoint) -> str:
    return str(Note(found.text))


def test_a_copy_as_it_was_made(page: Page, copy: Copy) -> None:
    whole = copy.checkpoint.decode()
    question = Question(old=whole, against=whole, signers=(CITY, str(FRONT.verifier)))
    assert {step.state for step in compared(page, copy, question)} == {"right"}
    older = Question(*(unsigned(checkpoint(copy, size)) for size in (29, 72)))
    assert {step.state for step in compared(page, copy, older)} == {"right"}


CHANGES: dict[str, Callable[[Copy], None]] = {
    "a hash of a tile": lambda copy: copy.write(TILE, bytes(32 * SIZE)),
    "a tile taken away": lambda copy: copy.remove(TILE),
    "a tile put in": lambda copy: copy.write(f"{LOG}tile/0/000", b"x"),
    "an entry of a bundle": lambda copy: copy.change(BUNDLE, b"pb-2018-007", b"pb-2018-008"),
    "a bundle cut short": lambda copy: copy.write(BUNDLE, b"\0"),
    "a checkpoint of fewer lines": lambda copy: copy.change(
        CHECKPOINT, b"\n%d\n" % SIZE, b"\n29\n"
    ),
    "no checkpoint": lambda copy: copy.remove(CHECKPOINT),
    "a checkpoint that is none": lambda copy: copy.write(CHECKPOINT, b"ra\xcc\x81c\n"),
    "a signature's name": lambda copy: copy.change(CHECKPOINT, b"mat-tran", b"mat-trxn"),
    "a signature's bytes": lambda copy: copy.change(CHECKPOINT, b"AAAA", b"AAAB"),
    "a line after the signatures": lambda copy: copy.write(CHECKPOINT, copy.checkpoint + b"x\n"),
    "a proof of another place": lambda copy: copy.change(PROOF, b"\nindex ", b"\nindex 1"),
    "a proof taken away": lambda copy: copy.remove(PROOF),
    "a proof put in": lambda copy: copy.write(f"{LOG}x.tlog-proof", b"x"),
    "a line of the ledger": lambda copy: copy.change(LEDGER, b'"version":"1', b'"version":"2'),
    "a line that is none": lambda copy: copy.change(LEDGER, b'{"edition"', b'["edition"'),
    "half a line": lambda copy: copy.write(LEDGER, (copy.folder / LEDGER).read_bytes()[:-1]),
    "the head in SHA256SUMS": lambda copy: copy.change("SHA256SUMS", b"=", b"x"),
    "the head on the first page": lambda copy: copy.write("index.html", b"x"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_is_named_as_by_the_command(page: Page, copy: Copy, name: str) -> None:
    CHANGES[name](copy)
    whole = copy.checkpoint.decode()
    question = Question(old=whole, against=whole, signers=(CITY, str(FRONT.verifier)))
    assert any(step.state == "wrong" for step in compared(page, copy, question))


def forked(copy: Copy, size: int) -> str:
    origin = parse_chain((copy.folder / LEDGER).read_bytes()).origin
    return unsigned(Checkpoint(origin, size, bytes(32)))


SHOWN: dict[str, Callable[[Copy], str]] = {
    "another root": lambda copy: forked(copy, 72),
    "another root of all": lambda copy: forked(copy, SIZE),
    "a longer one": lambda copy: forked(copy, SIZE + 2),
    "another log": lambda copy: unsigned(checkpoint(copy, 72)).replace("congkhai", "khac"),
    "none": lambda copy: unsigned(checkpoint(copy, 0)),
    "a root of 31 bytes": lambda copy: "a\n1\n" + "A" * 42 + "==\n\n",
    "a root not in its own form": lambda copy: "a\n1\n" + "A" * 42 + "B=\n\n",
    "a size with a nought": lambda copy: "a\n01\n" + "A" * 43 + "=\n\n",
    "a fourth line": lambda copy: "a\n1\n" + "A" * 43 + "=\nb\n\n",
    "no name": lambda copy: "\n1\n" + "A" * 43 + "=\n\n",
    "rubbish": lambda copy: "rác",
    "nothing": lambda copy: "",
    "signed by rubbish": lambda copy: unsigned(checkpoint(copy, 72)) + "— x\n",
    "a tab": lambda copy: unsigned(checkpoint(copy, 72)).replace("-", "\t", 1),
}


KEPT: dict[str, Callable[[str], str]] = {
    "with a mark before it": lambda text: f"\ufeff{text}",
    "with line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "three lines": lambda text: text.rstrip("\n"),
    "three lines and an end": lambda text: text.rstrip("\n") + "\n",
    "with blanks after it": lambda text: f"{text}\n \n",
}


@pytest.mark.parametrize("name", KEPT)
def test_a_checkpoint_is_known_however_it_was_kept(page: Page, copy: Copy, name: str) -> None:
    texts = (unsigned(checkpoint(copy, 72)), copy.checkpoint.decode())
    kept, signed = (KEPT[name](text) for text in texts)
    question = Question(old=kept, against=signed)
    assert {step.state for step in compared(page, copy, question)} == {"right"}
    split = Question(old=KEPT[name](forked(copy, 72)), against=KEPT[name](forked(copy, 72)))
    told = [step.findings[0].sentence for step in compared(page, copy, split)[1:]]
    assert "không còn đúng với bản chốt sổ" in told[0] and "có hai sổ khác nhau" in told[1]


@pytest.mark.parametrize("name", SHOWN)
def test_what_others_were_shown_is_judged_as_by_the_command(
    page: Page, copy: Copy, name: str
) -> None:
    shown = SHOWN[name](copy)
    against = compared(page, copy, Question(against=shown))[1]
    assert (against.state == "right") == (name == "none")


def cosigned_twice(copy: Copy, times: tuple[int, ...], broken: bool) -> bytes:
    """The checkpoint with the Front's cosignatures of those times, of another text if broken."""
    found = checkpoint(copy, SIZE)
    of = Checkpoint(found.origin, SIZE - 1, found.root) if broken else found
    note = Note(found.text).with_signatures(cosigned(found, FRONT, time) for time in times[:-1])
    return str(note.with_signatures([cosigned(of, FRONT, times[-1])])).encode()


@pytest.mark.parametrize(
    ("times", "broken", "signed"),
    [((1, 2), False, True), ((2**40,), False, True), ((1, 2), True, False), ((1,), True, False)],
)
def test_each_cosignature_of_a_key_must_be_right(
    page: Page, copy: Copy, times: tuple[int, ...], broken: bool, signed: bool
) -> None:
    copy.write(CHECKPOINT, cosigned_twice(copy, times, broken))
    steps = compared(page, copy, Question(signers=(str(FRONT.verifier),)))
    assert steps[1].state == ("right" if signed else "wrong")
    assert compared(page, copy, Question(signers=(OTHER, CITY)))[1].state == "wrong"


KEYS = (
    CITY, str(FRONT.verifier), f" {CITY} ", "", "rác", "RWQ" + "A" * 53, CITY.replace("+", "-"),
    CITY[:-4], f"{CITY}A", f"{CITY}=", CITY.replace("congkhai", "khac"), str(FRONT),
    "a+00000000+" + "A" * 44, "a b+00000000+" + "A" * 44, "a\x85b+00000000+AQ" + "A" * 42,
)  # fmt: skip


def is_key(text: str) -> bool:
    try:
        parse_verifier_key(text)
    except ValueError:
        return False
    return True


def test_a_key_is_read_as_the_command_reads_it(page: Page) -> None:
    read = "texts => Promise.all(texts.map(ckVerify.parseVerifierKey))"
    found = page.evaluate(read, list(KEYS))
    assert [key is not None for key in found] == [is_key(key) for key in KEYS]


def test_what_is_typed_is_asked_and_reported(page: Page, copy: Copy, tmp_path: Path) -> None:
    report = page.locator("[data-ck-report]")
    (tmp_path / "cua-ho.txt").write_bytes(b"\xef\xbb\xbf" + copy.checkpoint.replace(b"\n", b"\r\n"))
    page.fill("[name=signers]", f"{CITY}\n{OTHER}")
    page.set_input_files("[name=folder]", copy.folder)
    expect(report).to_contain_text("không có chữ ký đúng của khóa khac.example")
    page.fill("[name=signers]", "rác")
    page.fill("[name=other-text]", forked(copy, 72).strip())
    page.locator("[name=other-text]").blur()
    expect(report).to_contain_text("có hai sổ khác nhau. Hãy giữ cả hai bản")
    expect(report).to_contain_text("“rác” không phải là khóa công khai.")
    page.set_input_files("[name=other-checkpoint]", tmp_path / "cua-ho.txt")
    expect(report).to_contain_text("Người kia được cho xem cùng một sổ.")
    for name in ("signers", "other-text"):
        page.fill(f"[name={name}]", "")
    page.set_input_files("[name=other-checkpoint]", [])


def proof_told(page: Page, files: list[Path], signers: str = "") -> str:
    page.set_input_files("[name=files]", [])
    page.evaluate("document.querySelector('[data-ck-report]').replaceChildren()")
    page.fill("[name=signers]", signers)
    page.set_input_files("[name=files]", files)
    expect(page.locator("[data-ck-report] .ck-finding")).to_be_visible()
    return page.locator("[data-ck-report]").inner_text()


def test_a_record_s_proof_is_verified_by_itself(page: Page, copy: Copy) -> None:
    proof = copy.folder / PROOF
    alone = proof_told(page, [proof])
    assert "là của bản ghi criticisms/pb-2018-007, kỳ 2018-Q" in alone
    assert "Còn phải xem bản chốt sổ" in alone and "SHA256SUMS" not in alone
    signed = proof_told(page, [proof], CITY)
    assert "Còn phải xem" not in signed and "1 khóa đưa ra đều đã ký" in signed
    assert "không có chữ ký đúng của khóa khac" in proof_told(page, [proof], OTHER)
    assert "Còn phải xem" not in proof_told(page, [proof, copy.folder / LEDGER])
    copy.change(PROOF, b"\nindex ", b"\nindex 1")
    assert "không thuộc sổ mà bản chốt sổ của tệp nói" in proof_told(page, [proof])
    copy.write(PROOF, b"x")
    assert "không phải là tệp chứng minh" in proof_told(page, [proof])


def test_a_proof_of_another_ledger_is_told(page: Page, copy: Copy) -> None:
    lines = (copy.folder / LEDGER).read_bytes().splitlines(keepends=True)
    copy.write(LEDGER, b"".join(lines[:60]))
    told = proof_told(page, [copy.folder / PROOF, copy.folder / LEDGER])
    assert "không phải của sổ đã chọn" in told
