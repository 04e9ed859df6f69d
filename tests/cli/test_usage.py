"""Whatever is typed on the command line gets one Vietnamese sentence and exit code 2."""

import shutil
import subprocess
from pathlib import Path

import pytest

from worlds.command import congkhai
from worlds.paths import CONGKHAI, ROOT
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

SENTENCES = {
    "check --lang": "Tùy chọn --lang phải có một giá trị đi kèm, và chỉ một.",
    "check --foo": "Không có tùy chọn --foo (gần giống: --format).",
    "check extra": "Thừa chữ trong lệnh: extra.",
    "check --lang fr": "chỉ nhận một trong các giá trị: 'vi', 'en'.",
    "check --data nowhere": "Không có thư mục dữ liệu “nowhere”.",
    "due --limit same_day": "Thiếu --received.",
    "due --received 2018-02-12 --limit same_day --supplement -1": "phải từ 0 trở lên.",
    "due --received 2030-01-01 --limit same_day": "Lịch nghỉ không có năm 2030;",
    "due --received 12/2 --limit same_day": "Không hiểu ngày tiếp nhận “12/2”.",
    "aired 2018-W40": "Thiếu --at.",
    "aired 2018-W99 --at 2018-10-06T06:00": "Không có tuần “2018-W99”.",
    "bulletin --week 2018-W99": "Không có tuần “2018-W99”.",
    "bulletin --week abc": "Không có tuần “abc”.",
    "bulletin --week 2018-W40 --format docx": "Hãy ghi ra tệp bằng --out.",
    "bulletin --week 2018-W40 --format doc": "chỉ nhận một trong các giá trị: 'html', 'docx',",
    "bulletin --week 2018-W40 --audio x.flac": "“.flac”. Chỉ có: .wav, .mp3, .ogg.",
    "bulletin --week 2018-W40 --unit p-khong-co": "Không có đơn vị “p-khong-co”.",
    "bulletin --week 2018-W52 --unit p-hoa-sen": "không có tin nào về phường Hoa Sen",
    "bulletin --week 2018-W40 --out .": "Không đọc hoặc ghi được “.”",
    "bulletin --all": "phải có thư mục --out.",
    "bulletin --week 2018-W40 --minutes 70": "không được quá 60",
    "bulletin --week 2018-W40 --minutes x": "phải là một số.",
    "sample --out out --seed abc": "phải là một số nguyên.",
    "sample --out out --dossiers 0": "phải từ 1 trở lên.",
    "sample --data {project}/data --out README.md --dossiers 1": "đã có một tệp trùng tên ở đó.",
    "frobnicate": "Không có lệnh “frobnicate”.",
    "figures --by week": "Không chia được theo “week”.",
    "figures --by procedure,field": "hãy chia theo procedure hoặc field.",
    "figures --by unit,field": "hãy chia theo unit hoặc field.",
    "build --config nowhere.yml": "Không có tệp cấu hình “nowhere.yml”.",
    "build --config {project}/mkdocs.yml --out README.md": "không phải là trang do congkhai dựng",
    "serve --port 99999999": "không được quá 65535.",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small city's data, as one stands in it when typing."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(SMALL, folder / "data")
    (folder / "README.md").write_text("Công khai", "utf-8")
    return folder


@pytest.mark.parametrize("arguments", SENTENCES)
def test_what_does_not_fit_is_said_in_a_sentence(project: Path, arguments: str) -> None:
    done = congkhai(*arguments.format(project=ROOT).split(), at=project)
    assert done.status == 2
    assert SENTENCES[arguments] in done.stderr


def test_nothing_asked_for_shows_the_help() -> None:
    done = congkhai()
    assert "kiểm tra, tính toán và công khai" in done.said
    assert "Xem cách dùng" not in done.stderr


@pytest.mark.parametrize("words", ["check", "check --data nowhere", "due --foo"])
def test_a_process_of_its_own_says_the_same_in_utf_8(project: Path, words: str) -> None:
    command = [str(CONGKHAI), *words.split()]
    done = subprocess.run(command, cwd=project, capture_output=True, check=False)
    here = congkhai(*words.split(), at=project)
    assert (done.returncode, done.stdout) == (here.status, here.stdout.encode())
    assert done.stderr == here.stderr.encode()
