"""The copy to read offline is held against the site, file by file and page by page."""

import io
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from generator.model.site_paths import OFFLINE_COPY
from generator.verify import open_site
from generator.verify.offline import check_offline
from worlds.forged import Forged

Files = dict[str, bytes]


def found(forged: Forged) -> list[str]:
    with open_site(forged.folder) as site:
        return [f"{item.place}: {item.sentence}" for item in check_offline(site).findings]


def repack(forged: Forged, change: Callable[[Files, str], None]) -> None:
    with ZipFile(forged.folder / OFFLINE_COPY) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files, next(iter(files)).partition("/")[0])
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    forged.write(OFFLINE_COPY, out.getvalue())


def test_the_copy_as_it_was_made_is_right(forged: Forged) -> None:
    assert found(forged) == []


def other_data(files: Files, root: str) -> None:
    files[f"{root}/du-lieu/criticisms.csv"] += b"x\n"


def other_script(files: Files, root: str) -> None:
    files[f"{root}/phat-thanh/2018-w40/ban-tin.txt"] += b"x\n"


def other_page(files: Files, root: str) -> None:
    page = f"{root}/phe-binh/pb-2018-021/index.html"
    files[page] = files[page].replace(">Để 12 hồ sơ".encode(), ">Để 2 hồ sơ".encode())


def page_added(files: Files, root: str) -> None:
    files[f"{root}/phe-binh/pb-2018-099/index.html"] = b"<p>x</p>"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_data, "du-lieu/criticisms.csv: tệp trong bản ngoại tuyến khác với tệp của trang."),
        (other_script, "phat-thanh/2018-w40/ban-tin.txt: tệp trong bản ngoại tuyến khác với"),
        (other_page, "phe-binh/pb-2018-021/index.html: “Để 2 hồ sơ"),
        (page_added, "phe-binh/pb-2018-099/index.html: bản ngoại tuyến có tệp này, trang thì"),
    ],
)
def test_a_copy_that_says_something_else(
    forged: Forged, change: Callable[[Files, str], None], told: str
) -> None:
    repack(forged, change)
    assert any(item.startswith(f"{OFFLINE_COPY}: {told}") for item in found(forged))


def test_what_is_no_copy(forged: Forged) -> None:
    forged.write(OFFLINE_COPY, b"x")
    assert found(forged) == [f"{OFFLINE_COPY}: bản ngoại tuyến không mở được."]


def test_a_copy_that_does_not_unpack_is_no_traceback(forged: Forged) -> None:
    forged.damage(OFFLINE_COPY, "du-lieu/figures.csv")
    assert found(forged) == [f"{OFFLINE_COPY}: bản ngoại tuyến không mở được."]
