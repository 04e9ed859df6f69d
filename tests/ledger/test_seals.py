"""A closing that trusts seals finds what one that opens everything finds, and nothing slips by."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.app.close_edition import close_edition
from generator.app.sources import Refused, check_folder
from generator.ledger.chain import CLOSED
from generator.ledger.ledger import load_ledger
from generator.ledger.opening_files import FOLDER, opening_file
from generator.ledger.seals import (
    SALTS_FILE,
    file_hash,
    parse_salts,
    record_hashes,
    render_salts,
    seal,
)
from generator.model.public_records import public_records
from generator.sample.as_known import seeded_salts
from worlds.sealed import EDITION
from worlds.sealed import seal as close_first
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

LATE = "Tự ý đặt thêm giấy tờ ngoài quy định"
LATER = f"{EDITION}.2"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small city that has closed one edition."""
    folder = shutil.copytree(SMALL, tmp_path / "data")
    close_first(folder)
    return folder


def edit(data: Path, name: str, old: str, new: str) -> None:
    path = data / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def add(data: Path, name: str, row: str) -> None:
    path = data / name
    path.write_text(f"{path.read_text('utf-8')}{row}\n", "utf-8")


def close(data: Path, edition: str) -> None:
    for name, content in close_edition(data, edition, None, seeded_salts(2)).files.items():
        (data / name).write_bytes(content)


def reply(data: Path) -> None:
    edit(data, "criticisms.csv", "2018-09-12,,,", "2018-09-12,Đã bỏ giấy tờ ấy,2018-12-03,")


def correct(data: Path) -> None:
    edit(data, "criticisms.csv", LATE, "Tự ý đặt thêm một loại giấy tờ")
    add(data, "corrections.csv", "pb-2018-002,corrected,Ghi nhầm,Chỉ một loại,2018-12-30,,,")


def correct_in_words_alone(data: Path) -> None:
    add(data, "corrections.csv", "pb-2018-001,corrected,Ghi nhầm,Nói rõ thêm,2018-12-30,,,")


def withdraw(data: Path) -> None:
    add(data, "corrections.csv", "ng-2018-002,withdrawn,Nêu nhầm,Không có việc ấy,2018-12-30,,,")


def approve(data: Path) -> None:
    draft = "05/TB-MAU,2018-12-20,Phòng Nội vụ,,draft,,,"
    edit(data, "commendations.csv", draft, draft.replace("draft,,", "approved,Chủ tịch,2018-12-21"))


def let_a_year_pass(data: Path) -> None:
    edit(data, "city.yaml", "as_of: 2018-12-31", "as_of: 2019-12-31")


LAWFUL: list[Callable[[Path], None]] = [
    reply, correct, correct_in_words_alone, withdraw, approve, let_a_year_pass,
]  # fmt: skip


@pytest.mark.parametrize("change", [None, *LAWFUL], ids=lambda item: getattr(item, "__name__", ""))
def test_seals_change_nothing_of_what_a_closing_writes(
    data: Path, change: Callable[[Path], None] | None
) -> None:
    if change is not None:
        change(data)
    edition = "2019-Q4" if change is let_a_year_pass else LATER
    quick = close_edition(data, edition, None, seeded_salts(2)).ledger
    (data / SALTS_FILE).unlink()
    whole = close_edition(data, edition, None, seeded_salts(2)).ledger
    assert quick.sealed == whole.sealed == frozenset()
    assert [line for line in quick.chain.lines if line.event != CLOSED] == [
        line for line in whole.chain.lines if line.event != CLOSED
    ]
    assert {**load_ledger(data)[0].openings, **quick.openings} == whole.openings  # type: ignore[union-attr]


def test_only_what_does_not_fit_its_seal_is_opened(data: Path) -> None:
    approve(data)
    close(data, LATER)
    assert {path.name for path in (data / FOLDER).iterdir()} == {
        "2018-Q4.jsonl", "2018-Q4.2.jsonl", "salts.csv",
    }  # fmt: skip
    assert trusted(data) == set()
    before = (data / opening_file(LATER)).read_bytes()
    reply(data)
    assert trusted(data) == {record for record in known(data) if "ng-2018-003" not in record}
    close(data, "2018-Q4.3")
    assert (data / opening_file(LATER)).read_bytes() == before
    assert not check_folder(data).problems and trusted(data) == set()


def trusted(data: Path) -> set[str]:
    """The records that a closing would open."""
    sources = check_folder(data, trust_seals=True).sources
    assert sources is not None
    return set(sources.ledger.openings)


def known(data: Path) -> set[str]:
    ledger, _ = load_ledger(data)
    assert ledger is not None
    return set(ledger.openings)


def reword(data: Path) -> None:
    edit(data, "criticisms.csv", LATE, "Nhắc nhở về giấy tờ")


def drop(data: Path) -> None:
    path = data / "criticisms.csv"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith("pb-2018-001")), "utf-8")


def reword_and_seal_anew(data: Path) -> None:
    """The salts are whoever's who has the folder, but the seals stand in the ledger."""
    reword(data)
    (data / SALTS_FILE).write_bytes(render_salts({EDITION: "0" * 32}))


def change_a_salt(data: Path) -> None:
    edit(data, opening_file(EDITION), '"salts":{"name":"', '"salts":{"name":"0')


def lose_the_openings(data: Path) -> None:
    (data / opening_file(EDITION)).unlink()


def open_in_another_edition(data: Path) -> None:
    (data / opening_file(EDITION)).rename(data / opening_file(LATER))


UNLAWFUL: dict[Callable[[Path], None], str] = {
    reword: "record-amended",
    drop: "record-vanished",
    reword_and_seal_anew: "record-amended",
    change_a_salt: "record-amended",
    lose_the_openings: "openings-wrong",
    open_in_another_edition: "openings-wrong",
}


@pytest.mark.parametrize("attack", UNLAWFUL, ids=lambda attack: attack.__name__)
def test_no_closing_passes_over_what_was_changed(
    data: Path, attack: Callable[[Path], None]
) -> None:
    attack(data)
    with pytest.raises(Refused) as refused:
        close_edition(data, LATER, None, seeded_salts(2))
    assert UNLAWFUL[attack] in {problem.code for problem in refused.value.problems}


def test_what_an_earlier_closing_sealed_is_sealed_no_more(data: Path) -> None:
    """The records, the openings and the salts of one edition are put back behind the next."""
    names = ("criticisms.csv", "corrections.csv", opening_file(EDITION), SALTS_FILE)
    before = {name: (data / name).read_bytes() for name in names}
    correct(data)
    close(data, LATER)
    for name, content in before.items():
        (data / name).write_bytes(content)
    with pytest.raises(Refused, match="openings-wrong"):
        close_edition(data, "2018-Q4.3", None, seeded_salts(3))


def test_no_seal_silences_the_check(data: Path) -> None:
    """Of a ledger closed by a program that seals what was reworded."""
    reword(data)
    sources = check_folder(data).sources
    assert sources is not None
    ledger, city = sources.ledger, sources.city
    commended, criticised, asked = public_records(sources.world, city.policy, city.as_of)
    hashes = record_hashes((*commended, *criticised, *asked), ledger.chain.first_editions)
    content = (data / opening_file(EDITION)).read_bytes()
    forged = seal(ledger.seal_salts[EDITION], file_hash(content), hashes[EDITION])
    edit(data, "ledger.jsonl", ledger.chain.seals[EDITION], forged)
    (data / "ledger_checkpoint.txt").write_bytes(b"")
    assert trusted(data) == set()
    assert "record-amended" in {problem.code for problem in check_folder(data).problems}


def test_a_seal_tells_nothing_of_whoever_is_named_no_more(data: Path) -> None:
    first = parse_salts((data / SALTS_FILE).read_bytes())
    let_a_year_pass(data)
    close(data, "2019-Q4")
    assert parse_salts((data / SALTS_FILE).read_bytes())[EDITION] != first[EDITION]
    edit(data, "criticisms.csv", "Lê Văn C", "Lê Văn D")
    assert trusted(data) == set(), "the seal is of what is shown, and no name is"
