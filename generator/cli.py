"""The console command `congkhai`: a thin face that reads options, calls, prints and writes.

Heavy rooms are imported inside the commands, so that `congkhai --help` stays quick.
"""

import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.usage import UsageError, told_refusal, told_usage

app = typer.Typer(
    help="congkhai: kiểm tra, tính toán và công khai kỷ cương hành chính của một thành phố.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 100},
)

EXIT_ERRORS = 1
EXIT_CANNOT_RUN = 2
INTERRUPTED = 130


class ReportFormat(StrEnum):
    """How findings are told."""

    text = "text"
    json = "json"
    github = "github"


class FigureFormat(StrEnum):
    """How figures are told."""

    table = "table"
    json = "json"
    csv = "csv"


class Engine(StrEnum):
    """What the figures are counted on."""

    duckdb = "duckdb"
    spark = "spark"


class ScriptFormat(StrEnum):
    """How a script is told."""

    txt = "txt"
    loa = "loa"
    docx = "docx"
    html = "html"
    ssml = "ssml"
    json = "json"


class SpokenFormat(StrEnum):
    """How read lines are told."""

    txt = "txt"
    ssml = "ssml"


class SpokenDialect(StrEnum):
    """Whose words are read."""

    north = "north"
    south = "south"


class Language(StrEnum):
    """Language of the findings."""

    vi = "vi"
    en = "en"


DataOption = Annotated[Path, typer.Option("--data", help="Thư mục dữ liệu của thành phố.")]
ConfigOption = Annotated[Path, typer.Option("--config", help="Tệp cấu hình của trang.")]


def templates_dir() -> Path:
    """`site_templates/`: beside the package in a clone, inside it when installed from a wheel."""
    package = Path(__file__).parent
    beside = package.parent / "site_templates"
    return beside if beside.is_dir() else package / "site_templates"


def _stop(sentence: str, code: int = EXIT_CANNOT_RUN) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(code)


def _require_config(config: Path) -> None:
    if not config.is_file():
        raise _stop(
            f"Không có tệp cấu hình “{config}”. Hãy chạy lệnh trong thư mục của dự án, "
            "hoặc chỉ ra tệp bằng --config."
        )


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise _stop(
            f"Không có thư mục dữ liệu “{folder}”. Hãy chạy lệnh trong thư mục của dự án, "
            "hoặc chỉ ra thư mục bằng --data."
        )


@app.command()
def check(
    data: DataOption = Path("data"),
    format: Annotated[ReportFormat, typer.Option(help="Cách trình bày.")] = ReportFormat.text,
    lang: Annotated[Language, typer.Option(help="Ngôn ngữ của báo cáo.")] = Language.vi,
) -> None:
    """Kiểm tra dữ liệu; chỉ rõ tệp, dòng, cột và cách sửa từng lỗi."""
    from generator.pipeline import check_folder
    from generator.problems import has_errors, render_github, render_json, render_text

    _require_folder(data)
    problems = list(check_folder(data).problems)
    render = {"text": render_text, "json": render_json, "github": render_github}[format.value]
    typer.echo(render(problems, lang.value))
    if has_errors(problems):
        raise typer.Exit(EXIT_ERRORS)


@app.command()
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
    from generator.measure import DIMENSIONS, EngineFailed, render_figures
    from generator.pipeline import Refused, make_figures

    _require_folder(data)
    dimensions = [part.strip() for part in by.split(",") if part.strip()]
    unknown = [part for part in dimensions if part not in DIMENSIONS]
    if unknown:
        raise _stop(f"Không chia được theo “{unknown[0]}”. Chỉ chia theo: {', '.join(DIMENSIONS)}.")
    if {"procedure", "field"} <= set(dimensions):
        raise _stop("Mỗi thủ tục chỉ thuộc một lĩnh vực: hãy chia theo procedure hoặc field.")
    try:
        made = make_figures(data, engine.value)
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    except EngineFailed as failed:
        raise _stop(str(failed)) from None
    typer.echo(render_figures(made, dimensions, format.value), nl=False)


@app.command()
def due(
    received: Annotated[
        str,
        typer.Option(help="Ngày tiếp nhận, ví dụ 2018-02-12; có thể kèm giờ: 2018-02-12T15:30."),
    ],
    limit: Annotated[
        str,
        typer.Option(
            help="Thời hạn: một số và hour, working_day, day hay month, ví dụ “3 working_day”;"
            " hoặc same_day."
        ),
    ],
    supplement: Annotated[
        int,
        typer.Option(min=0, max=9999, help="Số ngày làm việc chờ người nộp bổ sung, cộng vào hạn."),
    ] = 0,
    explain: Annotated[bool, typer.Option("--explain", help="Nói rõ từng ngày.")] = False,
    data: DataOption = Path("data"),
) -> None:
    """Tính hạn trả kết quả của một hồ sơ theo lịch nghỉ trong thư mục dữ liệu."""
    from generator.clock import BadQuestion, UnknownYear
    from generator.pipeline import Refused, read_clock

    _require_folder(data)
    try:
        answer = read_clock(data).ask(received, limit, supplement)
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    except (BadQuestion, UnknownYear) as error:
        raise _stop(str(error)) from None
    typer.echo("\n".join((answer.iso, *(answer.lines if explain else ()))))
    if answer.warning:
        typer.echo(answer.warning, err=True)


@app.command()
def speak(
    lines: Annotated[
        list[str] | None,
        typer.Argument(help="Các dòng cần đọc; không ghi thì đọc từ đầu vào chuẩn."),
    ] = None,
    format: Annotated[SpokenFormat, typer.Option(help="Cách trình bày.")] = SpokenFormat.txt,
    dialect: Annotated[
        SpokenDialect | None,
        typer.Option(
            help="Phương ngữ: north (nghìn, linh, mùng) hay south (ngàn, lẻ, mồng);"
            " không ghi thì theo city.yaml.",
            show_default=False,
        ),
    ] = None,
    data: DataOption = Path("data"),
) -> None:
    """Đọc từng dòng chữ thành lời, như phát thanh viên sẽ đọc."""
    from generator import desk
    from generator.pipeline import Refused

    _require_folder(data)
    text = "\n".join(lines) if lines else _standard_input()
    try:
        read = desk.aloud(data, text, format.value, dialect.value if dialect else None)
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    typer.echo(read.text, nl=False)
    if read.refusals:
        raise _stop("\n".join(read.refusals), EXIT_ERRORS)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _stop("Đầu vào không phải là văn bản UTF-8. Hãy lưu lại bằng mã UTF-8.") from None


@app.command()
def build(
    data: DataOption = Path("data"),
    out: Annotated[Path, typer.Option(help="Nơi đặt trang đã dựng.")] = Path("site"),
    config: ConfigOption = Path("mkdocs.yml"),
) -> None:
    """Dựng cả kỳ công bố: trang, kịch bản phát thanh, dữ liệu mở."""
    from generator.mkdocs_plugin import BuildFailed
    from generator.mkdocs_plugin import build as build_site
    from generator.pipeline import Refused

    _require_folder(data)
    _require_config(config)
    started = time.perf_counter()
    try:
        published = build_site(config, data=data, out=out)
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    except BuildFailed as failed:
        raise _stop(str(failed)) from None
    seconds = time.perf_counter() - started
    typer.echo(_summary(published.row_count, published.problem_count, published.page_count))
    typer.echo(f"Dựng xong trong {seconds:.1f} giây. Mở: {out / 'index.html'}".replace(".", ",", 1))


def _summary(rows: int, problems: int, pages: int) -> str:
    from generator.text import vn_number

    found = f"{vn_number(problems)} điều cần lưu ý" if problems else "không có lỗi"
    return f"Đã kiểm tra {vn_number(rows)} dòng dữ liệu: {found}. Đã dựng {vn_number(pages)} trang."


@app.command()
def serve(
    data: DataOption = Path("data"),
    config: ConfigOption = Path("mkdocs.yml"),
    host: Annotated[str, typer.Option(help="Địa chỉ lắng nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Cổng.")] = 8000,
) -> None:
    """Mở trang trên máy này và tự dựng lại khi có thay đổi."""
    from generator.mkdocs_plugin import BuildFailed
    from generator.mkdocs_plugin import serve as serve_site
    from generator.pipeline import Refused

    _require_folder(data)
    _require_config(config)
    try:
        serve_site(config, data=data, host=host, port=port)
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    except BuildFailed as failed:
        raise _stop(str(failed)) from None


@app.command()
def bulletin(
    week: Annotated[
        str | None, typer.Option(help="Tuần phát sóng, ví dụ 2018-W40.", show_default=False)
    ] = None,
    all: Annotated[
        bool, typer.Option("--all", help="Mọi tuần, mọi dạng; ghi vào thư mục --out.")
    ] = False,
    data: DataOption = Path("data"),
    minutes: Annotated[
        float | None, typer.Option(min=1, max=60, help="Thời lượng, tính bằng phút.")
    ] = None,
    unit: Annotated[
        str | None, typer.Option(help="Chỉ tin về một đơn vị, ví dụ p-dong-tho.")
    ] = None,
    format: Annotated[ScriptFormat, typer.Option(help="Dạng kịch bản.")] = ScriptFormat.txt,
    out: Annotated[Path | None, typer.Option(help="Tệp nhận kịch bản.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Nói rõ tin nào được đọc, chuyển hay bỏ, vì sao.")
    ] = False,
    audio: Annotated[
        Path | None, typer.Option(help="Tệp nhận bản nghe thử: .wav, .mp3 hoặc .ogg.")
    ] = None,
) -> None:
    """Viết kịch bản phát thanh của một tuần, đã thành lời đọc, và bản nghe thử."""
    from generator import desk
    from generator.pipeline import Refused

    _require_folder(data)
    if all:
        _write_every_script(data, week, out)
        return
    if week is None:
        raise _stop("Thiếu --week. Xem cách dùng: congkhai bulletin --help")
    if format.value in desk.BINARY and out is None and not explain:
        raise _stop(
            f"Dạng {format.value} không hiện được trên màn hình. Hãy ghi ra tệp bằng --out."
        )
    try:
        script = desk.ask(data, week, minutes, unit)
        content = (
            desk.explained(script, format.value)
            if explain
            else desk.written(script, format.value, templates_dir())
        )
        sound = desk.voiced(script, audio.suffix.lower()) if audio else None
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    except (desk.UnknownWeek, desk.UnknownUnit, desk.NoNews, desk.CannotSpeak) as refusal:
        raise _stop(str(refusal)) from None
    except desk.Unreadable as refusal:
        raise _stop(f"Không viết được kịch bản: {refusal}.") from None
    if sound and audio:
        audio.write_bytes(sound.content)
        typer.echo(f"Đã ghi {audio}. {sound.told}")
    if out:
        out.write_bytes(content)
        typer.echo(f"Đã ghi {out}.")
    elif not audio:
        typer.echo(content.decode(), nl=False)


def _write_every_script(data: Path, week: str | None, out: Path | None) -> None:
    from generator import desk
    from generator.pipeline import Refused

    if out is None or week is not None:
        raise _stop("--all viết mọi tuần: không đi với --week, và phải có thư mục --out.")
    try:
        files = desk.every_script(data, templates_dir())
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    for path, content in files.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    typer.echo(f"Đã ghi {len(files)} tệp vào {out}.")


@app.command()
def aired(
    week: Annotated[str, typer.Argument(help="Tuần của bản tin, ví dụ 2018-W40.")],
    at: Annotated[str, typer.Option(help="Ngày, giờ phát, ví dụ 2018-10-06T06:00.")],
    dropped: Annotated[
        list[str] | None,
        typer.Option(help="Mã bản ghi hoặc mã tin có trong kịch bản mà không đọc; nhắc lại được."),
    ] = None,
    text: Annotated[
        Path | None, typer.Option(help="Tệp lời đã đọc, nếu khác kịch bản hiện nay.")
    ] = None,
    minutes: Annotated[
        float | None, typer.Option(min=0, max=600, help="Đã phát trong bao nhiêu phút.")
    ] = None,
    data: DataOption = Path("data"),
) -> None:
    """Ghi vào broadcasts.csv rằng Đài đã phát bản tin của một tuần."""
    from generator import desk
    from generator.pipeline import Refused, record_airing
    from generator.staging import FileChanged, replace_file

    _require_folder(data)
    try:
        read = text.read_bytes() if text else None
        path, airing = record_airing(
            data, week, at, dropped=dropped or (), text=read, minutes=minutes
        )
        replace_file(path, airing.was, airing.content)
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    except (desk.AiringRefused, desk.UnknownWeek) as told:
        raise _stop(str(told)) from None
    except FileChanged:
        raise _stop("Tệp broadcasts.csv vừa được người khác sửa. Hãy chạy lại lệnh này.") from None
    for sentence in airing.sentences:
        typer.echo(sentence)


@app.command()
def sample(
    out: Annotated[Path, typer.Option(help="Thư mục nhận dữ liệu mẫu.")],
    dossiers: Annotated[int, typer.Option(min=1, help="Số hồ sơ.")] = 20_000,
    seed: Annotated[int, typer.Option(help="Số gieo; cùng số thì ra cùng dữ liệu.")] = 643,
    data: DataOption = Path("data"),
) -> None:
    """Sinh dữ liệu mẫu, không phải số liệu thật."""
    from generator.pipeline import Refused, make_sample_files

    _require_folder(data)
    try:
        files = make_sample_files(data, dossiers=dossiers, seed=seed)
    except Refused as refused:
        raise _stop(str(refused), EXIT_ERRORS) from None
    for path, content in files.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    typer.echo(f"Đã ghi {len(files)} tệp vào {out}. Đây là dữ liệu mẫu, không phải số liệu thật.")


def main() -> None:
    """Runs the command; what was typed wrongly, or what the disk refuses, is said in a sentence."""
    try:
        status = app(standalone_mode=False)
    except UsageError as error:
        _show_usage(error)
        status = EXIT_CANNOT_RUN
    except OSError as error:
        typer.echo(told_refusal(error), err=True)
        status = EXIT_CANNOT_RUN
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    sys.exit(status or 0)


def _show_usage(error: UsageError) -> None:
    """The help when nothing was asked for, else the sentence."""
    if len(sys.argv) == 1:
        error.show()
    else:
        typer.echo(told_usage(error), err=True)
