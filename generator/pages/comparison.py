"""Wards and communes of one quarter side by side: the ranked plot of the home page and the list."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.text import vn_number, vn_percent, vn_quarter
from generator.pages.charts.dots import DotRow, dot_plot
from generator.pages.charts.findings import below_finding
from generator.pages.charts.picture import Picture, dots_picture
from generator.pages.lookups import dot_rows, local_noun, local_units, with_enough


@dataclass(frozen=True)
class Comparison:
    """The units with enough dossiers in the quarter for a share, ranked, and the city's own.

    `few` are the units with too few.
    """

    edition: Edition
    quarter: str
    rows: tuple[DotRow, ...]
    few: tuple[DotRow, ...]
    reference: float

    def picture(self, chart_id: str, shown: tuple[DotRow, ...]) -> Picture:
        """The plot of some of the rows; those left out lie between the two halves."""
        city = self.edition.city
        plot = dot_plot(
            chart_id,
            shown,
            self.reference,
            left_out=len(self.rows) - len(shown),
            sample=city.sample,
        )
        note = (
            f"Tỷ lệ hồ sơ đúng hạn, {vn_quarter(self.quarter)}. Vạch đứt: toàn thành phố"
            f" {vn_percent(self.reference)}. Số bên phải: số hồ sơ được xét (đã xong, hoặc chưa"
            " xong mà đã quá hạn). Xếp theo tỷ lệ cho dễ đọc, không phải xếp hạng thi đua; nơi thấp"
            " hơn rõ rệt được đánh dấu hình thoi đỏ."
        )
        if self.few:
            least = vn_number(city.policy.percentile_min_count)
            note += f" Không kể {vn_number(len(self.few))} nơi có dưới {least} hồ sơ."
        desc = "Mỗi dòng một đơn vị, xếp theo tỷ lệ hồ sơ đúng hạn, từ cao xuống thấp."
        finding = below_finding(self.rows, self.reference, local_noun(self.edition))
        return dots_picture(plot, shown, finding, note, desc, self.few)


def compare_units(
    edition: Edition, quarter: str | None, rel: Callable[[str], str]
) -> Comparison | None:
    """The comparison of a quarter; None without one, or without a dossier to judge in it."""
    city = edition.figures.one(quarter=quarter) if quarter else None
    if quarter is None or city is None or city.on_time_share is None:
        return None
    rows = {
        row.unit_id: row for row in edition.figures.by("unit", "quarter") if row.quarter == quarter
    }
    lines = dot_rows(local_units(edition), rows, rel)
    enough, few = with_enough(lines, edition.city.policy.percentile_min_count)
    return Comparison(edition, quarter, enough, few, city.on_time_share)
