"""Addresses inside the site."""


def relative(from_url: str, to_url: str) -> str:
    """Address of a page or file of the site as seen from the page at `from_url`.

    Both are relative to the site's root (`phe-binh/pb-2018-007/`, `""` is home). A fragment or
    query in `to_url` stays.
    """
    here, there = from_url.split("/")[:-1], to_url.split("/")
    shared = 0
    for mine, other in zip(here, there[:-1], strict=False):
        if mine != other:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def absolute(site_url: str, url: str) -> str:
    """Address of a page or file of the site as seen from anywhere."""
    return f"{site_url.rstrip('/')}/{url}"
