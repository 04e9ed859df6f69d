"""The site as a folder that opens without a server: for stations and meetings without a network.

A browser that reads files from a disk finds no `index.html` by itself, so links name their file.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import IO

from generator.ledger import checksums as sums
from generator.model.site_paths import (
    OFFLINE_COPY,
    OFFLINE_READ_ME,
    SITEMAP,
)
from generator.model.text import slug, vn_date
from generator.pages.shell.cards import FOLDER as PICTURES
from generator.pages.shell.finish import page_path

ARCHIVE = OFFLINE_COPY
READ_ME = OFFLINE_READ_ME
_LEFT_OUT = (f"{PICTURES}/", SITEMAP, "robots.txt", ARCHIVE)
_PACKED = (".docx", ".xlsx", ".zip", ".png", ".woff2", ".parquet", ".gz")
POLICY = "default-src file: data: 'unsafe-inline'; base-uri 'none'"
"""Files have no origin that a stricter policy could name; other hosts stay shut out."""
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')
_LINK = re.compile(r'(<(?:a|area)\b[^<>]*?\shref=")(?![a-z][a-z0-9+.-]*:|//|#)([^"?#]*)')
_FORM = re.compile(r'(<form\b[^<>]*?\saction=")(?![a-z][a-z0-9+.-]*:|//)([^"?#]*)')
_ONLINE = re.compile(r"<(?P<tag>\w+) data-ck-online>.*?(?:</(?P=tag)>|\Z)", re.DOTALL)
_PRELOAD = re.compile(r'<link rel="preload"[^<>]*>')


@dataclass(frozen=True)
class Offline:
    """What the copy needs beside the site: words on the first page.

    `folder` is the name of the one folder in the archive.
    """

    city_name: str
    site_name: str
    edition_id: str
    as_of: date
    ledger_head: str = ""

    @property
    def folder(self) -> str:
        """`cong-khai-ky-cuong-2018-q4`."""
        return slug(f"{self.site_name} {self.edition_id}")

    def write(self, paths: Iterable[str], read: Callable[[str], bytes], out: IO[bytes]) -> None:
        """Writes the archive of a finished site's files into an open file."""
        with zipfile.ZipFile(out, "w") as archive:
            for path, content in self._summed(self.files(paths, read)):
                day = self.as_of.timetuple()[:3]
                info = zipfile.ZipInfo(f"{self.folder}/{path}", (*day, 0, 0, 0))
                info.external_attr = 0o644 << 16
                stored = path.endswith(_PACKED)
                info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                archive.writestr(info, content)

    def _summed(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """The files, and last the hash of each: the copy is verified as the site is."""
        hashes = []
        for path, content in files:
            hashes.append((path, sha256(content).hexdigest()))
            yield path, content
        yield sums.FILE, b"".join(sums.render_sums(sorted(hashes), self.ledger_head))

    def files(
        self, paths: Iterable[str], read: Callable[[str], bytes]
    ) -> Iterator[tuple[str, bytes]]:
        """Every file of the copy: (path, bytes)."""
        yield READ_ME, self._read_me().encode("utf-8-sig")
        for path in sorted(paths):
            if path.startswith(_LEFT_OUT):
                continue
            content = read(path)
            if path.endswith(".html"):
                content = _page(content.decode()).encode()
            yield path, content

    def _read_me(self) -> str:
        lines = (
            f"{self.site_name}, {self.city_name}",
            f"Kỳ công bố {self.edition_id}, số liệu đến hết ngày {vn_date(self.as_of)}.",
            "",
            "Đây là toàn bộ trang, xem được khi không có mạng.",
            "1. Giải nén cả thư mục này ra ổ đĩa hoặc thẻ nhớ.",
            "2. Mở tệp index.html bằng trình duyệt.",
            "",
            "Bản này không tự cập nhật. Khi trang công bố kỳ mới, hãy tải lại.",
        )
        return "\r\n".join((*lines, ""))


def _page(html: str) -> str:
    html = _PRELOAD.sub("", _ONLINE.sub("", html))
    html = _POLICY.sub(lambda found: found[1] + POLICY + found[2], html)
    for pattern in (_LINK, _FORM):
        html = pattern.sub(lambda found: found[1] + _file(found[2]), html)
    return html


def _file(path: str) -> str:
    """The file a link leads to: `../thu-tuc/` is `../thu-tuc/index.html`."""
    if path and path.rpartition("/")[2] in (".", ".."):
        path += "/"
    return page_path(path) if path.endswith("/") else path
