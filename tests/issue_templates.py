"""The forms in `.github/ISSUE_TEMPLATE/` as the plain templates of a forge without forms.

`python tests/issue_templates.py` writes `.gitlab/issue_templates/` anew. Other forges read the
forms where they lie.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
FORMS, PLAIN = ROOT / ".github" / "ISSUE_TEMPLATE", ROOT / ".gitlab" / "issue_templates"


def forms() -> dict[str, Mapping[str, Any]]:
    """Each form by its file's name, without the ending."""
    paths = (path for path in sorted(FORMS.glob("*.yml")) if path.stem != "config")
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in paths}


def plain(form: Mapping[str, Any]) -> str:
    """The form as Markdown: a heading a question, what helps to answer it as a comment."""
    return "\n\n".join([f"<!-- {form['description']} -->", *_parts(form)]) + "\n"


def _parts(form: Mapping[str, Any]) -> Iterator[str]:
    for part in form["body"]:
        said = part["attributes"]
        if part["type"] == "markdown":
            yield f"<!-- {said['value']} -->"
            continue
        yield f"## {said['label']}"
        choices = ", ".join(said.get("options", ()))
        if told := said.get("description") or choices:
            yield f"<!-- {told} -->"


if __name__ == "__main__":
    for name, form in forms().items():
        (PLAIN / f"{name}.md").write_text(plain(form), "utf-8")
