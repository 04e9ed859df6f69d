"""A project's folder is found from below it, and its own files take the place of the program's."""

from pathlib import Path

import pytest

from worlds.command import congkhai

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


def test_the_program_says_its_version_and_can_be_quiet(project: Path) -> None:
    assert congkhai("--version").said.startswith("congkhai ")
    assert congkhai("--quiet", "check", at=project).said == ""
    (project / "data" / "units.csv").write_text("x\n", "utf-8")
    assert "Lỗi." in congkhai("-q", "check", at=project).said
    assert "_CONGKHAI_COMPLETE" in congkhai("completion", "bash").said
