"""What axe finds wrong on a page."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RUN = """async ([within, options]) =>
  (await axe.run(document.querySelector(within) ?? document, options)).violations"""


def violations(page: Page, within: str = "html", **options: Any) -> list[str]:
    """Each violation with its element; of all rules, or as axe's own `options` choose them.

    Within the first such element, or in the whole page where there is none.
    Only what is wrong leaves the browser: all that is right is a megabyte a page.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, [within, {"resultTypes": ["violations"], **options}])
    return [f"{item['id']}: {node['html']}" for item in found for node in item["nodes"]]
