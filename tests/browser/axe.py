"""What axe finds wrong on a page."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RUN = "async options => (await axe.run(document, options)).violations"


def violations(page: Page, **options: Any) -> list[str]:
    """Each violation with its element; of all rules, or as axe's own `options` choose them.

    Only what is wrong leaves the browser: all that is right is a megabyte a page.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, {"resultTypes": ["violations"], **options})
    return [f"{item['id']}: {node['html']}" for item in found for node in item["nodes"]]
