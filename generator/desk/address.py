"""Where the form is served: on this machine alone, unless somebody says otherwise."""

from dataclasses import dataclass
from ipaddress import ip_address

LOCAL = "127.0.0.1"
NAME = "localhost"


@dataclass(frozen=True)
class Address:
    """A host and a port of this machine."""

    host: str
    port: int

    @property
    def is_local(self) -> bool:
        """True when no other machine can reach it."""
        return self.host == NAME or (is_ip(self.host) and ip_address(self.host).is_loopback)

    @property
    def is_every(self) -> bool:
        """True of an address that stands for every address of the machine."""
        return is_ip(self.host) and ip_address(self.host).is_unspecified

    @property
    def names(self) -> frozenset[str]:
        """What a browser may call it."""
        hosts = {self.host, NAME} if self.is_local else {self.host}
        return frozenset(f"{_bracketed(host)}:{self.port}" for host in hosts) | (
            frozenset(map(_bracketed, hosts)) if self.port == 80 else frozenset()
        )

    @property
    def origins(self) -> frozenset[str]:
        """The origins of its own pages."""
        return frozenset(f"http://{name}" for name in self.names)

    @property
    def url(self) -> str:
        """The address of its first page."""
        return f"http://{_bracketed(self.host)}:{self.port}/"

    @property
    def cookie(self) -> str:
        """The name of its cookie: a browser keeps those of all ports of a machine together."""
        return f"congkhai-desk-{self.port}"


def is_ip(host: str) -> bool:
    """True of an address in numbers."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
