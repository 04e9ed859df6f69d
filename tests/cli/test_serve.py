"""`serve` as a clerk meets it: an edit shows, a mistake is told, the last good site stays."""

import os
import pty
import queue
import socket
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.cli.notice import with_desk, with_notice
from generator.model.engines import OWN, USUAL
from worlds.command import congkhai
from worlds.paths import TESTS
from worlds.patience import PATIENCE_SECONDS
from worlds.shell_site import PROGRAM, copy_project


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A running `serve`, the lines it says, and what it shows."""

    def __init__(self, folder: Path, engine: str) -> None:
        self.config = copy_project(folder)
        self.mark = folder / "data" / "mark.txt"
        self.mark.parent.mkdir()
        self.mark.write_text("hỏng", "utf-8")
        self.port = free_port()
        command = [*PROGRAM, "serve", self.config, str(self.port), engine]
        self._screen, screen = pty.openpty()
        self.process = subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE, stderr=screen)
        os.close(screen)
        self.shown = ""
        threading.Thread(target=self._look, daemon=True).start()
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _look(self) -> None:
        """Takes up what is shown on the terminal, until there is none any more."""
        with suppress(OSError):
            while told := os.read(self._screen, 4096):
                self.shown += told.decode(errors="replace")

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as told:
            for line in told:
                self.lines.put(line.decode().strip())

    def heard(self, words: str) -> str:
        """The next line with these words; fails when it does not come."""
        while True:
            line = self.lines.get(timeout=PATIENCE_SECONDS)
            if words in line:
                return line

    def page(self, path: str = "thu-tuc/") -> str:
        try:
            answer = urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}")
        except urllib.error.HTTPError as nothing_there:
            answer = nothing_there
        with answer:
            return str(answer.read().decode())


@pytest.fixture(params=(USUAL, OWN))
def served(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Served]:
    """By each engine."""
    running = Served(tmp_path, request.param)
    yield running
    running.process.kill()
    running.process.wait()


def test_edits_show_and_mistakes_leave_the_last_good_site(served: Served) -> None:
    served.heard("Chưa có trang nào để phục vụ")
    served.heard("Đang phục vụ")
    for page in (served.page(), served.page("")):
        assert 'role="alert"' in page and "[file-missing]" in page and "livereload" in page
    served.mark.write_text("một", "utf-8")
    served.heard("Đã dựng lại")
    assert "Dựng khung các trang" in served.shown, "how far a rebuild is"
    assert "<p>một</p>" in served.page()
    served.mark.write_text("hai", "utf-8")
    served.heard("Đã dựng lại")
    assert "<p>hai</p>" in served.page()
    served.mark.write_text("hỏng", "utf-8")
    served.heard("bản đúng gần nhất")
    for page in (served.page(), served.page("phe-binh/mot/")):
        assert 'role="alert"' in page and "[file-missing]" in page
        assert "Content-Security-Policy" not in page, "it forbids to load a page again by itself"
    assert "<p>hai</p>" in served.page()
    served.mark.write_text("ba", "utf-8")
    served.heard("Đã dựng lại")
    assert "<p>ba</p>" in served.page() and 'role="alert"' not in served.page()


def test_a_stranger_s_name_for_this_machine_gets_nothing(served: Served) -> None:
    served.heard("Đang phục vụ")
    asked = urllib.request.Request(f"http://127.0.0.1:{served.port}/")
    asked.add_header("Host", "evil.example")
    with pytest.raises(urllib.error.HTTPError, match="421"):
        urllib.request.urlopen(asked)


def test_each_page_leads_to_the_form_where_no_other_machine_can_reach_it() -> None:
    page = with_desk(b"<body><p>x</p></body>", "http://127.0.0.1:1/mo?ma=x&y")
    assert b'href="http://127.0.0.1:1/mo?ma=x&amp;y"' in page and page.endswith(b"</a></body>")


def test_a_port_in_use_is_told_before_anything_is_built(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()  # nothing could be built of it
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        answer = congkhai("serve", "--data", tmp_path / "data", "--port", port)
    assert answer.status == 2 and "hãy chọn cổng khác bằng --port" in answer.said


def test_a_notice_keeps_what_was_written_as_text() -> None:
    page = with_notice(b"<body><p>x</p></body>", "<script>alert(1)</script>")
    assert b"<p>x</p>" in page and b"&lt;script&gt;alert(1)" in page and b"<script>" not in page
    assert page.endswith(b"</body>") and with_notice(b"<p>x</p>", None) == b"<p>x</p>"
