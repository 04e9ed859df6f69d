"""What was answered to the questions of an export, kept in the mapping for the next time.

A mapping keeps its own remarks and order: new lines are put beside what stands there.
"""

from collections.abc import Mapping

from generator.app.dossiers.mapping_files import DECLARED
from generator.app.dossiers.mapping_text import mapping_text, one_line, plain_values
from generator.app.dossiers.questions import LEFT_OUT
from generator.datafolder.written import Refusal, Written, understood, written
from generator.model.dossier_mapping import DossierMapping, Rule

Answers = Mapping[str, Mapping[str, str | None]]
"""What each word of a column means; None where nobody has said yet."""


def with_answers(mapping: DossierMapping, answers: Answers) -> DossierMapping:
    """The mapping that knows the answers, too."""
    columns = dict(mapping.columns)
    for name, words in answers.items():
        rule = columns.get(name, Rule())
        left_out = tuple(word for word, value in words.items() if value == LEFT_OUT)
        values = {word: value for word, value in words.items() if value != LEFT_OUT}
        columns[name] = rule.model_copy(
            update={
                "values": {**rule.values, **values},
                "left_out": tuple(dict.fromkeys((*rule.left_out, *left_out))),
            }
        )
    return mapping.model_copy(update={"columns": columns})


def kept_answers(text: str, mapping: DossierMapping, answers: Answers) -> str:
    """The text of the mapping's file with the answers; written anew where they fit in nowhere."""
    wanted = with_answers(mapping, answers)
    try:
        found = _inserted(text, answers)
        if _understood(found) == plain_values(wanted):
            return found
    except (Refusal, LookupError, ValueError):
        pass
    return mapping_text(wanted)


def _understood(text: str) -> dict[str, object]:
    values = understood(written(text), DECLARED.is_text)
    return plain_values(DossierMapping.model_validate(values))


def _inserted(text: str, answers: Answers) -> str:
    """The text with every answer at its place, the last place first. Raises LookupError."""
    for name, words in answers.items():
        for word, value in words.items():
            if value == LEFT_OUT:
                text = _with_line(text, ("columns", name), "left_out", f"- {one_line(word)}")
            else:
                text = _with_value(text, name, word, value)
    return text


def _with_value(text: str, name: str, word: str, value: str | None) -> str:
    rule = written(text).at(("columns", name))
    values = rule.content.get("values") if isinstance(rule.content, dict) else None
    there = values.content.get(word) if values and isinstance(values.content, dict) else None
    told = one_line(value) if value else ""
    if there is not None:
        if there.content:
            return text
        colon = text.rindex(":", 0, max(there.start, 1) + 1)
        return f"{text[: colon + 1]} {told}".rstrip() + text[colon + 1 :]
    return _with_line(text, ("columns", name), "values", f"{one_line(word)}: {told}".rstrip())


def _with_line(text: str, place: tuple[str, ...], key: str, line: str) -> str:
    """The text with a line at the end of a block of a mapping, begun where there is none."""
    holder = written(text).at(place)
    if not isinstance(holder.content, dict) or holder.source.startswith("{"):
        raise LookupError(key)
    indent = _indent(text, holder.start)
    block = holder.content.get(key)
    if block is None:
        return _put(text, holder, f"{indent}{key}:\n{indent}  {line}\n")
    if not isinstance(block.content, dict | list) or block.source[:1] in "[{":
        raise LookupError(key)
    return _put(text, block, f"{_indent(text, block.start)}{line}\n")


def _put(text: str, block: Written, lines: str) -> str:
    """The text with lines behind the last one of a block."""
    end = block.start + len(block.source)
    line_end = text.find("\n", end)
    if line_end < 0:
        return f"{text}\n{lines}"
    return text[: line_end + 1] + lines + text[line_end + 1 :]


def _indent(text: str, start: int) -> str:
    """The blanks before what begins at a place."""
    return " " * (start - (text.rfind("\n", 0, start) + 1))
