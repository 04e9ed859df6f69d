"""A report as plain text, for people to read in a golden and for tests to search."""

from generator.reports.document import Appendix, Block, Gap, Heading, Item, Report


def as_text(report: Report) -> str:
    """Everything that is printed, a line a paragraph, a row a line with bars between its cells."""
    head = report.letterhead
    lines = [
        *([head.above.upper()] if head.above else []),
        head.issuer.upper(),
        f"Số:        /{head.symbol}",
        f"{head.place}, ngày      tháng      năm {report.year}",
        "",
        report.kind,
        report.subject,
        f"Kính gửi: {report.addressee}.",
        "",
        *map(_line, report.blocks),
        "",
        *(f"Nơi nhận: {name}" for name in report.recipients),
        *report.signature.lines,
    ]
    for appendix in report.appendices:
        lines += _table(appendix)
    return "\n".join(lines) + "\n"


def _line(block: Block) -> str:
    if isinstance(block, Heading):
        return f"\n{block.text}"
    if isinstance(block, Gap):
        return f"[Bổ sung: {block.text}]"
    return f"- {block.text}" if isinstance(block, Item) else block.text


def _table(appendix: Appendix) -> list[str]:
    rows = [tuple(column.heading for column in appendix.columns), *appendix.rows]
    note = [f"Ghi chú: {appendix.note}"] if appendix.note else []
    return ["", appendix.name, appendix.title.upper(), *map(" | ".join, rows), *note]
