"""What `new` lays as an example behind a document is true once its marks are taken away."""

from datetime import date
from pathlib import Path

from generator.app.new.place import Place
from generator.app.new.project import project_files
from generator.app.sources import check_folder, read_settings
from worlds.paths import DATA

DOCUMENT = {
    "kind": "Công văn",
    "document_no": "15/UBND",
    "issued_on": "2026-01-05",
    "title": "Tăng cường kỷ luật, kỷ cương hành chính",
}


def test_the_example_of_duties_holds_when_it_is_taken(tmp_path: Path) -> None:
    place = Place("phuong", "Phường Hoa Sen", date(2026, 11, 28), directive=DOCUMENT)
    for path, content in project_files(place, DATA).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    data = tmp_path / "data"
    assert read_settings(data)[0].directives[0].duties.reports is None
    settings = data / "city.yaml"
    lines = settings.read_text("utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("#  # Văn bản giao"))
    last = next(n for n in range(first, len(lines)) if not lines[n])
    lines[first:last] = [line.removeprefix("#") for line in lines[first:last]]
    settings.write_text("\n".join(lines) + "\n", "utf-8")
    (document,) = read_settings(data)[0].directives
    reports = document.duties.reports
    assert reports and [item.kind for item in reports.indicators] == ["number", "number", "text"]
    assert document.duties.inspection_teams
    assert not [problem for problem in check_folder(data).problems if problem.severity == "error"]
