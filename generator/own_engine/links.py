"""Links of hand-written pages: each leads to a file of content/, and to an anchor that is there."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from generator.own_engine.addresses import INDEX, PAGE, address_of
from generator.pages.links import relative

_KEYS = {"a": "href", "img": "src"}
_FAULT = "Trang viết tay {file}: liên kết “{link}” {fault}"
_ABSOLUTE = "bắt đầu bằng “/”. Hãy ghi đường dẫn tính từ trang này{instead}."
_NO_FILE = "không dẫn tới tệp nào của thư mục content. Hãy sửa lại đường dẫn{instead}."
_NO_ANCHOR = "dẫn tới mục “#{anchor}” mà trang {page} không có. Hãy sửa lại tên mục."
_INSTEAD = ", có lẽ là “{}”"


@dataclass(frozen=True)
class Anchored:
    """A link of a page that leads to an anchor of a page, perhaps its own."""

    file: str
    link: str
    to: str
    anchor: str


class Links(Treeprocessor):  # type: ignore[misc]
    """Makes addresses of the site of the links of one page after another, and looks at each.

    `file` is the page whose turn it is; `faults` and `anchored` are of all pages.
    """

    def __init__(self, files: Collection[str]) -> None:
        """No page has been looked at; `files` are the paths of all that may be led to."""
        super().__init__()
        self.file = ""
        self.faults: list[str] = []
        self.anchored: list[Anchored] = []
        self._files = files

    def run(self, root: Element) -> None:
        """Leads every link and picture of a page."""
        for element in root.iter():
            key = _KEYS.get(element.tag) if isinstance(element.tag, str) else None
            if key is not None:
                element.set(key, self._address(element.get(key) or ""))

    def _address(self, link: str) -> str:
        """A link as the finished page has it."""
        scheme, host, path, query, anchor = urlsplit(link)
        if scheme or host or AMP_SUBSTITUTE in link:  # so Markdown hides an e-mail address
            return link
        path = unquote(path)
        to = normpath(join(dirname(self.file), path)) if path else self.file
        if path.startswith("/") or to not in self._files:
            self._refuse(link, path, _ABSOLUTE if path.startswith("/") else _NO_FILE)
            return link
        if anchor:
            self.anchored.append(Anchored(self.file, link, to, anchor))
        if not path:
            return link
        there = relative(address_of(self.file), address_of(to))
        return urlunsplit(("", "", there, query, anchor))

    def _refuse(self, link: str, path: str, fault: str) -> None:
        meant = next((to for to in self._meant(path) if to in self._files), None)
        near = relative(self.file, meant) if meant else ""
        instead = _INSTEAD.format(near) if near else ""
        told = fault.format(instead=instead)
        self.faults.append(_FAULT.format(file=self.file, link=link, fault=told))

    def _meant(self, path: str) -> Iterator[str]:
        """Files that a link may have meant: as an address of the site, or without its ending."""
        for base in (dirname(self.file), address_of(self.file), ""):
            to = normpath(join(base, path.lstrip("/")))
            yield from (to, f"{to}{PAGE}", join(to, INDEX))


def missing_anchors(
    anchored: Collection[Anchored], anchors: Mapping[str, Collection[str]]
) -> Iterator[str]:
    """What is wrong with links to anchors; `anchors` are those of each page by its path."""
    for link in anchored:
        if link.to in anchors and link.anchor not in anchors[link.to]:
            fault = _NO_ANCHOR.format(anchor=link.anchor, page=link.to)
            yield _FAULT.format(file=link.file, link=link.link, fault=fault)
