"""What `serve`, and no build, shows over a page: why it was not built anew, the way to the form."""

import re
from html import escape

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^<>]*>')
_BOX = (
    "position:fixed;inset:0 0 auto 0;z-index:99999;max-height:60vh;overflow:auto;padding:1rem;"
    "background:#fff4f4;color:#1a1a1a;border-bottom:4px solid #b00020;font:16px/1.5 sans-serif"
)
_TITLE = "Chưa dựng lại được. Trang bên dưới vẫn là bản đúng gần nhất."
_FIRST_TITLE = "Chưa dựng được trang."
_NOTHING_YET = (
    f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{_FIRST_TITLE}</title>'
    "</head><body></body></html>"
).encode()
_HOW = "Hãy sửa những chỗ dưới đây rồi lưu lại; thông báo này tự mất khi đã sửa xong."


_DESK = (
    "position:fixed;left:1rem;bottom:1rem;z-index:99998;padding:.5rem 1rem;border-radius:.4rem;"
    "background:#1f6f63;color:#fff;font:600 16px/1.5 sans-serif;text-decoration:none"
)


def with_desk(page: bytes, url: str) -> bytes:
    """The page with the way to the form, whose address lets one in."""
    link = f'<a href="{escape(url)}" style="{_DESK}">Nhập liệu</a>'.encode()
    before, body, after = page.rpartition(b"</body>")
    return before + link + body + after if body else page + link


def with_notice(page: bytes, findings: str | None) -> bytes:
    """The page as `serve` shows it: with the findings that keep it from being built anew, if any.

    A page without a byte is one of a site that could not be built yet.

    The page's policy is left out: it forbids what `serve` adds, the script that loads a page
    again included.
    """
    title = _TITLE if page else _FIRST_TITLE
    page = page or _NOTHING_YET
    page = _POLICY.sub(b"", page, count=1)
    if findings is None:
        return page
    box = (
        f'<div role="alert" lang="vi" style="{_BOX}"><strong>{title}</strong><p>{_HOW}</p>'
        f'<pre style="white-space:pre-wrap">{escape(findings)}</pre></div>'
    ).encode()
    before, body, after = page.rpartition(b"</body>")
    return before + box + body + after if body else page + box
