"""The command with which anyone checks a published site."""

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.engines import build_site, engine_of_site
from generator.cli.progress import working
from generator.cli.project import engine_of
from generator.cli.shared import (
    EXIT_ERRORS,
    own_config,
    project_folder,
    refusals,
    require_config,
    require_folder,
    stop,
    tell_of_history,
)

if TYPE_CHECKING:
    from generator.cli.remaking import Remaking
    from generator.verify import Site


Rebuild = Annotated[
    bool, typer.Option("--rebuild", help="Dựng lại trang từ dữ liệu, thay cho từ tệp nguồn.")
]
Quick = Annotated[
    bool, typer.Option("--quick", help="Không dựng lại trang: nhanh, nhưng không xem hết.")
]
Config = Annotated[
    Path | None,
    typer.Option(help="Tệp cấu hình để dựng lại; không ghi thì dùng tệp của chương trình."),
]
Data = Annotated[
    Path | None,
    typer.Option(help="Thư mục dữ liệu để dựng lại; không ghi thì là thư mục data của dự án."),
]


def verify(
    site: Annotated[Path, typer.Argument(metavar="TRANG", help="Thư mục của trang, hoặc tệp zip.")],
    since: Annotated[
        Path | None,
        typer.Option(help="Bản sổ công khai cũ, hoặc bản chốt sổ cũ (checkpoint), để so."),
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="Bản chốt sổ mà người khác lấy được, để so.")
    ] = None,
    signer: Annotated[
        list[str] | None,
        typer.Option(help="Khóa công khai phải có chữ ký dưới bản chốt sổ; ghi được nhiều lần."),
    ] = None,
    key: Annotated[
        str | None, typer.Option(help="Khóa công khai minisign, hoặc tệp chứa khóa.")
    ] = None,
    code: Annotated[
        str | None,
        typer.Option(help="Sáu từ của mã đối chiếu đã nghe trong bản tin, đặt trong dấu nháy."),
    ] = None,
    rebuild: Rebuild = False,
    quick: Quick = False,
    config: Config = None,
    data: Data = None,
) -> None:
    """Kiểm chứng một trang đã công bố: tệp, sổ, bản ghi, số liệu, chữ ký."""
    from generator.app.verify import Asked, verification
    from generator.cli.witness import read_verifier_key
    from generator.ledger.heard_code import NotACode, heard_code
    from generator.verify import BadSite, open_site, render_steps

    old, other = _kept(since, "bản sổ cũ"), _kept(against, "bản chốt sổ")
    signers = [read_verifier_key(text) for text in signer or ()]
    with (
        tempfile.TemporaryDirectory(prefix="congkhai-") as place,
        refusals(BadSite, NotACode),
        open_site(site) as opened,
        ExitStack() as begun,
    ):
        folder, remade = Path(place), None
        heard = None if code is None else heard_code(code)
        rebuilt = _rebuilt(config, data, folder, like=opened) if rebuild else None
        if not (rebuild or quick):
            remade = _remaking(site, config, data, folder, begun).outcome
        asked = Asked(old, other, signers, heard, _key_text(key), rebuilt, remade)
        with working():
            steps = list(verification(opened, asked))
    typer.echo(render_steps(steps, opened.paths), nl=False)
    if any(step.state == "wrong" for step in steps):
        raise typer.Exit(EXIT_ERRORS)


def _remaking(
    site: Path, config: Path | None, data: Path | None, folder: Path, begun: ExitStack
) -> "Remaking":
    """The site is built from its own source beside all other steps.

    With the program's own templates, or with those of the project in which the command is run.
    """
    from generator.cli.remaking import remaking

    require_config(config)
    project = data or project_folder() / "data"
    engines = [config or own_config()]
    if config is None and project.is_dir():
        engines.append(begun.enter_context(engine_of(project, None)))
    return begun.enter_context(remaking(site, engines, folder))


def _kept(path: Path | None, what: str) -> bytes | None:
    if path is not None and not path.is_file():
        raise stop(f"Không có {what} “{path}”.")
    return path.read_bytes() if path else None


def _key_text(key: str | None) -> str | None:
    if key is None:
        return None
    path = Path(key)
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else key


def _rebuilt(config: Path | None, data: Path | None, folder: Path, *, like: "Site") -> Path:
    """The site built once more of the data, with pictures and an offline copy if it has them."""
    from generator.app.site import BuildFailed, is_plain

    require_config(config)
    require_folder(data := data or project_folder() / "data")
    with refusals(BuildFailed), engine_of(data, config) as engine, working():
        extras = not is_plain(like.paths)
        out, own = folder / "site", engine_of_site(like)
        built = build_site(engine, data=data, engine=own, out=out, extras=extras)
    tell_of_history(built.untold)
    return built.folder
