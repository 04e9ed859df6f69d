"""A project's folder is found from below it, and its own files take the place of the program's."""

import shutil
from pathlib import Path

import pytest

from worlds.command import congkhai
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

HOME = "index.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "du-an"
    told = ("--kind", "xa", "--name", "Xã Hoa Sen", "--station", "không", "--directive", "không")
    assert congkhai("new", folder, *told).status == 0
    return folder


def build(project: Path, at: str = ".") -> str:
    return congkhai("build", "--plain", at=project / at).said


def page(project: Path, address: str = "") -> str:
    return (project / "site" / address / "index.html").read_text("utf-8")


def test_commands_find_the_project_from_any_folder_below_it(project: Path) -> None:
    assert congkhai("check", at=project / "data" / "dossiers").said == "Không có lỗi nào.\n"
    assert "Dựng xong" in build(project, "data/dossiers")
    assert (project / "site" / "index.html").is_file()
    said = congkhai("check", at=project.parent).said
    assert "Không có thư mục dữ liệu “data”" in said


def test_a_page_and_a_template_of_its_own_take_the_place_of_the_programs(project: Path) -> None:
    build(project)
    usual = page(project, "phuong-phap")
    (project / "content").mkdir()
    (project / "content" / "them.md").write_text("# Thêm về {{ name }}\n", "utf-8")
    (project / "content" / HOME).write_text(
        "---\ntitle: Nhà\n---\n# Của {{ place }}\n\n<div>\n__body__\n</div>\n", "utf-8"
    )
    feedback = project / "site_templates" / "pages" / "audiences.html"
    feedback.parent.mkdir(parents=True)
    feedback.write_text("<p>Bản riêng</p>\n", "utf-8")
    assert "Dựng xong" in build(project)
    assert "Của xã" in page(project) and "Thêm về Xã Hoa Sen" in page(project, "them")
    assert "Bản riêng" in page(project, "danh-cho")
    assert page(project, "phuong-phap").split("<article")[1] == usual.split("<article")[1]
    assert congkhai("verify", "site", "--quick", at=project).status == 0


def test_an_unknown_variable_of_its_own_page_is_told_with_its_line(project: Path) -> None:
    (project / "content").mkdir()
    (project / "content" / "them.md").write_text("# Thêm\n\n{{ huyen }}\n", "utf-8")
    said = build(project)
    assert "Trang viết tay them.md, dòng 3: không có biến “huyen”" in said
    assert not (project / "site").exists()


def test_the_site_of_a_project_is_built_again_from_itself(project: Path) -> None:
    (project / "content").mkdir()
    (project / "content" / "them.md").write_text("# Thêm về {{ name }}\n", "utf-8")
    build(project)
    answer = congkhai("verify", "site", at=project)
    assert answer.status == 0 and "dựng lại" in answer.said


def own_template(project: Path, name: str, text: str) -> None:
    path = project / "site_templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_site_of_own_templates_is_built_again_where_they_lie(project: Path) -> None:
    own_template(project, "pages/audiences.html", "<p>Bản riêng</p>\n")
    build(project)
    inside = congkhai("verify", "site", at=project)
    outside = congkhai("verify", project / "site", at=project.parent)
    assert (inside.status, outside.status) == (0, 0)
    assert "giống từng byte" in inside.said and "không dựng lại để so được" not in inside.said
    assert "mẫu trang riêng (site_templates)" in outside.said


def test_a_script_is_laid_out_by_the_projects_own_template(project: Path) -> None:
    shutil.rmtree(project / "data")
    shutil.copytree(SMALL, project / "data")
    own_template(project, "bulletins/script.html", "<h1>Mẫu của đài: {{ title }}</h1>\n")
    said = congkhai("bulletin", "--week", "2018-W52", "--format", "html", at=project).said
    assert said.startswith("<h1>Mẫu của đài: ")
    assert congkhai("bulletin", "--all", "--out", "tin", at=project).status == 0
    pages = [path.read_text("utf-8") for path in (project / "tin").rglob("*.html")]
    assert pages and all("Mẫu của đài" in text for text in pages)


def test_the_program_says_its_version_and_can_be_quiet(project: Path) -> None:
    assert congkhai("--version").said.startswith("congkhai ")
    assert congkhai("--quiet", "check", at=project).said == ""
    (project / "data" / "units.csv").write_text("x\n", "utf-8")
    assert "Lỗi." in congkhai("-q", "check", at=project).said
    assert "_CONGKHAI_COMPLETE" in congkhai("completion", "bash").said
