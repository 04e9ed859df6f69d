"""The list of procedures by field, and every procedure's page."""

from collections.abc import Iterator

from generator.contract.publication import Page
from generator.publish.environment import Renderer
from generator.publish.limits import cut_total_finding
from generator.publish.procedure_page import SECTION, procedure_page
from generator.publish.procedure_source import Procedures, by_field
from generator.publish.readings import endings_cell


def pages(renderer: Renderer) -> Iterator[Page]:
    """The list of procedures, then a page for each."""
    source = Procedures(renderer)
    yield _list_page(source)
    for procedure in source.edition.procedures:
        yield procedure_page(source, procedure)


def _list_page(source: Procedures) -> Page:
    policy = source.edition.city.policy
    total = source.figures.cut_total
    return source.renderer.page(
        "pages/procedures.html",
        f"{SECTION}/",
        "Thủ tục",
        "Từng thủ tục hành chính: thời hạn, mức rút ngắn và thời gian giải quyết thực tế.",
        fields=by_field([source.row(procedure) for procedure in source.edition.procedures]),
        cut_finding=cut_total_finding(total, policy.cut_share),
        incomparable_count=total.procedure_count - total.comparable_count,
        period=source.period.words,
        endings_cell=endings_cell,
    )
