"""Units that are alike side by side in one quarter: ranked plots for the home page and the list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.figures import Figure
from generator.model.text import slug, vn_number, vn_percent, vn_quarter
from generator.model.unit_groups import UnitGroup, group_words
from generator.pages.charts.dots import DotRow, dot_plot
from generator.pages.charts.findings import below_finding
from generator.pages.charts.picture import Picture, dots_picture
from generator.pages.lookups import dot_rows, with_enough
from generator.pages.peers import peers_of


@dataclass(frozen=True)
class Comparison:
    """The units of a group with enough dossiers in the quarter for a share, ranked, and the group's
    own figure. `few` are the units with too few.
    """

    edition: Edition
    quarter: str
    group: UnitGroup
    chart_id: str
    rows: tuple[DotRow, ...]
    few: tuple[DotRow, ...]
    whole: Figure

    def picture(self, shown: tuple[DotRow, ...]) -> Picture:
        """The plot of some of the rows; those left out lie between the two halves."""
        city, share, noun = self.edition.city, self.whole.on_time_share, self.edition.local_units
        plot = dot_plot(
            self.chart_id,
            shown,
            share,
            left_out=len(self.rows) - len(shown),
            sample=city.sample,
        )
        contest = " thi đua" if city.city.jurisdiction == "vn" else ""
        note = (
            f"Tỷ lệ hồ sơ đúng hạn, {vn_quarter(self.quarter)}. Vạch đứt:"
            f" {group_words(self.group, noun)}, cộng lại {vn_percent(share)}. Số bên phải: số hồ"
            " sơ được xét (đã xong, hoặc chưa xong mà đã quá hạn). Xếp theo tỷ lệ cho dễ đọc, không"
            f" phải xếp hạng{contest}; nơi thấp hơn rõ rệt được đánh dấu hình thoi đỏ."
        )
        if self.few:
            least = vn_number(city.policy.percentile_min_count)
            note += f" Không kể {vn_number(len(self.few))} nơi có dưới {least} hồ sơ."
        desc = "Mỗi dòng một đơn vị, xếp theo tỷ lệ hồ sơ đúng hạn, từ cao xuống thấp."
        finding = below_finding(self.rows, share, noun)
        return dots_picture(plot, shown, finding, note, desc, self.few)


def compare_units(
    edition: Edition, quarter: str | None, rel: Callable[[str], str]
) -> tuple[Comparison, ...]:
    """A comparison of a quarter for each group of which two units or more can be drawn, the group
    of most units first; the first bears the name alone."""
    found: dict[str, Comparison] = {}
    for group, whole in _groups(edition, quarter) if quarter else ():
        mine = [edition.unit(unit_id) for unit_id in peers_of(edition).members[group.group_id]]
        rows: dict[str | None, Figure] = {
            unit.unit_id: row
            for unit in mine
            if (row := edition.figures.one(unit=unit.unit_id, quarter=quarter))
        }
        standing = (unit for unit in mine if unit.stands_on(edition.as_of))
        lines = dot_rows(standing, rows, rel)
        enough, few = with_enough(lines, edition.city.policy.percentile_min_count)
        name = slug(edition.local_units)
        chart_id = f"{name}-{group.least}" if found else name
        if quarter and len(enough) > 1:
            found[chart_id] = Comparison(edition, quarter, group, chart_id, enough, few, whole)
    return tuple(found.values())


def _groups(edition: Edition, quarter: str | None) -> Iterator[tuple[UnitGroup, Figure]]:
    """The groups with a share in the quarter, and their figures."""
    for group_id in peers_of(edition).members:
        whole = edition.figures.one(group=group_id, quarter=quarter)
        if whole and whole.on_time_share is not None:
            yield UnitGroup(group_id), whole
