"""One running form for all tests of the room, over the data of the small city."""

import http.client
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page

from generator.cli.desk import made_of
from generator.desk import Address, DeskServer, serving
from worlds.paths import ROOT
from worlds.patience import PATIENCE_SECONDS
from worlds.small import SMALL

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Desk:
    """A running form, its data folder, and how a program speaks to it."""

    served: DeskServer
    data: Path

    @property
    def host(self) -> str:
        """What a browser calls it."""
        return f"127.0.0.1:{self.served.address.port}"

    @property
    def own(self) -> Mapping[str, str]:
        """What a browser sends that was let in, from one of the form's own pages."""
        cookie = f"{self.served.address.cookie}={self.served.keys.cookie}"
        return {
            "Host": self.host,
            "Cookie": cookie,
            "Origin": f"http://{self.host}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": FORM,
        }

    def asked(
        self, path: str, headers: Mapping[str, str], method: str = "GET", body: bytes = b""
    ) -> tuple[int, Mapping[str, str], str]:
        """The status, the headers and the text of an answer."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.served.address.port, timeout=PATIENCE_SECONDS
        )
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sized = {"Content-Length": str(len(body))} if method == "POST" else {}
        for name, value in {**sized, **headers}.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.getheaders()), text

    def sent(self, fields: Mapping[str, str], headers: Mapping[str, str]) -> int:
        """The status of what is answered to a new commendation."""
        body = urlencode(fields).encode()
        return self.asked("/bo/commendations", headers, "POST", body)[0]

    def lay(self) -> None:
        """The data as they were at first."""
        shutil.rmtree(self.data)
        shutil.copytree(SMALL, self.data)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The form of this worker."""
    data = tmp_path_factory.mktemp("bàn") / "dữ liệu"
    shutil.copytree(SMALL, data)
    with serving(made_of(data, ROOT / "mkdocs.yml"), Address("127.0.0.1", 0)) as served:
        yield Desk(served, data)


@pytest.fixture
def desk(running: Desk) -> Desk:
    """The running form over data that nobody has changed yet."""
    running.lay()
    return running


@pytest.fixture
def page(desk: Desk, browser: Browser) -> Iterator[Page]:
    """A browser that was let in; no script of a page may fail, and nothing leaves the machine."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda request: faults.append(request.url) if desk.host not in request.url else None,
    )
    page.goto(desk.served.url)
    yield page
    context.close()
    assert faults == []
