"""Witnessing in a real browser: the command's keys, refusals and signatures, and the page."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.chromium import needs_chromium, silent_page
from generator.app.witness import WitnessRefused, witnessed
from generator.ledger.chain import parse_chain
from generator.ledger.ledger import load_ledger
from generator.sample.as_known import sample_key
from generator.tlog.checkpoint import Checkpoint, cosigned
from generator.tlog.keys import COSIGNATURE, NOTE, SecretKey, VerifierKey, parse_secret_key
from generator.tlog.note import Note, parse_signature
from generator.tlog.tiles import bundle_paths
from generator.verify import BadSite, open_site
from generator.verify.attested import check_signers
from worlds.command import congkhai
from worlds.forged import CHECKPOINT, LEDGER, LOG, Forged
from worlds.paths import DATA

pytestmark = needs_chromium
FRONT = sample_key("mat-tran.example", COSIGNATURE)
CITY = sample_key("congkhai.example/so-cong-khai", NOTE)
URL = "giam-sat/nhan-chung/"
NOW = 1_800_000_000
SIZE = len((DATA / "ledger.jsonl").read_bytes().splitlines())
TILE = f"{LOG}{bundle_paths(SIZE)[0]}".replace("/entries/", "/0/")
WITNESS = """async ({ seen, key, logKey, time }) => {
  const chosen = await ckVerify.chosenIn(document.querySelector("[name=folder]"))
  const copy = await ckVerify.copyOf(chosen)
  try {
    const own = await ckVerify.ownKey("k", key)
    const known = logKey && (await ckVerify.parseVerifierKey(logKey))
    const { note } = await ckVerify.examined(copy, seen, known)
    return { ...(await ckVerify.witnessed(note, seen, own, time)) }
  } catch (error) {
    if (!(error instanceof ckVerify.Refused)) throw error
    return { refused: error.message }
  }
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    """One page for all tables; nothing that it is given leaves it."""
    with silent_page(browser, f"{site_address}{URL}") as page:
        yield page


@pytest.fixture
def forged(built_site: Path, tmp_path: Path) -> Forged:
    """The files of the site that a witness looks at."""
    small = tmp_path / "nho"
    shutil.copytree(built_site / LOG, small / LOG)
    for name in ("SHA256SUMS", "index.html", LEDGER):
        shutil.copy(built_site / name, small / name)
    return Forged(small, tmp_path)


def unsigned(forged: Forged, size: int) -> str:
    chain = parse_chain(forged.old)
    return str(Note(chain.checkpoint_at(size).text))


def without_a_line(forged: Forged) -> None:
    lines = parse_chain(forged.old).lines
    forged.write_ledger((*lines[:5], *lines[6:]))


def cut(forged: Forged) -> None:
    forged.write_ledger(parse_chain(forged.old).lines[:72])


def forked(forged: Forged) -> str:
    return str(Note(Checkpoint(parse_chain(forged.old).origin, 72, bytes(32)).text))


def signed_at(forged: Forged, time: int) -> str:
    found = parse_chain(forged.old).checkpoint
    return str(Note(found.text, (cosigned(found, FRONT, time),)))


Act = Callable[[Forged], object]
Seen = Callable[[Forged], str]
CASES: dict[str, tuple[Act, Seen | None, SecretKey, VerifierKey | None]] = {
    "the first time": (lambda _: None, None, FRONT, None),
    "what goes on": (lambda _: None, lambda site: unsigned(site, 72), FRONT, CITY.verifier),
    "the same once more": (lambda _: None, lambda site: signed_at(site, NOW), FRONT, None),
    "a copy of the ledger": (lambda _: None, lambda site: site.old.decode(), FRONT, None),
    "a line left out": (without_a_line, lambda site: site.checkpoint.decode(), FRONT, None),
    "a line left out before her copy": (without_a_line, lambda s: s.old.decode(), FRONT, None),
    "an older ledger": (cut, lambda site: site.checkpoint.decode(), FRONT, None),
    "another ledger": (lambda _: None, forked, FRONT, None),
    "another log": (
        lambda _: None, lambda site: unsigned(site, 72).replace("congkhai", "khac"), FRONT, None,
    ),
    "rubbish": (lambda _: None, lambda _: "rác\n", FRONT, None),
    "a tile changed": (lambda s: s.write(TILE, b"x"), None, FRONT, None),
    "a head changed": (lambda s: s.write("index.html", b"x"), None, FRONT, None),
    "a broken line": (lambda s: s.edit(LEDGER, '{"edition"', '["edition"'), None, FRONT, None),
    "no ledger": (lambda s: s.write(LEDGER, b""), None, FRONT, None),
    "not the city's": (without_a_line, None, FRONT, CITY.verifier),
    "a slow clock": (lambda _: None, lambda site: signed_at(site, NOW + 1), FRONT, None),
    "a key of the log": (lambda _: None, None, CITY, None),
}  # fmt: skip
SIGNED = {"the first time", "what goes on", "the same once more", "a copy of the ledger"}


def by_command(folder: Path, seen: str | None, key: SecretKey, log_key: object) -> dict[str, str]:
    """What the command makes of it, in the page's terms."""
    old = None if seen is None else seen.encode()
    known = log_key if isinstance(log_key, VerifierKey) else None
    with open_site(folder) as site:
        try:
            note, signature = witnessed(site, old, key, NOW, known)
        except WitnessRefused as refused:
            return {"refused": str(refused)}
    return {"line": signature.line, "kept": str(note)}


@pytest.mark.parametrize("name", CASES)
def test_the_page_signs_and_refuses_as_the_command_does(
    page: Page, forged: Forged, name: str
) -> None:
    act, remembered, key, log_key = CASES[name]
    act(forged)
    seen = remembered(forged) if remembered else None
    page.set_input_files("[name=folder]", forged.folder)
    asked: dict[str, Any] = {
        "seen": [] if seen is None else [seen], "key": f"{key}\n", "time": NOW,
        "logKey": str(log_key) if log_key else None,
    }  # fmt: skip
    answer = page.evaluate(WITNESS, asked)
    assert answer == by_command(forged.folder, seen, key, log_key)
    assert ("line" in answer) == (name in SIGNED)


def test_all_that_she_saw_must_go_on(page: Page, forged: Forged) -> None:
    """A browser's memory that was taken back does not stand for the file that she kept."""
    page.set_input_files("[name=folder]", forged.folder)
    asked = {"key": str(FRONT), "time": NOW, "logKey": None}
    for seen in ([unsigned(forged, 29), forked(forged)], [forked(forged), unsigned(forged, 29)]):
        assert "sổ cũ đã bị sửa" in page.evaluate(WITNESS, {**asked, "seen": seen})["refused"]


ZIP = """async () => {
  const [file] = document.querySelector("[name=zip]").files
  try {
    const files = await ckVerify.unzipped({ path: file.name, blob: file })
    const read = files.map(async ({ path, blob }) => [path, await blob.text()])
    return Object.fromEntries(await Promise.all(read))
  } catch (error) {
    if (!(error instanceof ckVerify.BadSite)) throw error
    return error.message
  }
}"""


def zipped(path: Path, names: list[str], packing: int = ZIP_DEFLATED) -> None:
    with ZipFile(path, "w", packing) as archive:
        for name in names:
            archive.writestr(name, f"đây là {name}" * 99)


Pack = Callable[[Path], object]
ZIPS: dict[str, Pack] = {
    "packed": lambda path: zipped(path, ["t/SHA256SUMS", "t/a.html", "t/b/", "t/b/ư.txt"]),
    "not packed": lambda path: zipped(path, ["SHA256SUMS", "a/b.html"], ZIP_STORED),
    "a name twice": lambda path: zipped(path, ["SHA256SUMS", "a", "A"]),
    "a file beside": lambda path: zipped(path, ["t/SHA256SUMS", "x.html"]),
    "a way out": lambda path: zipped(path, ["SHA256SUMS", "a/../b"]),
    "no sums": lambda path: zipped(path, ["a.html"]),
    "an empty one": lambda path: zipped(path, []),
    "no zip": lambda path: path.write_bytes(b"PK" * 99),
    "nothing": lambda path: path.write_bytes(b""),
}


def test_a_zip_with_broken_content_is_no_site(
    browser: Browser, site_address: str, forged: Forged, tmp_path: Path
) -> None:
    place = tmp_path / "hỏng.zip"
    with ZipFile(place, "w", ZIP_DEFLATED) as archive:
        for path in sorted(forged.folder.rglob("*")):
            archive.write(path, f"trang/{path.relative_to(forged.folder).as_posix()}")
        ledger = archive.getinfo(f"trang/{LEDGER}")
    content = bytearray(place.read_bytes())
    start = ledger.header_offset + 30 + len(ledger.filename)
    content[start : start + 64] = b"\xff" * 64
    place.write_bytes(content)
    told = "không phải là thư mục, cũng không phải là tệp zip đọc được."
    assert told in congkhai("verify", str(place)).said
    other = browser.new_page()
    other.goto(f"{site_address}giam-sat/kiem-chung/")
    other.set_input_files("[name=files]", place)
    expect(other.locator("[data-ck-report]")).to_contain_text(told)
    other.close()


@pytest.mark.parametrize("name", ZIPS)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_is_read_and_refused_as_by_the_command(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    place = Path("trang.zip")
    ZIPS[name](place)
    page.set_input_files("[name=zip]", place)
    try:
        with open_site(place) as site, ZipFile(place) as archive:
            prefix = next(n for n in archive.namelist() if n.endswith("SHA256SUMS"))[:-10]
            expected: object = {prefix + path: site.read(path).decode() for path in site.paths}
    except BadSite as refused:
        expected = str(refused)
    assert page.evaluate(ZIP) == expected


def test_the_city_takes_the_page_s_signature(page: Page, forged: Forged, tmp_path: Path) -> None:
    page.set_input_files("[name=folder]", forged.folder)
    asked = {"seen": [], "key": f"{FRONT}\n", "time": NOW, "logKey": None}
    line = page.evaluate(WITNESS, asked)["line"]
    data = shutil.copytree(DATA, tmp_path / "data")
    (data / "ledger_checkpoint.txt").unlink()
    (tmp_path / "chu-ky.txt").write_text(f"{line}\n", "utf-8")
    done = congkhai("edition", "add-signature", tmp_path / "chu-ky.txt", "--data", data)
    assert done.status == 0 and "Đã có chữ ký của: Ủy ban Mặt trận" in done.said
    ledger, _ = load_ledger(data)
    assert ledger is not None and parse_signature(line) in ledger.signatures


def saved(page: Page, words: str, folder: Path) -> Path:
    """The file that a button or a link saves, under the name it is given."""
    with page.expect_download() as download:
        page.get_by_text(words).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def said(page: Page, turn: str) -> Any:
    return page.locator(f"[data-turn={turn}] [data-told]")


@pytest.fixture
def from_disk(browser: Browser, built_site: Path, tmp_path: Path) -> Iterator[Page]:
    """The page in a copy that was unpacked on a disk, on a phone."""
    with ZipFile(built_site / "du-lieu" / "ban-ngoai-tuyen.zip") as archive:
        archive.extractall(tmp_path / "bản ngoại tuyến")
    (root,) = (tmp_path / "bản ngoại tuyến").iterdir()
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    page.goto((root / URL / "index.html").as_uri())
    yield page
    context.close()


def test_a_witness_begins_signs_and_remembers(
    from_disk: Page, built_site: Path, forged: Forged, tmp_path: Path
) -> None:
    page = from_disk
    page.get_by_text("Chưa có khóa: tạo một lần").click()
    page.fill("[name=key-name]", "hai từ")
    page.get_by_text("Tạo khóa và lưu tệp").click()
    expect(said(page, "key")).to_contain_text("Tên khóa không được có dấu cách")
    page.fill("[name=key-name]", "mat-tran.vidu")
    file = saved(page, "Tạo khóa và lưu tệp", tmp_path)
    key = parse_secret_key(file.read_text("utf-8"))
    assert (file.name, key.name, key.kind) == ("mat-tran.vidu.key", "mat-tran.vidu", COSIGNATURE)
    expect(page.locator("[data-turn=seen]")).to_be_hidden()
    page.set_input_files("[name=own-key]", file)
    expect(said(page, "key")).to_contain_text(str(key.verifier))
    expect(page.locator("[data-turn=site]")).to_be_hidden()
    page.get_by_label("Đây là lần đầu tôi ký sổ này").check()
    page.set_input_files("[name=zip]", built_site / "du-lieu" / "ban-ngoai-tuyen.zip")
    expect(said(page, "site")).to_contain_text(f"{SIZE} dòng, đúng với mã cuối sổ.")
    page.get_by_role("button", name="Ký bản chốt sổ").click()
    expect(said(page, "sign")).to_contain_text("— mat-tran.vidu ")
    assert violations(page) == []
    kept = saved(page, "Lưu bản chốt sổ để lần sau so", tmp_path)
    line = saved(page, "Lưu chữ ký để gửi", tmp_path)
    assert (kept.name, line.name) == (f"{file.name}.ban-chot-so.txt", "mat-tran.vidu.chu-ky.txt")
    known_by_command(forged, file, key, kept, line)
    remembered(page, file, kept, forged)


def known_by_command(forged: Forged, file: Path, key: SecretKey, kept: Path, line: Path) -> None:
    """The key, what was kept and the signature are as if the command had made them."""
    content = kept.read_bytes()
    assert line.read_bytes().strip() in content
    done = congkhai("witness", str(forged.folder), "--key", str(file))
    assert done.status == 0 and "lần đầu" not in done.said
    forged.write(CHECKPOINT, content)
    with open_site(forged.folder) as site:
        assert check_signers(site, [key.verifier, FRONT.verifier]).state == "right"
    forged.write(CHECKPOINT, forged.checkpoint)


def remembered(page: Page, file: Path, kept: Path, forged: Forged) -> None:
    """Another day: the browser knows what was signed; an older ledger is not, file or no file."""
    page.reload()
    page.set_input_files("[name=own-key]", file)
    expect(said(page, "seen")).to_contain_text(f"còn nhớ lần ký trước: {SIZE} dòng của sổ")
    cut(forged)
    page.set_input_files("[name=folder]", forged.folder)
    expect(said(page, "site")).to_contain_text(f"cũ hơn bản đưa ra so: thiếu {SIZE - 72} dòng")
    expect(said(page, "site")).to_contain_text("Đừng ký. Hãy giữ lại các tệp này")
    expect(page.locator("[data-turn=sign]")).to_be_hidden()
    page.evaluate("localStorage.clear()")
    page.set_input_files("[name=seen]", kept)
    expect(said(page, "site")).to_contain_text(f"thiếu {SIZE - 72} dòng")
    expect(said(page, "seen")).to_contain_text(f"Bản chốt sổ bạn đưa: {SIZE} dòng của sổ")
    expect(page.locator("[data-turn=sign]")).to_be_hidden()
    assert violations(page) == []


def test_what_is_no_key_and_no_checkpoint_goes_no_further(page: Page, tmp_path: Path) -> None:
    (tmp_path / "front.key").write_text(str(FRONT), "utf-8")
    (tmp_path / "rác.txt").write_text("rác", "utf-8")
    page.set_input_files("[name=own-key]", tmp_path / "rác.txt")
    expect(said(page, "key")).to_contain_text("không phải là tệp khóa")
    expect(page.locator("[data-turn=seen]")).to_be_hidden()
    page.set_input_files("[name=own-key]", tmp_path / "front.key")
    expect(said(page, "seen")).to_contain_text("Chưa có gì để so")
    page.set_input_files("[name=seen]", tmp_path / "rác.txt")
    expect(said(page, "seen")).to_contain_text("không phải là bản chốt")
    expect(page.locator("[data-turn=site]")).to_be_hidden()


NO_CRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })"


@pytest.mark.parametrize("url", [URL, "giam-sat/kiem-chung/"])
def test_a_page_without_a_secure_way_says_so(browser: Browser, site_address: str, url: str) -> None:
    page = browser.new_page()
    page.add_init_script(NO_CRYPTO)
    page.goto(site_address + url)
    expect(page.get_by_text("Hãy mở bằng https")).to_be_visible()
    expect(page.locator("form[data-ck-verify],form[data-ck-witness]")).to_be_hidden()
    page.close()


NO_ED25519 = """
const imported = SubtleCrypto.prototype.importKey
SubtleCrypto.prototype.importKey = function (form, key, algorithm, ...more) {
  if (algorithm.name === "Ed25519") throw new DOMException("Ed25519", "NotSupportedError")
  return imported.call(this, form, key, algorithm, ...more)
}"""


def test_a_browser_without_ed25519_leaves_it_open(
    browser: Browser, site_address: str, forged: Forged, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.add_init_script(NO_ED25519)
    page.goto(f"{site_address}giam-sat/kiem-chung/")
    page.fill("[name=signers]", str(FRONT.verifier))
    page.set_input_files("[name=folder]", forged.folder)
    expect(page.locator(".ck-step--unknown")).to_contain_text(["chưa xem được chữ ký Ed25519"])
    page.goto(f"{site_address}{URL}")
    (tmp_path / "front.key").write_text(str(FRONT), "utf-8")
    page.set_input_files("[name=own-key]", tmp_path / "front.key")
    expect(said(page, "key")).to_contain_text("Hãy dùng trình duyệt mới hơn")
    page.close()


def test_a_file_that_was_changed_since_is_to_be_chosen_again(
    browser: Browser, site_address: str, tmp_path: Path
) -> None:
    path = tmp_path / "SHA256SUMS"
    path.write_text("# \n", "utf-8")
    page = browser.new_page()
    page.goto(f"{site_address}giam-sat/kiem-chung/")
    page.set_input_files("[name=files]", path)
    expect(page.locator("[data-ck-report] .ck-finding")).to_be_visible()
    path.write_text("# khác hẳn\n", "utf-8")
    page.fill("[name=key]", "RW")
    page.locator("[name=key]").blur()
    expect(page.locator("[data-ck-report]")).to_contain_text("Hãy chọn lại.")
    page.close()
