"""A published site in the hands of whoever holds the server, and what a verification says of it."""

import io
import os
import shutil
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from generator.app.verify import check_figures
from generator.ledger.chain import Chain, LedgerLine, parse_chain
from generator.ledger.checksums import FILE, parse_sums, render_sums
from generator.ledger.log_files import log_files
from generator.measure.method import PUBLISHED_COUNTS
from generator.opendata.recompute import REMADE, SCRIPT
from generator.verify import StepResult, open_site, verify

LEDGER = "du-lieu/so-cong-khai.jsonl"
LOG = "du-lieu/so-cong-khai/"
CHECKPOINT = f"{LOG}checkpoint"
OF_FIGURES = {Path(SCRIPT).stem, *REMADE, *PUBLISHED_COUNTS}
"""The files that figures are made again of, and held against, without their endings."""


class Forged:
    """A copy of the site in a forger's hands."""

    def __init__(self, built: Path, folder: Path) -> None:
        self.folder = folder / "trang"
        shutil.copytree(built, self.folder, copy_function=os.link)
        self.old = (built / LEDGER).read_bytes()
        self.checkpoint = (built / CHECKPOINT).read_bytes()
        self.is_at_figures = False

    def write(self, path: str, content: bytes | str) -> None:
        self.is_at_figures |= Path(path).stem in OF_FIGURES
        target = self.folder / path
        target.unlink(missing_ok=True)  # a link of the built site's own file
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def damage(self, path: str, member: str) -> None:
        """Overwrites what is packed of one file of an archive, so that it no longer unpacks."""
        content = bytearray((self.folder / path).read_bytes())
        with ZipFile(io.BytesIO(content)) as archive:
            info = next(item for item in archive.infolist() if item.filename.endswith(member))
        begin = info.header_offset + 30 + len(info.filename.encode()) + len(info.extra)
        content[begin : begin + 20] = b"\xff" * 20
        self.write(path, bytes(content))

    def make_sums_fit(self) -> None:
        """The forger writes SHA256SUMS anew, and every page's footer."""
        before = parse_chain(self.old).head
        after = parse_chain((self.folder / LEDGER).read_bytes()).head
        if before != after:
            self.edit("index.html", before, after)
        hashes = dict(parse_sums((self.folder / FILE).read_bytes())[0])
        for path in list(hashes):
            file = self.folder / path
            if not file.exists():
                del hashes[path]
            elif file.stat().st_nlink == 1:
                hashes[path] = sha256(file.read_bytes()).hexdigest()
        self.write(FILE, b"".join(render_sums(sorted(hashes.items()), after)))

    def steps(self, since: bytes | None = None) -> dict[str, StepResult]:
        """Every step; figures of which nothing was touched are not made again each time."""
        with open_site(self.folder) as site:
            also = [check_figures] if self.is_at_figures else []
            return {step.title: step for step in verify(site, since, also)}

    def wrong(self, since: bytes | None = None) -> dict[str, str]:
        """What is wrong: the first finding of each step."""
        return {
            title: f"{step.findings[0].place}: {step.findings[0].sentence}"
            for title, step in self.steps(since=since).items()
            if step.state == "wrong"
        }

    def write_ledger(self, lines: tuple[LedgerLine, ...]) -> None:
        """The ledger, its checkpoint and its tiles anew, unsigned, and all else to fit."""
        chain = Chain().with_lines(lines)
        self.write(LEDGER, chain.content)
        for path in (self.folder / LOG).rglob("*"):
            if path.is_file():
                path.unlink()
        for name, content in log_files(chain, (), LOG).items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            self.write(name, content)
        self.make_sums_fit()
