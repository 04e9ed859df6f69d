"""The site's search as its own program answers, asked in a browser."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

ITEM, FIELD, SAID = ".ck-search__item", ".ck-search__field", ".ck-search__said"
ASK = """async typed => {
  const answer = window.ckSearchParts.answererOf(new URL("./", location).href)
  const found = []
  for (const words of typed) {
    const { documents, unknown, meant, matches } = await answer(words)
    const read = matches.map(match => match.term.text)
    found.push([documents.map(document => document.url), unknown, meant, read])
  }
  return found
}"""


@dataclass(frozen=True)
class Answer:
    """Addresses of what was found, best first; words that stand nowhere; what may be meant instead;
    the words as they were read."""

    urls: list[str]
    unknown: list[str]
    meant: str
    read: list[str]

    @property
    def first(self) -> str:
        """The page that comes first."""
        return self.urls[0].partition("#")[0] if self.urls else ""


def load_search(page: Page) -> None:
    """Opens the search of a page that is shown, and waits for its program."""
    page.keyboard.press("/")
    page.locator(f"{SAID}:not(:empty)").wait_for(state="attached")


def answers(browser: Browser, address: str, typed: Iterable[str]) -> dict[str, Answer]:
    """What is answered to each text."""
    asked = list(typed)
    page = browser.new_page()
    page.goto(address)
    load_search(page)
    told: list[list[Any]] = page.evaluate(ASK, asked)
    page.close()
    return {words: Answer(*answer) for words, answer in zip(asked, told, strict=True)}
