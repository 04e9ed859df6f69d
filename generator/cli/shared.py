"""What every command shares: its options, its exits, and the one way to write files."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

EXIT_ERRORS = 1
EXIT_CANNOT_RUN = 2
_DATA, _SITE = Path("data"), Path("site")


def project_folder() -> Path:
    """The nearest folder, from here upwards, whose `data/` has settings; here when none has."""
    here = Path()
    steps = [here, *(Path(*[".."] * up) for up in range(1, len(here.absolute().parts)))]
    return next((step for step in steps if (step / _DATA / "city.yaml").is_file()), here)


def _in_project(path: Path) -> Path:
    """A folder as it was typed; the usual ones lie in the project that this folder is in."""
    return project_folder() / path if path in (_DATA, _SITE) and not path.exists() else path


DataOption = Annotated[Path, typer.Option("--data", callback=_in_project, help="Thư mục dữ liệu.")]
SiteOption = Annotated[
    Path, typer.Option("--out", callback=_in_project, help="Nơi đặt trang đã dựng.")
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="Tệp cấu hình của trang, nếu không dùng tệp sẵn có.")
]


def own_config() -> Path:
    """The program's own `mkdocs.yml`, which lies at the same place: what it names may run."""
    return _own("mkdocs.yml")


def own_example() -> Path:
    """The data of the sample city: `data/` of a clone, `example/` inside an installed package."""
    beside = own_config().parent / _DATA
    return beside if beside.exists() else own_config().parent / "example"


def _own(name: str) -> Path:
    package = Path(__file__).parent.parent
    beside = package.parent / name
    return beside if beside.exists() else package / name


def stop(sentence: str, code: int = EXIT_CANNOT_RUN) -> typer.Exit:
    """Says why, and gives the exit to raise."""
    typer.echo(sentence, err=True)
    return typer.Exit(code)


@contextmanager
def refusals(*kinds: type[Exception]) -> Iterator[None]:
    """Data that fail their check exit with 1; what else may be refused, of these kinds, with 2."""
    from generator.app.sources import Refused

    try:
        yield
    except Refused as refused:
        raise stop(str(refused), EXIT_ERRORS) from None
    except kinds as refusal:
        raise stop(str(refusal)) from None


def require_folder(folder: Path) -> None:
    """Stops without the data folder."""
    if not folder.is_dir():
        raise stop(
            f"Không có thư mục dữ liệu “{folder}”. Hãy chạy lệnh trong thư mục của dự án, "
            "hoặc chỉ ra thư mục bằng --data."
        )


def require_config(config: Path | None) -> None:
    """Stops without the site's configuration, where one was named."""
    if config and not config.is_file():
        raise stop(
            f"Không có tệp cấu hình “{config}”. Hãy chạy lệnh trong thư mục của dự án, "
            "hoặc chỉ ra tệp bằng --config."
        )


def tell_of_history(untold: str) -> None:
    """Says that the history of the data is not told in a site, and why."""
    if untold:
        typer.echo(
            f"Lưu ý: trang không ghi lần lưu của dữ liệu và lịch sử của từng bản ghi, vì {untold}.",
            err=True,
        )


def write_files(out: Path, files: Mapping[str, bytes]) -> None:
    """Files by path under a folder, made where it is missing; all of them or none."""
    from generator.output.putting import put_files

    put_files({out / path: content for path, content in files.items()})
