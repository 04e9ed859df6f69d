"""A mapping as a file for people: every part under a remark that says what it is."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator.model.dossier_mapping import DossierMapping

HEAD = """\
# Cách đọc tệp xuất của hệ thống một cửa. Dùng tệp này bằng lệnh:
#   congkhai import dossiers TỆP --mapping {name}
# Ở mục values, bên trái dấu hai chấm là chữ trong tệp xuất, bên phải là mã hoặc tên trong dữ liệu.
# Chỗ còn trống là chưa trả lời: hãy điền rồi chạy lại lệnh. Dòng không phải là hồ sơ thì chép chữ
# của nó vào mục left_out.
"""
REMARKS = {
    "title": "Loại tệp xuất.",
    "columns": "Mỗi cột của bộ Hồ sơ lấy từ cột nào của tệp xuất.",
    "new_procedures": "Thủ tục chưa có trong danh mục được thêm vào procedures.csv, với tên và "
    "lĩnh "
    "vực lấy ở các cột sau.",
    "personal": "Cột có thông tin cá nhân: không đọc, không ghi ở đâu cả.",
    "ignored": "Cột không cần đến.",
}
Hints = Mapping[str, Mapping[str, str]]
"""The known names that are most like a word, by column and word."""


def plain_values(mapping: DossierMapping) -> dict[str, Any]:
    """What a mapping says, in plain values, without what it leaves open."""
    found = mapping.model_dump(mode="json", exclude_defaults=True)
    for name, rule in mapping.columns.items():
        if rule.values:
            found["columns"][name]["values"] = dict(rule.values)
    return found


def mapping_text(
    mapping: DossierMapping,
    name: str = "…",
    remarks: Mapping[str, str] | None = None,
    hints: Hints | None = None,
) -> str:
    """The text of a mapping's file, whose name is `name`.

    `remarks` are about its columns, `hints` about words that nobody has answered yet.
    """
    parts = _parts(mapping, remarks or {}, hints or {})
    return "\n".join((HEAD.format(name=name).rstrip(), *parts)) + "\n"


def _parts(mapping: DossierMapping, remarks: Mapping[str, str], hints: Hints) -> Iterator[str]:
    for key, value in plain_values(mapping).items():
        yield ""
        yield f"# {REMARKS[key]}"
        if key != "columns":
            yield from _dumped({key: value}, "")
            continue
        yield f"{key}:"
        for column, rule in value.items():
            if told := remarks.get(column):
                yield f"  # {told}"
            yield f"  {column}:"
            yield from _rule(rule, hints.get(column, {}))


def _rule(rule: Mapping[str, Any], hints: Mapping[str, str]) -> Iterator[str]:
    for key, value in rule.items():
        if key != "values":
            yield from _dumped({key: value}, "    ")
            continue
        yield f"    {key}:"
        for word, meaning in value.items():
            told = f" {one_line(meaning)}" if meaning else ""
            hint = f"  # gần nhất: {hints[word]}" if not meaning and hints.get(word) else ""
            yield f"      {one_line(word)}:{told}{hint}"


def one_line(text: str) -> str:
    """A text as a key or a value of YAML on one line, in quotation marks where it needs them."""
    shown: str = yaml.safe_dump(text, allow_unicode=True, width=100_000)
    return shown.removesuffix("\n").removesuffix("\n...").strip()


def _dumped(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    text = yaml.dump(
        dict(value), Dumper=_Indented, allow_unicode=True, sort_keys=False, width=100_000
    )
    yield from (f"{indent}{line}" for line in text.rstrip().split("\n"))


class _Indented(yaml.SafeDumper):
    """Lists are indented below their keys, as in all our files."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)
