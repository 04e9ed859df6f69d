"""Keys, witnesses and their signatures, by the commands that a clerk and the Front run."""

import shutil
from pathlib import Path

import pytest

from generator.ledger.chain import parse_chain
from generator.ledger.ledger import load_ledger
from generator.sample.as_known import sample_key
from generator.tlog.checkpoint import Checkpoint, parse_checkpoint
from generator.tlog.keys import COSIGNATURE, NOTE
from generator.tlog.note import Note
from worlds.command import congkhai
from worlds.forged import CHECKPOINT, LEDGER, Forged
from worlds.paths import DATA

LOG_KEY = sample_key("congkhai.example/so-cong-khai", NOTE)
FRONT = sample_key("mat-tran.example", COSIGNATURE)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    made = congkhai("key", "mttq.example", "--witness", "--out", tmp_path / "mttq.key")
    assert made.status == 0 and "Khóa công khai: mttq.example+" in made.said
    return tmp_path / "mttq.key"


def run(*words: object) -> tuple[int, str]:
    done = congkhai(*map(str, words))
    return done.status, done.said


def checkpoint_of(site: Forged, size: int) -> bytes:
    """The unsigned checkpoint of the site's first lines."""
    chain = parse_chain(site.old)
    return str(Note(Checkpoint(chain.origin, size, chain.tree.root(size)).text)).encode()


def test_a_key_is_kept_secret_and_never_written_over(key: Path, tmp_path: Path) -> None:
    assert key.stat().st_mode & 0o777 == 0o600
    status, said = run("key", "x.example", "--out", key)
    assert status == 2 and "Hãy chọn tên khác: khóa cũ mất thì không ký tiếp được." in said
    status, said = run("key", "hai từ", "--out", tmp_path / "k")
    assert status == 2 and "không được có dấu cách" in said and not (tmp_path / "k").exists()


def test_a_witness_signs_what_goes_on_from_what_she_saw(forged: Forged, key: Path) -> None:
    kept = key.with_name("mttq.key.ban-chot-so.txt")
    status, said = run("witness", forged.folder, "--key", key, "--log-key", LOG_KEY.verifier)
    assert status == 0 and "Đây là lần đầu" in said and "\n— mttq.example " in f"\n{said}"
    assert parse_checkpoint(kept.read_bytes())[0].size == len(parse_chain(forged.old).lines)
    kept.write_bytes(checkpoint_of(forged, 29))
    status, said = run("witness", forged.folder, "--key", key)
    assert status == 0 and "lần đầu" not in said


def test_a_witness_signs_no_ledger_that_was_rewritten(forged: Forged, key: Path) -> None:
    assert run("witness", forged.folder, "--key", key)[0] == 0
    kept = key.with_name("mttq.key.ban-chot-so.txt").read_bytes()
    lines = parse_chain(forged.old).lines
    forged.write_ledger((*lines[:5], *lines[6:]))
    status, said = run("witness", forged.folder, "--key", key)
    assert status == 2 and "Không ký" in said and "— mttq.example" not in said
    assert key.with_name("mttq.key.ban-chot-so.txt").read_bytes() == kept


def test_a_witness_signs_nothing_that_the_city_has_not(forged: Forged, key: Path) -> None:
    forged.write_ledger(parse_chain(forged.old).lines)
    status, said = run("witness", forged.folder, "--key", key, "--log-key", LOG_KEY.verifier)
    assert status == 2 and "không có chữ ký của khóa congkhai.example/so-cong-khai" in said


def test_two_people_who_were_shown_different_ledgers_find_out(
    forged: Forged, tmp_path: Path
) -> None:
    theirs = tmp_path / "cua-ho.txt"
    theirs.write_bytes(forged.checkpoint)
    assert run("verify", "--quick", forged.folder, "--against", theirs)[0] == 0
    theirs.write_bytes(checkpoint_of(forged, 72))
    assert run("verify", "--quick", forged.folder, "--against", theirs)[0] == 0
    size = forged.checkpoint.splitlines()[1]
    theirs.write_bytes(forged.checkpoint.replace(b"\n%b\n" % size, b"\n72\n"))
    status, said = run("verify", "--quick", forged.folder, "--against", theirs)
    assert status == 1 and "có hai sổ khác nhau" in said
    theirs.write_bytes(forged.checkpoint.replace(b"\n%b\n" % size, b"\n%d\n" % (int(size) + 1)))
    assert (
        "Hãy lấy trang mới hơn" in run("verify", "--quick", forged.folder, "--against", theirs)[1]
    )


def test_who_must_have_signed_is_looked_at(forged: Forged) -> None:
    signers = ("--signer", LOG_KEY.verifier, "--signer", FRONT.verifier)
    status, said = run("verify", "--quick", forged.folder, *signers)
    assert status == 0 and "2 khóa đưa ra đều đã ký" in said
    forged.edit(CHECKPOINT, "mat-tran.example", "mat-tran.vidu")
    forged.make_sums_fit()
    status, said = run("verify", "--quick", forged.folder, *signers)
    assert status == 1 and "không có chữ ký đúng của khóa mat-tran.example" in said


def test_a_site_whose_ledger_and_tiles_were_made_anew_has_lost_its_signatures(
    forged: Forged,
) -> None:
    lines = parse_chain(forged.old).lines
    forged.write_ledger((*lines[:5], *lines[6:]))
    assert (forged.folder / LEDGER).read_bytes() != forged.old
    assert run("verify", "--quick", forged.folder, "--signer", FRONT.verifier)[0] == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample's data, whose checkpoint nobody has signed yet."""
    data = shutil.copytree(DATA, tmp_path / "data")
    (data / "ledger_checkpoint.txt").unlink()
    return data


def test_the_city_signs_and_takes_what_its_witnesses_sent(
    folder: Path, forged: Forged, tmp_path: Path
) -> None:
    city, front = tmp_path / "so.key", tmp_path / "mttq.key"
    city.write_text(f"{LOG_KEY}\n", "utf-8")
    front.write_text(f"{FRONT}\n", "utf-8")
    status, said = run("edition", "sign-log", "--secret-key", city, "--data", folder)
    assert status == 0 and "còn thiếu chữ ký của 1 nhân chứng." in said
    line = congkhai("witness", str(forged.folder), "--key", str(front)).stdout
    (tmp_path / "chu-ky.txt").write_text(line, "utf-8")
    status, said = run("edition", "add-signature", tmp_path / "chu-ky.txt", "--data", folder)
    assert status == 0 and "Đã có chữ ký của: Ủy ban Mặt trận" in said and "thiếu" not in said
    ledger, _ = load_ledger(folder)
    assert ledger is not None and len(ledger.signatures) == 2


@pytest.mark.parametrize("content", ["", "— x\n", "— mat-tran.example AAAAAAAA\n", "rác"])
def test_a_signature_of_nobody_who_is_known_is_refused(
    folder: Path, tmp_path: Path, content: str
) -> None:
    (tmp_path / "chu-ky.txt").write_text(content, "utf-8")
    status, said = run("edition", "add-signature", tmp_path / "chu-ky.txt", "--data", folder)
    assert status == 2 and "Không có chữ ký nào của nhân chứng" in said
    assert not (folder / "ledger_checkpoint.txt").exists()


def test_a_key_of_the_wrong_kind_or_of_another_signs_nothing(
    folder: Path, forged: Forged, tmp_path: Path
) -> None:
    path = tmp_path / "k"
    path.write_text(f"{FRONT}\n", "utf-8")
    assert (
        "không phải là khóa ký sổ"
        in run("edition", "sign-log", "--secret-key", path, "--data", folder)[1]
    )
    path.write_text(f"{sample_key('khac.example', NOTE)}\n", "utf-8")
    assert "ledger.key" in run("edition", "sign-log", "--secret-key", path, "--data", folder)[1]
    assert "không phải là khóa của nhân chứng" in run("witness", forged.folder, "--key", path)[1]
    path.write_text("rác", "utf-8")
    assert "không phải là tệp khóa" in run("witness", forged.folder, "--key", path)[1]
