"""What is wrong with the header of a table, each cause told once."""

import re
from collections.abc import Sequence

from generator.datafolder.fault import Fault

MAX_LABELS = 20
"""Columns that nobody asked for are told up to here."""
_SEPARATORS = ("\t", ";", "|")


def fault_of_separator(line: str, names: Sequence[str]) -> Fault | None:
    """That the columns are not separated by commas; `line` is the first of the file."""
    for separator in _SEPARATORS:
        labels = [label.strip(' "\r\n\ufeff') for label in line.split(separator)]
        if len(labels) > 1 and 2 * len(_known(labels, names)) > len(names):
            code = "csv-tabs" if separator == "\t" else "csv-separator"
            return Fault(code, 1, None, {"value": separator})
    return None


def label_faults(header: Sequence[str], names: Sequence[str]) -> tuple[Fault, ...]:
    """What is wrong with a header that should be `names`."""
    if list(header) == list(names):
        return ()
    if not any(label.strip() for label in header):
        return (Fault("header-blank", 1),)
    if not _known(header, names):
        return (_fault("header-missing", [header[0]], names),)
    if sorted(header) == sorted(names):
        moved = [label for label, name in zip(header, names, strict=True) if label != name]
        return (_fault("label-order", moved, names),)
    return tuple(_differences(list(header), list(names)))


def _differences(header: list[str], names: list[str]) -> list[Fault]:
    meant = _meant(header, names)
    there = {*header, *meant.values()}
    missing = [name for name in names if name not in there]
    wrong = [
        f"{header[place]} → {name}"
        for place, name in sorted(meant.items())
        if header[place].strip() and header[place] not in names
    ]
    blank = [str(place + 1) for place, label in enumerate(header) if not label.strip()]
    twice = [header[place] for place in sorted(_repeated(header))]
    extra = [
        label
        for place, label in enumerate(header)
        if label.strip() and label not in names and place not in meant
    ]
    found = {
        "label-missing": missing,
        "label-wrong": wrong,
        "label-blank": blank,
        "label-duplicate": [label for label in twice if label.strip() and label in names],
        "label-extra": extra,
    }
    return [_fault(code, labels, names) for code, labels in found.items() if labels]


def _fault(code: str, labels: Sequence[str], names: Sequence[str]) -> Fault:
    shown = ", ".join(labels[:MAX_LABELS]) + (", …" if len(labels) > MAX_LABELS else "")
    return Fault(code, 1, None, {"labels": shown, "header": ",".join(names)})


def _meant(header: Sequence[str], names: Sequence[str]) -> dict[int, str]:
    """By its place, the name that a wrong label stands for: one like it, or that of its place."""
    there, repeated = set(header), _repeated(header)
    lacking = {_plain(name): name for name in names if name not in there}
    found: dict[int, str] = {}
    strays = [p for p, label in enumerate(header) if label not in names or p in repeated]
    for place in strays:
        if _plain(header[place]) in lacking:
            found[place] = lacking.pop(_plain(header[place]))
    if len(header) == len(names):
        for place in strays:
            if place not in found and _plain(names[place]) in lacking:
                found[place] = lacking.pop(_plain(names[place]))
    return found


def _repeated(header: Sequence[str]) -> set[int]:
    """The places of labels that stand at an earlier place too."""
    first = {label: place for place, label in reversed(list(enumerate(header)))}
    return {place for place, label in enumerate(header) if first[label] != place}


def _known(labels: Sequence[str], names: Sequence[str]) -> set[str]:
    return {_plain(label) for label in labels} & {_plain(name) for name in names}


def _plain(label: str) -> str:
    """A label without what writers of headers change: case, blanks, hyphens."""
    return re.sub(r"[\W_]", "", label.casefold())
