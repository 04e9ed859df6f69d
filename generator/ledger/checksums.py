"""SHA256SUMS: the hash of every file of a site, as `sha256sum --check` reads it."""

from collections.abc import Iterable, Iterator, Mapping

FILE = "SHA256SUMS"
SIGNATURE = f"{FILE}.minisig"
UNLISTED = frozenset({FILE, SIGNATURE})
"""Files that cannot hold their own hash."""
HEAD = "# so-cong-khai "
"""A comment for sha256sum; here the head of the ledger, so that a signature covers it too."""


def render_sums(hashes: Iterable[tuple[str, str]], head: str) -> Iterator[bytes]:
    """The file, line by line, from (path relative to the site's root, SHA-256 in hexadecimal
    digits) in the order of the paths."""
    yield f"{HEAD}{head}\n".encode()
    for path, found in hashes:
        yield f"{found}  {path}\n".encode()


def parse_sums(content: bytes) -> tuple[Mapping[str, str], str]:
    """The hashes by path, and the ledger's head; what is no line of such a file is left out."""
    lines = content.decode("utf-8", "replace").splitlines()
    head = next((x.removeprefix(HEAD) for x in lines if x.startswith(HEAD)), "")
    return dict(_pairs(lines)), head


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        found, _, path = line.partition("  ")
        if len(found) == 64 and path:
            yield path, found
