"""How those criticised were heard, by quarter: what they brought forward and what became of it."""

from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.channels import POINT_KIND, ChannelCount
from generator.model.records import Contest
from generator.model.text import vn_date
from generator.pages.folds import Folded, folded

POINT_WORDS = "Trả lời từng điểm phê bình"


@dataclass(frozen=True)
class Channel:
    """One way in one quarter, in words."""

    count: ChannelCount
    words: str

    @property
    def received(self) -> str:
        """The day of the only one, or the days of the first and the last one."""
        first, last = vn_date(self.count.first_on), vn_date(self.count.last_on)
        return first if first == last else f"từ {first} đến {last}"


def channels(edition: Edition) -> Folded[Channel]:
    """Every way in every quarter, the newest quarter first."""
    rows = [Channel(row, _words(edition, row.kind)) for row in edition.figures.channel_counts]
    return folded(rows, lambda row: row.count.quarter, size=lambda row: row.count.asked_count)


def _words(edition: Edition, kind: str) -> str:
    return POINT_WORDS if kind == POINT_KIND else edition.contract.label(Contest, "kind", kind)
