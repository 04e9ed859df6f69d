"""The command that begins a project: it asks what a place is, and lays its folder."""

import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.day import as_day
from generator.cli.outside import today_outside
from generator.cli.progress import working
from generator.cli.shared import EXIT_ERRORS, own_example, stop, write_files

if TYPE_CHECKING:
    from generator.app.new.place import Place

NONE = "không"
UNSOUND = (
    "Chưa lập dự án: điều đã khai hoặc tệp đưa vào có chỗ sai. Hãy sửa theo lời dưới đây rồi chạy "
    "lại lệnh."
)
UNSAVED = (
    "Đã lập dự án ở “{0}” nhưng chưa lưu được vào git. {1}\nKhi git đã dùng được thì chạy: cd {2}, "
    'git init -b main, git add --all, git commit -m "Lập dự án"'
)
_NUMBERED = re.compile(r"(?P<kind>[^\W\d][^\d]*?) (?:số )?(?P<no>\d\S*)")


KindOption = Annotated[
    str | None,
    typer.Option(help="Loại nơi công bố: phuong, xa, tinh, thanh-pho, thanh-pho-cu, huyen, khac."),
]
NameOption = Annotated[str | None, typer.Option(help="Tên đầy đủ, ví dụ “Phường Hoa Sen”.")]
UnitsOption = Annotated[
    Path | None, typer.Option(help="Tệp ghi tên các đơn vị, mỗi dòng một tên; - là dán vào đây.")
]
DayOption = Annotated[
    str | None, typer.Option(help="Ngày số liệu đầu tiên; không ghi thì là hôm nay.")
]
StationOption = Annotated[
    str | None, typer.Option(help="Tên đài phát chuyên mục; không có đài thì ghi “không”.")
]
DirectiveOption = Annotated[
    str | None,
    typer.Option(help="Văn bản chỉ đạo: “loại và số | ngày | trích yếu”; không có thì “không”."),
]
CalendarOption = Annotated[
    Path | None, typer.Option(help="Tệp lịch nghỉ của nơi khác, cùng các cột calendar.csv.")
]
ExampleOption = Annotated[
    bool, typer.Option("--example", help="Lấy dữ liệu mẫu, đã có đủ bản ghi, để xem thử.")
]


def new(
    folder: Annotated[Path, typer.Argument(metavar="TÊN", help="Thư mục của dự án mới.")],
    kind: KindOption = None,
    name: NameOption = None,
    units: UnitsOption = None,
    as_of: DayOption = None,
    station: StationOption = None,
    directive: DirectiveOption = None,
    email: Annotated[str, typer.Option(help="Thư điện tử nhận phản ánh.")] = "",
    phone: Annotated[str, typer.Option(help="Điện thoại nhận phản ánh.")] = "",
    address: Annotated[str, typer.Option(help="Địa chỉ nhận phản ánh.")] = "",
    calendar: CalendarOption = None,
    example: ExampleOption = False,
) -> None:
    """Lập dự án mới cho một địa phương: thư mục dữ liệu trống, kho git, hướng dẫn."""
    from generator.app.new.project import (
        example_files,
        keepers_files,
        own_contract,
        project_files,
        with_schemas,
    )
    from generator.history import HistoryRefused, begin_repository

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise stop(f"“{folder}” đã có và không trống. Hãy chọn một tên khác.")
    if example:
        place = _example_place()
        beside = keepers_files(place, own_contract(own_example()))
        files = with_schemas(example_files(own_example()) | beside)
    else:
        day = as_day(as_of) if as_of else today_outside()
        asked = _Asked(kind, name, units, station, directive)
        place = asked.place(day, email=email, phone=phone, address=address)
        days = _read(calendar) if calendar else None
        files = project_files(place, own_example(), days)
    _require_sound(files)
    write_files(folder, files)
    typed = quote(str(folder))
    try:
        begin_repository(folder, f"Lập dự án của {place.name}", place.authority)
    except HistoryRefused as refused:
        raise stop(UNSAVED.format(folder, refused, typed)) from None
    typer.echo(f"Đã lập dự án ở “{folder}”: {len(files)} tệp, đã lưu vào git.")
    typer.echo(f"Xem thử: cd {typed} && congkhai serve. Hướng dẫn: {folder / 'README.md'}")


def _example_place() -> "Place":
    """The sample city as its settings say it."""
    from generator.app.new.place import Place
    from generator.app.sources import read_settings

    city, _ = read_settings(own_example())
    return Place("thanh-pho-cu", city.city.name, city.as_of)


def _require_sound(files: Mapping[str, bytes]) -> None:
    """Check what is to be laid, so that nobody begins with a project that does not build."""
    from generator.app.sources import Refused, sound_sources
    from generator.output.scratch import scratch

    with working(), scratch(files) as trial:
        try:
            sound_sources(trial / "data")
        except Refused as refused:
            raise stop(f"{UNSOUND}\n\n{refused}", EXIT_ERRORS) from None


class _Asked:
    """What was typed, and what is asked for where nothing was."""

    def __init__(
        self,
        kind: str | None,
        name: str | None,
        units: Path | None,
        station: str | None,
        directive: str | None,
    ) -> None:
        """Each as it was typed; None is asked for."""
        from generator.app.new.place import KINDS

        choices = "\n".join(f"  {word}: {about['title']}" for word, about in KINDS.items())
        self.kind = kind or _ask(f"Loại nơi công bố:\n{choices}\nLoại", "phuong")
        if self.kind not in KINDS:
            raise stop(f"Không có loại “{self.kind}”. Các loại: {', '.join(KINDS)}.")
        self.name = " ".join((name or _ask("Tên đầy đủ, ví dụ “Phường Hoa Sen”", "")).split())
        if not self.name:
            raise stop("Thiếu tên nơi công bố. Hãy ghi --name, ví dụ --name “Phường Hoa Sen”.")
        self.units = _units(units)
        self.station = _or_none(station or _ask("Tên đài phát chuyên mục", NONE))
        self.directive = _directive(
            _or_none(directive or _ask("Văn bản chỉ đạo (loại và số | ngày | trích yếu)", NONE))
        )

    def place(self, as_of: date, *, email: str, phone: str, address: str) -> "Place":
        """The place that was asked about."""
        from generator.app.new.place import Place

        told = (self.units, self.station, self.directive, email, phone, address)
        return Place(self.kind, self.name, as_of, *told)


def _ask(question: str, usual: str) -> str:
    """What a person types; the usual answer where nobody can be asked."""
    if not sys.stdin.isatty():
        return usual
    typer.echo(f"{question}{f' [{usual}]' if usual else ''}: ", nl=False, err=True)
    return sys.stdin.readline().strip() or usual


def _or_none(answer: str) -> str:
    return "" if answer.strip().lower() in (NONE, "khong", "") else answer.strip()


def _units(path: Path | None) -> list[str]:
    """The names of a file or a pasted list, one a line."""
    if path is None:
        return []
    text = sys.stdin.read() if str(path) == "-" else _read(path).decode("utf-8-sig", "replace")
    return [line.strip(" \t,;-•") for line in text.splitlines() if line.strip(" \t,;-•")]


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise stop(f"Không có tệp “{path}”.")
    return path.read_bytes()


def _directive(text: str) -> dict[str, object] | None:
    """A directive as it was typed: its kind and number, its day and what it is about."""
    if not text:
        return None
    parts = [part.strip() for part in text.split("|")]
    found = _NUMBERED.fullmatch(parts[0])
    if len(parts) != 3 or not all(parts) or not found:
        raise stop(
            "Văn bản chỉ đạo ghi đủ ba phần: “Chỉ thị 15/CT-UBND | 2026-01-05 | Siết chặt kỷ luật”."
        )
    told = {"kind": found["kind"], "document_no": found["no"], "issued_on": as_day(parts[1])}
    return told | {"title": parts[2]}
