"""A clerk who has the guides alone: from an empty folder to a published site, command by command.

The commands are read out of the guides and run as they stand there; LibreOffice is the spreadsheet.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import minisign
import yaml

from generator.model.own_yaml import own_yaml
from guides.filled import Row, filled
from guides.texts import command_lines, guides, words
from worlds.command import Answer, congkhai
from worlds.office import saved_as

HERE = Path(__file__).parent
NAME, PLACE, TODAY = "hoa-sen", "Phường Hoa Sen", "28/11/2026"
SET_UP = (
    "new", NAME, "--kind", "phuong", "--name", PLACE, "--as-of", TODAY,
    "--station", "Đài Truyền thanh phường Hoa Sen",
    "--directive", "Công văn 15/UBND | 05/01/2026 | Tăng cường kỷ luật, kỷ cương hành chính",
)  # fmt: skip
EXAMPLE, OWN = ".example", ".hoa-sen"
"""Names of the guides' examples are refused where data are real: she types names of her own."""
_DIRECTIVES = re.compile(r"^directives:\n.*?\n\n(?=#)", re.MULTILINE | re.DOTALL)
AS_TOLD: Mapping[str, tuple[str, ...]] = {
    "publish": (TODAY, "--yes"),
    "import": ("--yes",),
    "template": ("--yes",),
    "today": (TODAY,),
    "edition close": ("--yes",),
    "verify": ("--quick",),
}
"""What is typed besides: the day of the tests, and the answer to the question."""
NOT_RUN = re.compile(r"congkhai (serve|desk|publish|edition diff|podcast)\b")
"""What does not end by itself, what is done where several guides end, what needs two editions,
what needs a machine's voice."""
_APPROVERS = "  # approvers:\n  # - ", "  approvers:\n  - "
"""The setting as `new` lays it, and as the guide has it."""
SAID = "said.txt"
"""The file beside the project with all that was answered."""
Deed = Callable[["Clerk"], object]


@dataclass
class Clerk:
    """Her folder, and all that the commands have answered her."""

    root: Path
    said: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The folder of the project."""
        return self.root / NAME

    def run(self, *typed: str, at: Path | None = None) -> Answer:
        """Type one command."""
        told = congkhai(*typed, at=at or self.folder)
        self.said.append(told.said)
        return told

    def follow(self, guide: str, before: Mapping[str, Deed]) -> None:
        """Type every command of a guide; `before` some of them she does something by hand."""
        left = dict(before)
        for line in command_lines(guides()[guide]):
            left.pop(line, lambda _: None)(self)
            if not NOT_RUN.match(line):
                self.do(*words(line.replace(EXAMPLE, OWN)))
        assert not left, f"{guide}.md has no {list(left)}"

    def do(self, *typed: str) -> None:
        """Type one command that is to end well."""
        more = next((AS_TOLD[name] for name in AS_TOLD if " ".join(typed).startswith(name)), ())
        told = self.run(*typed, *(() if "--dry-run" in typed else more))
        assert told.status == 0, (typed, told.said)

    def fill(self, rows: Mapping[str, list[Row]], name: str = "so.xlsx") -> None:
        """Fill a workbook in."""
        book = self.folder / name
        book.write_bytes(filled(book.read_bytes(), rows))

    def save(self, name: str = "so.xlsx") -> None:
        """Save a workbook with LibreOffice."""
        book = self.folder / name
        (saved,) = saved_as([book], "xlsx:Calc MS Excel 2007 XML", self.root / "luu")
        book.write_bytes(saved.read_bytes())


def typed_rows() -> Mapping[str, Mapping[str, list[Row]]]:
    """What is typed, by guide and sheet."""
    return own_yaml(HERE / "records.yaml")


def begun(root: Path) -> Clerk:
    """The project as it is laid for her, with its document's duties in the settings."""
    clerk = Clerk(root)
    told = clerk.run(*SET_UP, at=root)
    assert told.status == 0, told.said
    settings = clerk.folder / "data" / "city.yaml"
    text = (HERE / "directives.yaml").read_text("utf-8").partition("\n")[2]
    settings.write_text(_DIRECTIVES.sub(text + "\n", settings.read_text("utf-8")), "utf-8")
    with settings.open("a", encoding="utf-8") as file:
        yaml.safe_dump({"delivery": {"folder": "../www"}}, file)
    return clerk


def walked(root: Path) -> Clerk:
    """All that the guides tell, done in their order; at last a script waits for approval."""
    clerk = begun(root)
    for guide, deeds in WALK.items():
        clerk.follow(guide, deeds)
        if guide == ON_AIR:
            _ask_nobody(clerk)
        if guide in PUBLISHED_AFTER:
            clerk.do("publish")
    _spoil_a_record(clerk)
    _spoil_a_workbook(clerk)
    _fill_points(clerk)
    _wait_for_approval(clerk)
    (root / SAID).write_text("\n".join(clerk.said), "utf-8")
    return clerk


def _typed(guide: str) -> Mapping[str, Deed]:
    """The workbook is filled in before it is imported."""
    return {"congkhai import so.xlsx": lambda clerk: clerk.fill(typed_rows()[guide])}


def _first(clerk: Clerk) -> None:
    """Fill the first workbook in, and save it with LibreOffice."""
    clerk.fill(typed_rows()[FIRST])
    clerk.save()
    shutil.copy(clerk.folder / "so.xlsx", clerk.folder / "so-da-ghi.xlsx")


def _keep_the_ledger(clerk: Clerk) -> None:
    """Keep the ledger of the site, to compare it with a later one."""
    (kept := clerk.folder / "so-cu").mkdir()
    shutil.copy(clerk.folder / "site" / "du-lieu" / "so-cong-khai.jsonl", kept)


def _name_who_approves(clerk: Clerk) -> None:
    """Take the mark of a comment from the setting, as the guide asks."""
    _in_settings(clerk, *_APPROVERS)


def _wait_for_approval(clerk: Clerk) -> None:
    """Leave the folder as it was before the script was approved and aired: a picture shows that."""
    _name_who_approves(clerk)
    for name in ("script_approvals", "broadcasts"):
        file = clerk.folder / "data" / f"{name}.csv"
        file.write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")


def _ask_nobody(clerk: Clerk) -> None:
    """Mark it as a comment again: what the other guides enter changes the words approved."""
    _in_settings(clerk, *reversed(_APPROVERS))


def _declare_keys(clerk: Clerk) -> None:
    """Declare the city's key and a witness with hers, as the two commands before have told them."""
    told = [line for said in clerk.said for line in said.splitlines()]
    city, witness = (line.partition(": ")[2] for line in told if line.startswith("Khóa công khai"))
    ledger = {
        "origin": f"congkhai{OWN}/so-cong-khai",
        "key": city,
        "witnesses": [{"name": "Ủy ban Mặt trận Tổ quốc phường", "key": witness}],
        "witnesses_needed": 1,
    }
    settings = clerk.folder / "data" / "city.yaml"
    with settings.open("a", encoding="utf-8") as file:
        yaml.safe_dump({"ledger": ledger}, file, allow_unicode=True)


def _take_the_signature(clerk: Clerk) -> None:
    """Put the line that the witness was told into a file."""
    (line,) = (line for line in clerk.said[-1].splitlines() if line.startswith("— "))
    (clerk.folder / "chu-ky.txt").write_text(f"{line}\n", "utf-8")


def _have_a_minisign_key(clerk: Clerk) -> None:
    """Publish what was signed, and make the key that an office has already."""
    clerk.do("publish")
    pair = minisign.KeyPair.generate()
    (clerk.root / "minisign.key").write_bytes(bytes(pair.secret_key))


def _in_settings(clerk: Clerk, old: str, new: str) -> None:
    settings = clerk.folder / "data" / "city.yaml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), "utf-8")


FIRST, ON_AIR, CLOSING, SIGNING = "nhap-ban-ghi", "phat-thanh", "dong-ky", "chu-ky"
WEEK = "2026-W48"
SINCE = "congkhai verify site --since so-cu/so-cong-khai.jsonl"
WALK: Mapping[str, Mapping[str, Deed]] = {
    "lam-quen": {},
    FIRST: {"congkhai import so.xlsx --dry-run": _first},
    **{
        guide: _typed(guide)
        for guide in (
            "tra-loi", "kien-nghi", "bao-cao-don-vi", "noi-dung-bao-cao", "kiem-tra", "nhiem-vu",
            "dinh-chinh", "rut-lai",
        )
    },
    **{
        guide: {}
        for guide in (
            "viet-the-nao", "tep-csv", "thoi-han", "cai-dat",
        )
    },
    ON_AIR: {f"congkhai approve {WEEK}": _name_who_approves},
    **{guide: {} for guide in ("bao-cao", "hang-tuan", "hang-quy", CLOSING)},
    SIGNING: {
        "congkhai edition sign-log --secret-key ../so.key": _declare_keys,
        "congkhai witness site --key ../nhan-chung.key": lambda clerk: clerk.do("publish"),
        "congkhai edition add-signature chu-ky.txt": _take_the_signature,
        "congkhai edition sign site --secret-key ../minisign.key": _have_a_minisign_key,
    },
    "nguoi-giam-sat": {SINCE: _keep_the_ledger},
}  # fmt: skip
"""The guides in the order of the walk, and what is done by hand before which command."""
PUBLISHED_AFTER = ("hang-quy", CLOSING)


def _spoil_a_record(clerk: Clerk) -> None:
    """A file in which something lacks is told of, and then mended."""
    file = clerk.folder / "data" / "criticisms.csv"
    sound = file.read_text("utf-8")
    file.write_text(sound.replace("32/TB-UBND", ""), "utf-8")
    assert clerk.run("check").status == 1
    file.write_text(sound, "utf-8")


def _spoil_a_workbook(clerk: Clerk) -> None:
    """A workbook with cells that are wrong comes back, with them marked."""
    clerk.do("template", "commendations", "-o", "so-sai.xlsx")
    clerk.fill(typed_rows()["o-sai"], "so-sai.xlsx")
    told = clerk.run("import", "so-sai.xlsx", "--yes")
    assert told.status == 1, told.said


def _fill_points(clerk: Clerk) -> None:
    """A criticism with two points fits into the records; it is not taken in."""
    clerk.do("template", "criticisms", "criticism_points", "-o", "so-diem.xlsx")
    clerk.fill(typed_rows()["tra-loi-diem"], "so-diem.xlsx")
    clerk.do("import", "so-diem.xlsx", "--dry-run")
