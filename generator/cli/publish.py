"""The command of the week: says what is published anew, then makes, checks and delivers it."""

import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.consent import YesOption, keep_out_of, require_consent, require_other_place
from generator.cli.day import DAY_HELP, as_day, show_move, write_day
from generator.cli.engines import build_site
from generator.cli.outside import today_outside
from generator.cli.progress import working
from generator.cli.project import OVERLAID, engine_of
from generator.cli.shared import (
    EXIT_ERRORS,
    ConfigOption,
    DataOption,
    SiteOption,
    refusals,
    require_config,
    require_folder,
    stop,
    tell_of_history,
)

if TYPE_CHECKING:
    from generator.app.day import Move
    from generator.app.site import Built
    from generator.history import Repository
    from generator.model.delivery_settings import Delivery

NOT_SAVED = "Không thuộc dữ liệu và trang nên không được lưu: {}."
NOWHERE = (
    "Mục delivery của city.yaml chưa khai nơi đặt trang (folder hoặc host), nên trang chỉ được "
    "dựng vào “{}”."
)
NOT_SOUND = (
    "Trang vừa dựng không qua được kiểm chứng nên không được chép đi đâu. Bản cũ còn nguyên."
)
DONE = "Đã công bố số liệu đến {}."


@dataclass(frozen=True)
class Places:
    """What a publication is made of and where it goes; `target` is a folder of this machine.

    `strays` lie beside the data and belong to none of them.
    """

    data: Path
    strays: tuple[Path, ...]
    engine: Path
    out: Path
    target: Path | None
    host: str | None
    remote: str | None

    @property
    def made_of(self) -> tuple[Path, ...]:
        """What is saved: the data, and the pages, templates and settings beside them."""
        return (self.data, *(self.data.absolute().parent / name for name in OVERLAID))

    @property
    def told(self) -> str:
        """Where the site goes, for the person who is asked."""
        places = [str(place) for place in (self.target, self.host) if place]
        if self.remote:
            places.append(f"kho git {self.remote}")
        return ", ".join(places)


@dataclass(frozen=True)
class Preview:
    """What the site says anew, and the site itself where it is as it will be published.

    It is so where nothing is to be saved: a site names the commit that it is made of.
    """

    changes: tuple[str, ...]
    site: Path | None = None
    built: "Built | None" = None


def publish(
    day: Annotated[str | None, typer.Argument(metavar="[NGÀY]", help=DAY_HELP)] = None,
    data: DataOption = Path("data"),
    config: ConfigOption = None,
    out: SiteOption = Path("site"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Chỉ cho biết sẽ làm gì, không ghi gì cả.")
    ] = False,
    yes: YesOption = False,
) -> None:
    """Công bố hằng tuần: chuyển ngày, kiểm tra, lưu vào git, dựng, kiểm chứng, chép trang đi."""
    from generator import history
    from generator.app.day import move_day
    from generator.app.site import BuildFailed
    from generator.app.sources import read_settings, read_strays
    from generator.output.delivery import NotDelivered

    require_folder(data)
    require_config(config)
    keep_out_of(data, out)
    with (
        refusals(history.HistoryRefused, BuildFailed, NotDelivered),
        engine_of(data, config) as engine,
    ):
        city, contract = read_settings(data)
        places = _places(data, read_strays(data, contract), engine, out, city.delivery)
        require_other_place(out, places.made_of)
        until = as_day(day) if day else (city.as_of if city.sample else today_outside())
        with working():
            move = move_day(data, until)
        with history.open_repository(data) as saved:
            _require_ready(saved, places)
            with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
                preview = _tell(saved, places, move, Path(folder) / "site", whole=not dry_run)
                if dry_run:
                    return
                saved.require_identity()
                require_consent(_question(places, until), yes=yes)
                _save(saved, places, move, preview.changes)
                _build(places, preview)
            _deliver(saved, places)
    typer.echo(DONE.format(_written(until)))


def _places(
    data: Path, strays: tuple[Path, ...], engine: Path, out: Path, delivery: "Delivery"
) -> Places:
    target = delivery.place(data.absolute().parent)
    return Places(data, strays, engine, out, target, delivery.host, delivery.remote)


def _require_ready(saved: "Repository", places: Places) -> None:
    """Whatever would stop the command half-way stops it before anything is done."""
    from generator import history
    from generator.output.delivery import require_place

    if places.remote:
        history.require_remote(saved, places.remote)
    if places.target:
        require_other_place(places.target, (*places.made_of, places.out))
        require_place(places.target)


def _tell(saved: "Repository", places: Places, move: "Move", made: Path, *, whole: bool) -> Preview:
    """Says what the day changes, what the site then says anew, and what git will hold.

    The site of the new day is built at `made`; `whole` where it may be published as it is.
    """
    from generator import history
    from generator.app.day import unclosed
    from generator.app.site_changes import HEADING
    from generator.output.delivery import may_hold_site

    if move.until != move.since:
        show_move(move)
        typer.echo("")
    elif left := unclosed(places.data):
        typer.echo(f"{left}\n")
    ours, others = history.unsaved(saved, places.made_of, places.strays)
    whole = whole and not ours and move.until == move.since and may_hold_site(places.out)
    preview = _preview(places, move.until, made, whole=whole)
    typer.echo(f"{HEADING}:")
    for sentence in preview.changes:
        typer.echo(f"  {sentence}")
    if ours:
        typer.echo(f"Sẽ lưu vào git: {_few(ours)}.")
    if others:
        typer.echo(NOT_SAVED.format(_few(others)))
    return preview


def _few(names: list[str]) -> str:
    return ", ".join(names[:8]) + (f" và {len(names) - 8} tệp khác" if len(names) > 8 else "")


def _preview(places: Places, day: date, made: Path, *, whole: bool) -> Preview:
    """What the site of that day says anew, which is built for it; without pictures, if not `whole`.

    Where nothing was published yet there is nothing to build it for.
    """
    from generator.app.site_changes import FIRST, first_site, site_changes
    from generator.verify import open_site

    with ExitStack() as opened:
        if (published := first_site((places.target, places.out), opened)) is None:
            return Preview((FIRST,))
        extras = None if whole else False
        with working():
            built = build_site(places.engine, data=places.data, out=made, extras=extras, day=day)
        changes = site_changes(published, opened.enter_context(open_site(made)), places.data)
        return Preview(changes, made, built) if whole else Preview(changes)


def _question(places: Places, until: date) -> str:
    where = f", chép sang {places.told}" if places.told else ""
    return f"Số liệu đến {_written(until)} sẽ được lưu, dựng vào “{places.out}”{where}."


def _save(saved: "Repository", places: Places, move: "Move", changes: tuple[str, ...]) -> None:
    """One commit of the day and of all that was edited; none where nothing was."""
    from generator import history

    write_day(move)
    names, _ = history.unsaved(saved, places.made_of, places.strays)
    message = "\n".join((f"Công bố số liệu đến {_written(move.until)}", "", *changes))
    history.save_all(saved, names, message)


def _build(places: Places, preview: Preview) -> None:
    """The site, with its pictures and offline copy, held against itself."""
    from generator.app.verify import Asked, verification
    from generator.output.delivery import put_in_folder
    from generator.verify import open_site, render_steps

    if preview.site and preview.built:
        put_in_folder(preview.site, places.out)
        built = preview.built
    else:
        with working():
            built = build_site(places.engine, data=places.data, out=places.out)
    tell_of_history(built.untold)
    with open_site(places.out) as site:
        with working():
            steps = list(verification(site, Asked()))
        if any(step.state == "wrong" for step in steps):
            typer.echo(render_steps(steps, site.paths), nl=False)
            raise stop(NOT_SOUND, EXIT_ERRORS)
    typer.echo(f"Đã dựng và kiểm chứng trang ở “{places.out}”.")


def _deliver(saved: "Repository", places: Places) -> None:
    """The site goes to its places, and the commits to the others' repository."""
    from generator import history
    from generator.output.delivery import put_in_folder, put_on_host

    if places.target:
        put_in_folder(places.out, places.target)
        typer.echo(f"Đã thay trang ở “{places.target}”.")
    if places.host:
        put_on_host(places.out, places.host)
        typer.echo(f"Đã chép trang sang {places.host}.")
    if places.remote:
        history.push(saved, places.remote)
        typer.echo(f"Đã gửi các lần lưu và nhãn kỳ công bố sang kho {places.remote}.")
    if not (places.target or places.host):
        typer.echo(NOWHERE.format(places.out))


def _written(day: date) -> str:
    from generator.model.text import vn_date

    return vn_date(day)
