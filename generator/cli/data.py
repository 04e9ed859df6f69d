"""Commands about a data folder: what is wrong in it, what it counts, one that is invented."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.consent import YesOption, keep_out_of, require_consent
from generator.cli.outside import tell_of_day
from generator.cli.progress import working
from generator.cli.shared import (
    EXIT_ERRORS,
    DataOption,
    refusals,
    require_folder,
    stop,
    write_files,
)


class ReportFormat(StrEnum):
    """How findings are told."""

    text = "text"
    json = "json"
    github = "github"


class Language(StrEnum):
    """Language of the findings."""

    vi = "vi"
    en = "en"


class SettingsFile(StrEnum):
    """A settings file of the data folder, or a mapping."""

    city = "city"
    abbreviations = "abbreviations"
    mapping = "mapping"


class FigureFormat(StrEnum):
    """How figures are told."""

    table = "table"
    json = "json"
    csv = "csv"


class Engine(StrEnum):
    """What the figures are counted on."""

    duckdb = "duckdb"
    spark = "spark"


def check(
    data: DataOption = Path("data"),
    format: Annotated[ReportFormat, typer.Option(help="Cách trình bày.")] = ReportFormat.text,
    lang: Annotated[Language, typer.Option(help="Ngôn ngữ của báo cáo.")] = Language.vi,
) -> None:
    """Kiểm tra dữ liệu; chỉ rõ tệp, dòng, cột và cách sửa từng lỗi."""
    from generator.app.sources import check_folder
    from generator.model.problems import has_errors, render_github, render_json, render_text

    require_folder(data)
    with working():
        checked = check_folder(data)
    problems = list(checked.problems)
    render = {"text": render_text, "json": render_json, "github": render_github}[format.value]
    typer.echo(render(problems, lang.value))
    if checked.sources:
        tell_of_day(checked.sources.city)
    if has_errors(problems):
        raise typer.Exit(EXIT_ERRORS)


def figures(
    data: DataOption = Path("data"),
    by: Annotated[
        str, typer.Option(help="Chia theo: unit, procedure, field, quarter; cách nhau dấu phẩy.")
    ] = "quarter",
    format: Annotated[FigureFormat, typer.Option(help="Cách trình bày.")] = FigureFormat.table,
    engine: Annotated[
        Engine, typer.Option(help="Nơi tính: trên máy này, hoặc trên Spark (cài thêm).")
    ] = Engine.duckdb,
) -> None:
    """Tính số liệu giải quyết hồ sơ theo đơn vị, thủ tục, lĩnh vực, quý."""
    from generator.app.pipeline import make_figures
    from generator.measure import DIMENSIONS, EngineFailed, render_figures

    require_folder(data)
    dimensions = [part.strip() for part in by.split(",") if part.strip()]
    unknown = [part for part in dimensions if part not in DIMENSIONS]
    if unknown:
        raise stop(f"Không chia được theo “{unknown[0]}”. Chỉ chia theo: {', '.join(DIMENSIONS)}.")
    if {"procedure", "field"} <= set(dimensions):
        raise stop("Mỗi thủ tục chỉ thuộc một lĩnh vực: hãy chia theo procedure hoặc field.")
    if {"unit", "field"} <= set(dimensions):
        raise stop(
            "Số liệu không chia theo đơn vị và lĩnh vực cùng lúc, để không ai bị nhận ra: hãy chia"
            " theo unit hoặc field."
        )
    with refusals(EngineFailed), working():
        made = make_figures(data, engine.value)
    typer.echo(render_figures(made, dimensions, format.value), nl=False)


def schema(
    file: Annotated[
        SettingsFile,
        typer.Argument(
            metavar="TỆP", help="city, abbreviations hoặc mapping: tệp .yaml được mô tả."
        ),
    ] = SettingsFile.city,
) -> None:
    """In lược đồ JSON của một tệp cài đặt: trình soạn thảo theo đó mà gợi ý và báo lỗi khi gõ."""
    from generator.model.settings_schema import written_schema

    typer.echo(written_schema(file.value), nl=False)


def sample(
    out: Annotated[Path, typer.Option(help="Thư mục nhận dữ liệu mẫu.")],
    dossiers: Annotated[int, typer.Option(min=1, help="Số hồ sơ.")] = 20_000,
    seed: Annotated[int, typer.Option(help="Số gieo; cùng số thì ra cùng dữ liệu.")] = 643,
    years: Annotated[
        int, typer.Option(min=1, max=50, help="Số năm, kể từ năm của as_of trong city.yaml.")
    ] = 1,
    data: DataOption = Path("data"),
    yes: YesOption = False,
) -> None:
    """Sinh dữ liệu mẫu, không phải số liệu thật."""
    from generator.app.close_edition import make_sample_closing
    from generator.app.sample import NoSample, make_sample_files
    from generator.clock import UnknownYear

    require_folder(data)
    keep_out_of(data, out)
    _spare_real_data(out, yes=yes)
    with refusals(NoSample, UnknownYear), working():
        files = make_sample_files(data, dossiers=dossiers, seed=seed, years=years)
        write_files(out, files)
        files |= (closing := make_sample_closing(out, seed=seed).files)
    write_files(out, closing)
    typer.echo(f"Đã ghi {len(files)} tệp vào {out}. Đây là dữ liệu mẫu, không phải số liệu thật.")


def _spare_real_data(out: Path, *, yes: bool) -> None:
    """Stop before invented records take the place of a city's; ask before those of other files."""
    from generator.app.sample import holds_real_data

    if holds_real_data(out):
        raise stop(
            f"“{out}” giữ dữ liệu thật, không phải dữ liệu mẫu, nên không bị ghi đè. "
            "Hãy chọn một thư mục trống hoặc một thư mục chưa có."
        )
    if out.is_dir() and any(out.iterdir()):
        require_consent(
            f"“{out}” không trống: tệp trùng tên trong đó sẽ bị dữ liệu mẫu ghi đè.", yes=yes
        )
