"""What the station says it aired: taken down whole, or refused in a sentence."""

import csv
import hashlib
import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from git import Repo

from generator.app.broadcasts import Airing, AiringRefused, take_down
from generator.app.pipeline import make_edition, record_airing
from generator.app.sources import Refused
from generator.datafolder import with_row
from generator.edition.edition import Edition
from generator.output.staging import FileChanged, replace_file
from worlds.command import congkhai
from worlds.small import SMALL

WEEK, AT = "2018-W40", "2018-10-06T06:00"

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small city in a repository of its own, all committed."""
    folder = tmp_path / "data"
    shutil.copytree(SMALL, folder)
    repo = Repo.init(tmp_path)
    with repo.config_writer() as config:
        config.set_value("user", "name", "Thử")
        config.set_value("user", "email", "thu@example.invalid")
    repo.git.add(".")
    repo.git.commit("-m", "Dữ liệu mẫu")
    repo.close()
    return folder


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The small city's edition."""
    return make_edition(SMALL)


def taken_down(edition: Edition, week: str, at: str, **told: Any) -> Airing:
    return take_down(edition, (SMALL / "broadcasts.csv").read_bytes(), week, at, **told)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_a_row_is_added_with_the_records_the_version_and_the_text_s_hash(
    data: Path, edition: Edition
) -> None:
    before = (data / "broadcasts.csv").read_bytes()
    done = congkhai("aired", "2018-W22", "--at", "2018-06-02T06:00", "--data", data)
    assert (done.status, done.stderr) == (0, "")
    after = (data / "broadcasts.csv").read_bytes()
    assert after.startswith(before)
    script = edition.scripts["2018-W22"].files["txt"]
    with Repo(data.parent) as repo:
        commit = repo.head.commit.hexsha[:10]
    assert rows(after)[-1] == {
        "bulletin_id": "2018-W22",
        "aired_at": "2018-06-02T06:00",
        "record_ids": "pb-2018-001",
        "dropped": "",
        "seconds": "",
        "commit": commit,
        "text_sha256": hashlib.sha256(script).hexdigest(),
    }
    assert congkhai("check", "--data", data).status == 0
    assert sorted(path.name for path in data.glob(".*")) == []


def test_what_was_not_read_is_named_and_stays_news(data: Path) -> None:
    path, airing = record_airing(data, WEEK, AT, dropped=["pb-2018-002"], minutes=4.5)
    row = airing.broadcast
    assert (row.records, row.dropped_keys) == ((), ("criticism/pb-2018-002",))
    assert row.seconds == 270
    path.write_bytes(airing.content)
    scripts = {item.bulletin_id: item for item in make_edition(data).bulletins}
    assert "pb-2018-002" in scripts["2018-W41"].record_ids


def test_the_text_that_was_read_has_its_own_hash(edition: Edition) -> None:
    text = "Lời đã đọc.\n".encode()
    airing = taken_down(edition, WEEK, AT, text=text)
    assert airing.broadcast.text_sha256 == hashlib.sha256(text).hexdigest()
    assert not airing.as_planned
    planned = edition.scripts[WEEK].files["txt"]
    assert taken_down(edition, WEEK, AT, text=planned).as_planned


def test_the_version_is_left_open_while_data_are_not_committed(data: Path) -> None:
    (data / "ghi-chu.txt").write_text("chưa lưu", "utf-8")
    done = congkhai("aired", WEEK, "--at", AT, "--data", data)
    assert done.status == 0
    assert "không ghi được phiên bản" in done.stdout
    assert rows((data / "broadcasts.csv").read_bytes())[-1]["commit"] == ""


REFUSED = {
    ("2018-W99", AT): "Không có tuần “2018-W99”.",
    ("2017-W40", "2017-10-07T06:00"): "Không có kịch bản tuần 2017-W40. Hiện có từ tuần 2018-W22",
    ("2018-W28", "2018-07-14T17:00"): "Bản tin 2018-W28 phát lúc 2018-07-14T17:00 đã được ghi rồi.",
    (WEEK, "2019-01-05T06:00"): "Ngày phát 05/01/2019 sau ngày số liệu 31/12/2018",
    (WEEK, "2018-09-01T06:00"): "không thể phát ngày 01/09/2018",
    (WEEK, "06/10/2018"): "“06/10/2018” không phải là ngày, giờ phát.",
    (WEEK, "2018-02-30T06:00"): "“2018-02-30T06:00” không phải là ngày, giờ phát.",
}


@pytest.mark.parametrize(("week", "at"), REFUSED)
def test_what_cannot_be_is_refused(edition: Edition, week: str, at: str) -> None:
    with pytest.raises(ValueError if week == "2018-W99" else AiringRefused) as refused:
        taken_down(edition, week, at)
    assert REFUSED[week, at] in str(refused.value)


def test_a_piece_that_is_not_in_the_script_cannot_be_dropped(edition: Edition) -> None:
    with pytest.raises(AiringRefused, match="không có “ng-2018-001” để bỏ"):
        taken_down(edition, WEEK, AT, dropped=["ng-2018-001"])


def test_data_that_fail_their_check_are_refused(data: Path) -> None:
    (data / "units.csv").write_text("sai\n", "utf-8")
    before = (data / "broadcasts.csv").read_bytes()
    with pytest.raises(Refused):
        record_airing(data, WEEK, AT)
    done = congkhai("aired", WEEK, "--at", AT, "--data", data)
    assert done.status == 1
    assert "units.csv" in done.stderr
    assert (data / "broadcasts.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a,b\n1,2\n", b"a,b\n1,2\n3,\n"),
        (b"a,b\r\n1,2\r\n", b"a,b\r\n1,2\r\n3,\r\n"),
        (b"\xef\xbb\xbfa,b\r\n1,2", b"\xef\xbb\xbfa,b\r\n1,2\r\n3,\r\n"),
        (b"b,a\n", b"b,a\n,3\n"),
    ],
)
def test_every_other_byte_of_the_file_stays(before: bytes, after: bytes) -> None:
    assert with_row(before, {"a": "3"}) == after


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"1\n")
    path.chmod(0o640)
    replace_file(path, b"1\n", b"1\n2\n")
    assert path.read_bytes() == b"1\n2\n"
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(FileChanged):
        replace_file(path, b"1\n", b"1\n3\n")
    assert path.read_bytes() == b"1\n2\n"
    assert [item.name for item in tmp_path.iterdir()] == ["a.csv"]
