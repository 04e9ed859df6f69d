"""Pictures of hand-written pages have the size of their file."""

import io

import pytest
from PIL import Image

from generator.pages.shell.picture_sizes import with_sizes


def png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (width, height)).save(stream, "PNG")
    return stream.getvalue()


FILES = {"hinh/a.png": png(640, 97), "b.png": b"no picture"}


@pytest.mark.parametrize("end", [">", " />"])
def test_a_picture_gets_the_size_of_its_file(end: str) -> None:
    assert with_sizes(f'<p><img alt="một" src="hinh/a.png"{end}</p>', FILES.get) == (
        '<p><img alt="một" src="hinh/a.png" width="640" height="97" loading="lazy"></p>'
    )


@pytest.mark.parametrize(
    "html",
    ['<img src="c.png">', '<img src="b.png">', '<img width="9" src="hinh/a.png">',
     '<img src="hinh/a.svg">'],
)  # fmt: skip
def test_others_stay_as_they_are(html: str) -> None:
    assert with_sizes(html, FILES.get) == html
