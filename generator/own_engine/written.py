"""The hand-written pages of one city: which it has, what they say of themselves, their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.app.site import BuildFailed
from generator.own_engine.addresses import address_of, is_page, pages_of
from generator.own_engine.texts import Text, Texts, front_matter
from generator.pages.shelf import Shelved, shelved
from generator.pages.worded import WordedPages

_NOT_UTF_8 = "Trang viết tay {file} không ghi bằng UTF-8. Hãy lưu lại tệp bằng UTF-8."
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Written:
    """A hand-written page: its path, what it says of itself, and its text in HTML."""

    path: str
    meta: Mapping[str, Any]
    text: Text

    @property
    def url(self) -> str:
        """Its address."""
        return address_of(self.path)

    @property
    def title(self) -> str:
        """What it is called: by itself, by its heading, else by its file."""
        told = self.meta.get("title") or self.text.heading
        return str(told or self.url.rstrip("/").rpartition("/")[2])

    @property
    def shelved(self) -> Shelved:
        """How the page above lists it."""
        return shelved(self.url, self.title, self.meta)


def files_of_city(files: Files, worded: WordedPages) -> Files:
    """The files of content/ that this city's site has, and the pages laid for its documents.

    Raises BuildFailed, PageUnreadable.
    """
    worded.require_logo(files.keys())
    copies = worded.copies(files.keys())
    every = {**files, **{path: files[copied] for path, copied in copies.items()}}
    return {path: content for path, content in every.items() if _has(worded, path, content)}


def _has(worded: WordedPages, path: str, content: bytes) -> bool:
    if worded.leaves_out(path):
        return False
    return not is_page(path) or not worded.lacks(front_matter(_source(path, content), path))


def written_pages(
    files: Files, worded: WordedPages, extensions: Mapping[str, Mapping[str, Any]]
) -> list[Written]:
    """The pages, in the order in which they are listed.

    Raises BuildFailed that names every link that leads nowhere, and PageUnreadable.
    """
    texts = Texts(extensions, files.keys())
    pages = []
    for path in pages_of(files):
        source = _source(path, files[path])
        meta, words = worded.page(front_matter(source, path), source, path)
        pages.append(Written(path, meta, texts.text(path, words)))
    if faults := texts.faults():
        raise BuildFailed("\n".join(faults))
    return pages


def _source(path: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BuildFailed(_NOT_UTF_8.format(file=path)) from error
