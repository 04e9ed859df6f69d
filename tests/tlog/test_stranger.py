"""A log verified by the Go project's packages, which share nothing with our code."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.datafolder.load import load_city
from generator.tlog.checkpoint import Checkpoint, signed
from generator.tlog.keys import NOTE, SecretKey
from generator.tlog.merkle import Tree, leaf_hash
from generator.tlog.note import Note
from generator.tlog.proof import EntryProof, parse_proof
from generator.tlog.tiles import CHECKPOINT_FILE, tile_files
from worlds.paths import DATA

KEY = SecretKey("so.example/thanh-pho", NOTE, b"k" * 32)
GO_SOURCES = Path("/usr/share/gocode")
"""Where Debian keeps the sources of Go packages."""
SIZES = (1, 2, 255, 256, 257, 600)


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    go = shutil.which("go")
    if go is None or not (GO_SOURCES / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        pytest.skip("cần golang-go và golang-golang-x-mod-dev")
    folder = tmp_path_factory.mktemp("stranger")
    built, source = folder / "stranger", Path(__file__).parent / "stranger/main.go"
    environment = os.environ | {
        "GO111MODULE": "off", "GOPATH": str(GO_SOURCES), "GOCACHE": str(folder / "cache"),
    }  # fmt: skip
    subprocess.run([go, "build", "-o", built, source], env=environment, check=True)
    return built


@pytest.mark.parametrize("size", SIZES)
def test_every_entry_every_beginning_and_a_proof(stranger: Path, tmp_path: Path, size: int) -> None:
    entries = [f'{{"number":{number}}}'.encode() * (number % 5 + 1) for number in range(size)]
    tree = Tree(map(leaf_hash, entries))
    checkpoint = Checkpoint(KEY.name, size, tree.root())
    note = Note(checkpoint.text, (signed(checkpoint, KEY),))
    proof = EntryProof(size // 2, tree.inclusion_proof(size // 2, size), note, b"more")
    written = dict(tile_files(entries, tree)) | {
        CHECKPOINT_FILE: str(note).encode(),
        "proof": str(proof).encode(),
        "entry": entries[size // 2],
    }
    for path, content in written.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    command = [stranger, tmp_path, str(KEY.verifier), tmp_path / "proof", tmp_path / "entry"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{size}\n", "")


def test_a_proof_comes_back_and_proves_its_own_entry_alone() -> None:
    entries = [b"a", b"b", b"c"]
    tree = Tree(map(leaf_hash, entries))
    checkpoint = Checkpoint(KEY.name, 3, tree.root())
    proof = EntryProof(1, tree.inclusion_proof(1, 3), Note(checkpoint.text), b"")
    assert parse_proof(str(proof).encode()) == proof
    assert [bool(proof.proves(entry)) for entry in entries] == [False, True, False]


def test_the_sample_s_published_log(stranger: Path, built_site: Path, tmp_path: Path) -> None:
    log = built_site / "du-lieu/so-cong-khai"
    city, _ = load_city(DATA)
    assert city is not None and city.ledger.key
    path = log / "chung-minh/criticisms/pb-2018-001.tlog-proof"
    proof = parse_proof(path.read_bytes())
    assert len(path.read_bytes()) < 2048 and proof.proves(proof.extra)
    (tmp_path / "entry").write_bytes(proof.extra)
    entries = len((DATA / "ledger.jsonl").read_bytes().splitlines())
    command = [stranger, log, city.ledger.key, path, tmp_path / "entry"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{entries}\n", "")
