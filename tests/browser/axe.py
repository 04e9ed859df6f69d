"""What axe finds wrong on a page."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RUN = "async options => (await axe.run(document, options)).violations"


def violations(page: Page, rules: Any = None) -> list[str]:
    """Each violation with its element; of all rules, or of those that axe calls `runOnly`.

    Only what is wrong leaves the browser: all that is right is a megabyte a page.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    only = {"runOnly": rules} if rules else {}
    found = page.evaluate(RUN, {"resultTypes": ["violations"], **only})
    return [f"{item['id']}: {node['html']}" for item in found for node in item["nodes"]]
