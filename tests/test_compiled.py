"""Templates that are compiled once for a run say what Jinja makes of them."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError

from worlds.compiled import CompiledOnce


def written(folder: Path, text: str) -> FileSystemLoader:
    folder.mkdir(exist_ok=True)
    (folder / "a.html").write_text(text, "utf-8")
    return FileSystemLoader(folder)


@pytest.fixture
def fresh(tmp_path: Path) -> CompiledOnce:
    (tmp_path / "made").mkdir()
    return CompiledOnce(tmp_path / "made")


def test_a_copy_of_a_template_is_compiled_no_more(fresh: CompiledOnce, tmp_path: Path) -> None:
    with fresh.used():
        for name in ("one", "other"):
            loader = written(tmp_path / name, "{{ x }}")
            template = Environment(loader=loader, autoescape=True).get_template("a.html")
            assert template.render(x="<b>") == "&lt;b&gt;"
            assert template.filename == str(tmp_path / name / "a.html")
    assert len(list(fresh.folder.iterdir())) == 1


def test_what_is_written_or_read_otherwise_is_another(fresh: CompiledOnce, tmp_path: Path) -> None:
    loader = written(tmp_path / "one", "<{{ x }}")
    with fresh.used():
        plain = Environment(loader=loader, autoescape=False).get_template("a.html")
        escaped = Environment(loader=loader, autoescape=True).get_template("a.html")
        strict = Environment(loader=loader, undefined=StrictUndefined, autoescape=True)
        strict.filters["x"] = str
        assert (plain.render(x="<"), escaped.render(x="<")) == ("<<", "<&lt;")
        loader = written(tmp_path / "one", "{{ x|x }}")
        assert strict.get_template("a.html").render(x=1) == "1"
        with pytest.raises(TemplateSyntaxError, match="No filter named"):
            Environment(loader=loader, autoescape=True).get_template("a.html")
