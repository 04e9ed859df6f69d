"""Commands about editions: close one, list them, say what changed between two, sign a site."""

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.consent import YesOption, require_consent
from generator.cli.errors import Command, Group
from generator.cli.progress import working
from generator.cli.shared import DataOption, refusals, require_folder, stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.ledger.ledger import Ledger
    from generator.model.ledger_settings import LedgerSettings

app = typer.Typer(cls=Group, help="Kỳ công bố: đóng kỳ, xem các kỳ, so hai kỳ.")
EditionId = Annotated[str, typer.Argument(metavar="KỲ", help="Tên kỳ, ví dụ 2018-Q4.")]
SALT_BYTES = 16
NOBODY_TO_ASK = (
    "Khóa này có mật khẩu. Hãy chạy lệnh ở nơi gõ được, hoặc đưa mật khẩu vào đầu vào chuẩn."
)


def _chance() -> str:
    return secrets.token_hex(SALT_BYTES)


@app.command(cls=Command)
def close(
    edition_id: EditionId,
    data: DataOption = Path("data"),
    reason: Annotated[
        str, typer.Option(help="Lý do, nếu từ kỳ trước đã đổi quy định nào trong city.yaml.")
    ] = "",
    yes: YesOption = False,
) -> None:
    """Kiểm tra, ghi sổ công khai, lưu vào git và gắn nhãn cho kỳ."""
    from generator import history
    from generator.app.close_edition import close_edition
    from generator.app.sources import read_chain, read_settings, read_strays
    from generator.output.staging import locked, put_file

    require_folder(data)
    with refusals(history.HistoryRefused), locked(data), history.open_repository(data) as saved:
        city, contract = read_settings(data)
        strays = read_strays(data, contract)
        if saved.undo_unfinished(strays):
            typer.echo("Lần đóng kỳ trước bị ngắt giữa chừng; đã khôi phục sổ công khai.")
        chain = read_chain(data)
        history.require_name(edition_id, city.as_of, chain, city.editions_since)
        if untimely := history.told_untimely(edition_id, city.as_of):
            require_consent(untimely, yes=yes)
            if yes:
                typer.echo(untimely)
        history.require_ready(saved, edition_id, chain, strays)
        with saved.wholly_or_not():
            if chain.edition(edition_id) is None:
                with working():
                    closing = close_edition(data, edition_id, saved.head.hexsha, _chance, reason)
                chain = closing.ledger.chain
                for name, content in closing.files.items():
                    (data / name).parent.mkdir(exist_ok=True)
                    put_file(data / name, content)
                saved.save(history.closing_message(chain))
            saved.tag(edition_id, history.closing_message(chain))
    typer.echo(history.closing_message(chain))


@app.command("list", cls=Command)
def list_editions(data: DataOption = Path("data")) -> None:
    """Các kỳ đã đóng: phiên bản, ngày số liệu, mã đối chiếu."""
    from generator.app.sources import read_ledger
    from generator.ledger.words import render_list

    require_folder(data)
    with refusals(), working():
        chain = read_ledger(data).chain
    typer.echo(render_list(chain), nl=False)


@app.command(cls=Command)
def diff(
    since: Annotated[str, typer.Argument(metavar="KỲ_TRƯỚC", help="Kỳ trước.")],
    edition_id: Annotated[str, typer.Argument(metavar="KỲ_SAU", help="Kỳ sau.")],
    data: DataOption = Path("data"),
) -> None:
    """Kỳ sau khác kỳ trước những gì: bản ghi và số liệu, vì sao."""
    from generator.app.sources import read_ledger
    from generator.ledger.changes import changes
    from generator.ledger.words import render_changes

    require_folder(data)
    with refusals(), working():
        chain = read_ledger(data).chain
    lines = [chain.edition(name) for name in (since, edition_id)]
    for name, line in zip((since, edition_id), lines, strict=True):
        if line is None:
            known = ", ".join(item.edition for item in chain.editions) or "chưa có kỳ nào"
            raise stop(f"Không có kỳ {name}. Các kỳ đã đóng: {known}.")
    earlier, later = lines
    assert earlier and later
    if chain.sizes[since] >= chain.sizes[edition_id]:
        raise stop(f"Kỳ {since} không đứng trước kỳ {edition_id}. Hãy ghi kỳ trước rồi đến kỳ sau.")
    typer.echo(render_changes(changes(chain, earlier, later)), nl=False)


@app.command(cls=Command)
def sign(
    site: Annotated[Path, typer.Argument(metavar="TRANG", help="Thư mục của trang đã dựng.")],
    secret_key: Annotated[Path, typer.Option(help="Tệp khóa bí mật minisign.")],
) -> None:
    """Ký tệp SHA256SUMS của trang bằng khóa minisign."""
    from minisign import Error, SecretKey

    from generator.ledger.checksums import FILE, SIGNATURE
    from generator.output.staging import put_file

    sums = site / FILE
    if not sums.is_file():
        raise stop(f"Trong “{site}” không có tệp {FILE}. Hãy dựng trang trước: congkhai build")
    if not secret_key.is_file():
        raise stop(f"Không có tệp khóa “{secret_key}”. Hãy tạo bằng: minisign -G")
    try:
        secret = SecretKey.from_file(secret_key)
        if secret.is_encrypted():
            secret.decrypt(_password())
        # Not hashed first: a browser knows Ed25519, but not the BLAKE2b of minisign.
        signature = secret.sign(sums.read_bytes(), prehash=False, trusted_comment=FILE)
    except (Error, ValueError):
        raise stop(
            "Không dùng được khóa này: sai mật khẩu, hoặc không phải khóa minisign."
        ) from None
    put_file(site / SIGNATURE, bytes(signature))
    typer.echo(f"Đã ký {sums}: {site / SIGNATURE}")


@app.command("sign-log", cls=Command)
def sign_log(
    secret_key: Annotated[Path, typer.Option(help="Tệp khóa ký sổ, do lệnh key tạo.")],
    data: DataOption = Path("data"),
) -> None:
    """Ký bản chốt sổ của kỳ vừa đóng bằng khóa ký sổ của nơi công bố."""
    from generator.app.witness import signed_by_city
    from generator.cli.witness import read_secret_key

    key = read_secret_key(secret_key)
    _attest(data, lambda ledger, settings: signed_by_city(ledger, settings, key))


@app.command("add-signature", cls=Command)
def add_signature(
    signature: Annotated[
        Path, typer.Argument(metavar="CHỮ_KÝ", help="Tệp có dòng chữ ký của nhân chứng.")
    ],
    data: DataOption = Path("data"),
) -> None:
    """Nhận chữ ký của nhân chứng vào bản chốt sổ."""
    from generator.app.witness import cosigned_by

    if not signature.is_file():
        raise stop(f"Không có tệp chữ ký “{signature}”.")
    content = signature.read_bytes()
    _attest(data, lambda ledger, settings: cosigned_by(ledger, settings, content))


def _attest(data: Path, attest: "Callable[[Ledger, LedgerSettings], Ledger]") -> None:
    """Puts a signature under the checkpoint of a data folder, and says who has signed."""
    from generator.app.sources import read_ledger, read_settings
    from generator.app.witness import WitnessRefused
    from generator.ledger.witnesses import FILE, attested
    from generator.output.staging import locked, put_file

    require_folder(data)
    with refusals(WitnessRefused), locked(data):
        settings = read_settings(data)[0].ledger
        ledger = attest(read_ledger(data), settings)
        put_file(data / FILE, ledger.files[FILE])
    told = attested(ledger.checkpoint, settings).told
    typer.echo(f"Đã ghi {data / FILE}. {told} Hãy lưu tệp ấy vào git.")


def _password() -> str:
    """The key's password: asked for unseen where somebody can answer, else read."""
    if sys.stdin.isatty():
        return str(typer.prompt("Mật khẩu của khóa", hide_input=True, err=True))
    if not (read := sys.stdin.readline().rstrip("\r\n")):
        raise stop(NOBODY_TO_ASK)
    return read
