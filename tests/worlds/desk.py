"""The form in a browser, as a clerk uses it."""

FIELDS = {
    "subject_kind": "Tập thể",
    "subject_name": "Phường Hoa Sen",
    "unit_id": "Phường Hoa Sen",
    "form": "Giấy khen",
    "reason": "Giải quyết hồ sơ\nđúng hạn cả quý",
    "clause": "3.2",
    "decision_no": "06/QĐ-MAU",
    "decision_on": "3/12/18",
    "issued_by": "Phòng Nội vụ",
}
"""A commendation as she types it, by column."""


def fill(page, name: str, text: str) -> None:
    box = page.locator(f"[name='o.{name}']")
    if box.evaluate("box => box.localName") == "select":
        labels = [option.strip() for option in box.locator("option").all_inner_texts()]
        box.select_option(label=next(label for label in labels if label.startswith(text)))
    else:
        box.fill(text)


def said(page) -> dict[str, str]:
    """What stands beside each field, and above them all."""
    found = {"": page.locator("#chung-ca").inner_text()}
    for field in page.locator("[data-field]").all():
        if text := field.locator(".field__said").inner_text().strip():
            found[field.get_attribute("data-field")] = text
    return found


def press(page, label: str = "") -> None:
    """Press a button; the first where none is named."""
    buttons = page.locator(".actions button")
    (buttons.get_by_text(label, exact=True) if label else buttons.first).click()
