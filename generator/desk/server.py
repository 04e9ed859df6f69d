"""The server of the form: it runs in a thread of its own, until it is stopped."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from generator.desk.address import Address
from generator.desk.app import Made, desk_app
from generator.desk.guard import ENTRY, KEY, Keys
from generator.output.run_folder import run_folder

LONGEST_STOP = 3
"""Seconds in which what is being answered may end, before the run does."""


@dataclass(frozen=True)
class DeskServer:
    """A form that is being served; `url` is the address that lets one in."""

    address: Address
    keys: Keys

    @property
    def url(self) -> str:
        """The address to open."""
        return f"{self.address.url}{ENTRY[1:]}?{KEY}={self.keys.entry}"


@contextmanager
def serving(made: Made, address: Address) -> Iterator[DeskServer]:
    """Serve the form of a data folder; port 0 takes a free one. Raises OSError for one in use."""
    with run_folder() as place, _listening(address) as listener:
        own = Address(address.host, listener.getsockname()[1])
        desk = DeskServer(own, Keys())
        closing = threading.Event()
        app = desk_app(made, place, own, desk.keys, closing)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            yield desk
        finally:
            closing.set()
            server.should_exit = True
            thread.join(LONGEST_STOP)


@contextmanager
def _listening(address: Address) -> Iterator[socket.socket]:
    """A socket that listens already: whoever comes before the server is there waits for it."""
    family, kind, _, _, where = socket.getaddrinfo(
        address.host, address.port, type=socket.SOCK_STREAM
    )[0]
    with socket.socket(family, kind) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        listener.listen()
        yield listener
