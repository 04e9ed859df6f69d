"""Decision 188/1999/QĐ-TTg, article 1: offices work five days a week, and rest on the other two."""

WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
"""The names of the days, from Monday on."""
WEEKEND = (6, 7)
"""The days of rest, as ISO numbers the days of the week."""
WEEKEND_NAME = "cuối tuần"
"""What such a day is called where the calendar gives it no name."""
