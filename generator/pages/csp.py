"""The Content-Security-Policy of a page, as a meta element that the page itself carries.

Nothing comes from another host, and of the engine's inline scripts only those that the page was
built with may run: each is named by its hash.
"""

import re
from base64 import b64encode
from hashlib import sha256

_META = re.compile(r"<meta charset=[^<>]*>")
_SCRIPT = re.compile(r"<script(?P<attributes>[^<>]*)>(?P<code>.*?)(?:</script>|\Z)", re.DOTALL)
_TYPE = re.compile(r"""\btype=["']?(?P<type>[^"'\s>]+)""")


def with_policy(html: str) -> str:
    """The page with its policy right after the declaration of its letters."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return _META.sub(lambda found: f"{found[0]}\n  {meta}", html, count=1)


def policy(html: str) -> str:
    """The policy of a page. `frame-ancestors` is missing: only a header may say it."""
    scripts = " ".join(["'self'", *inline_hashes(html)])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "media-src 'self'",
            "manifest-src 'self'",
            "frame-src 'self'",
            "form-action 'self' mailto:",
            "base-uri 'none'",
        )
    )


def inline_hashes(html: str) -> list[str]:
    """CSP sources of the page's inline scripts; blocks of data are no scripts."""
    codes = [found["code"] for found in _SCRIPT.finditer(html) if _runs(found["attributes"])]
    return sorted({f"'sha256-{_hash(code)}'" for code in codes})


def _runs(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return "src=" not in attributes and (kind is None or kind["type"] == "text/javascript")


def _hash(code: str) -> str:
    return b64encode(sha256(code.encode()).digest()).decode()
