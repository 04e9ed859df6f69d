"""Every contest in a list: what its record is called, and all that became of it in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.case_words import case_words
from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.records import Contest
from generator.model.text import vn_date
from generator.pages.addresses import record_url
from generator.pages.conduct.contests import contest_row


@dataclass(frozen=True)
class ListedContest:
    """The same with what its record is called, where that lies, and all of it in one sentence."""

    contest: Contest
    kind: str
    outcome: str
    record_words: str
    record_url: str

    @property
    def told(self) -> str:
        """What became of it: "Thanh tra thành phố thụ lý ngày 05/11/2018, đang giải quyết"."""
        item = self.contest
        ended = f" ngày {vn_date(item.ended_on)}" if item.ended_on else ""
        outcome = mid_sentence(self.outcome)
        return f"{item.body} thụ lý ngày {vn_date(item.opened_on)}; kết quả: {outcome}{ended}"


def listed_contests(edition: Edition) -> Sequence[ListedContest]:
    """Return every contest that is public, the newest first."""
    return [_listed(edition, contest) for contest in edition.contests]


def _listed(edition: Edition, contest: Contest) -> ListedContest:
    row, record = contest_row(edition, contest), edition.record(contest.record_id)
    url = record_url(edition.dataset_of[record.record_id], record.record_id)
    return ListedContest(contest, row.kind, row.outcome, case_words(edition, record), url)
