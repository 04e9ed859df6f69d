"""Forms of days in Excel's signs mean what a reader of what people type understands."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.cells import Unread
from generator.entry.day_forms import FOREIGN, USUAL, read_by, strptime_of
from generator.entry.moments import read_moment

moments = st.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)


@given(moments, st.sampled_from(USUAL))
def test_what_most_exports_write_is_understood_in_one_way(moment: datetime, form: str) -> None:
    text = moment.strftime(strptime_of(form))
    assert read_by([form], text) == datetime.fromisoformat(read_moment(text))


@given(moments, st.sampled_from(FOREIGN))
def test_a_form_reads_what_it_writes(moment: datetime, form: str) -> None:
    text = moment.strftime(strptime_of(form))
    found = read_by([form], text)
    assert found.date() == moment.date() and found.strftime(strptime_of(form)) == text


def test_minutes_and_months_are_told_apart() -> None:
    assert strptime_of("mm/dd/yyyy hh:mm:ss AM/PM") == "%m/%d/%Y %I:%M:%S %p"
    assert strptime_of("dd-mm-yy hh:mm") == "%d-%m-%y %H:%M"


@pytest.mark.parametrize("text", ["31/02/2018", "2018", "01/13/0900"])
def test_what_no_form_fits_is_told(text: str) -> None:
    with pytest.raises(Unread, match="không đúng cách ghi ngày"):
        read_by(FOREIGN, text)
