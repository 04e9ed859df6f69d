"""The day in `city.yaml`: another one takes its place, and no other byte is touched."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.datafolder.day import with_day
from generator.datafolder.written import written
from worlds.paths import DATA

LAYOUTS = (
    "as_of: {}\nsample: true\n",
    "sample: true # mẫu\nas_of:   '{}'   # ngày số liệu\n",
    'as_of: "{}"\r\ncity:\r\n  name: "as_of: 2001-01-01"\r\n',
    "city: {{name: Mẫu}}\nas_of:\n  {}\nradio: {{as_of: 2001-01-01}}\n",
    "{{sample: true, as_of: {}, city: {{name: Thành phố Mẫu}}}}",
)
DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
@given(day=DAYS, other=DAYS)
def test_only_the_day_is_another(layout: str, mark: bytes, day: date, other: date) -> None:
    before = mark + layout.format(day).encode()
    after = with_day(before, other)
    assert written(after.decode("utf-8-sig")).at(("as_of",)).content == other.isoformat()
    plain = layout.replace("'{}'", "{}").replace('"{}"', "{}")
    assert after == mark + plain.format(other).encode()


def test_the_shipped_settings_keep_every_remark() -> None:
    before = (DATA / "city.yaml").read_bytes()
    after = with_day(before, date(2019, 1, 5))
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    assert [new for old, new in lines if old != new] == [b"as_of: 2019-01-05"]
