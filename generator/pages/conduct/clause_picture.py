"""Which clauses are praised or broken most: records counted by clause."""

from collections import Counter
from collections.abc import Iterable

from generator.edition.edition import Edition
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.text import vn_number
from generator.pages.charts.columns import Role
from generator.pages.charts.counted import tally_picture
from generator.pages.charts.picture import RECORDS, Picture, TableColumn
from generator.pages.charts.tallies import TallyRow, tally_chart
from generator.pages.clauses import clause_key, clause_words
from generator.pages.filters import CLAUSE

MOST_DRAWN = 6
CLAUSES = TableColumn("Điểm", "clause", is_number=False)


def clause_picture(
    edition: Edition,
    records: Iterable[PublicCommendation | PublicCriticism],
    noun: str,
    role: Role,
) -> Picture | None:
    """The records that stand by clause, the commonest first; None where all are of one clause.

    `noun` is what is done: "phê bình", "nêu gương". A row leads to its records on the list.
    """
    some = tuple(records)
    counts = Counter(clause_key(edition.city, record) for record in some)
    words = clause_words(edition, some)
    ordered = sorted(words, key=lambda clause: -counts[clause])
    rows = [
        TallyRow(f"Điểm {words[clause]}", f"?{CLAUSE}={clause}", counts[clause])
        for clause in ordered
    ]
    chart = tally_chart("theo-diem", rows[:MOST_DRAWN], role, sample=edition.city.sample)
    if chart is None or len(rows) < 2:
        return None
    note = (
        "Số trường hợp theo điểm của văn bản chỉ đạo, không kể trường hợp đã rút lại hoặc thu hồi."
        " Chọn một dòng để xem riêng các trường hợp ấy."
    )
    if rest := len(rows) - len(chart.tallies):
        most = vn_number(rows[MOST_DRAWN].count)
        note += f" Không vẽ {vn_number(rest)} điểm khác, mỗi điểm nhiều nhất {most} trường hợp."
    finding = clause_finding(noun, [(words[clause], counts[clause]) for clause in ordered])
    return tally_picture(chart, rows, finding, note, (CLAUSES, RECORDS))


def clause_finding(noun: str, counts: list[tuple[str, int]]) -> str:
    """ "Bị phê bình nhiều nhất: điểm 3.2 (…), 9 trong 26 trường hợp".

    `counts` are of clauses in words, commonest first; of several with as many all are named.
    """
    most, total = counts[0][1], sum(count for _, count in counts)
    first = [words for words, count in counts if count == most]
    begun = f"{noun[:1].upper()}{noun[1:]} nhiều nhất"
    if len(first) == len(counts):
        return f"Mỗi điểm có {vn_number(most)} trường hợp {noun}, không điểm nào nhiều hơn"
    if len(first) > 1:
        named = [words.partition(":")[0] for words in first]
        numbers = f"{', '.join(named[:-1])} và {named[-1]}"
        return f"{begun}: điểm {numbers}, mỗi điểm {vn_number(most)} trường hợp"
    number, colon, about = first[0].partition(": ")
    told = f"{number} ({about})" if colon else number
    return f"{begun}: điểm {told}, {vn_number(most)} trong {vn_number(total)} trường hợp"
