"""Commands about keys of the public log, and for whoever watches that it only grows."""

import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.shared import refusals, stop

if TYPE_CHECKING:
    from generator.tlog.keys import SecretKey, VerifierKey

OwnKey = Annotated[Path, typer.Option("--key", help="Tệp khóa bí mật, do lệnh key tạo.")]
TAKEN = "Đã có tệp “{}”. Hãy chọn tên khác: khóa cũ mất thì không ký tiếp được."


def key(
    name: Annotated[str, typer.Argument(metavar="TÊN", help="Tên khóa, ví dụ congkhai.example.")],
    out: Annotated[Path, typer.Option(help="Nơi ghi tệp khóa bí mật.")],
    witness: Annotated[
        bool, typer.Option("--witness", help="Khóa của nhân chứng, không phải khóa ký sổ.")
    ] = False,
) -> None:
    """Tạo khóa để ký sổ công khai, hoặc khóa của nhân chứng."""
    from generator.model.verify_words import said
    from generator.output.staging import put_file
    from generator.tlog.keys import COSIGNATURE, KEY_BYTES, NOTE, SecretKey, parse_secret_key

    if out.exists():
        raise stop(TAKEN.format(out))
    made = SecretKey(name, COSIGNATURE if witness else NOTE, secrets.token_bytes(KEY_BYTES))
    try:
        parse_secret_key(str(made))
    except ValueError:
        raise stop(said("key-name")) from None
    put_file(out, f"{made}\n".encode())
    out.chmod(0o600)
    typer.echo(
        f"Khóa bí mật: {out}. Hãy cất kỹ, không gửi cho ai.\nKhóa công khai: {made.verifier}"
    )


def witness(
    site: Annotated[Path, typer.Argument(metavar="TRANG", help="Thư mục của trang, hoặc tệp zip.")],
    own_key: OwnKey,
    seen: Annotated[
        Path | None,
        typer.Option(help="Bản chốt sổ đã ký lần trước; không ghi thì để cạnh tệp khóa."),
    ] = None,
    log_key: Annotated[
        str | None, typer.Option(help="Khóa công khai ký sổ của nơi công bố, nếu biết.")
    ] = None,
) -> None:
    """Làm nhân chứng: xem sổ có nối tiếp sổ lần trước không rồi ký bản chốt sổ."""
    from generator.app.witness import WitnessRefused, witnessed
    from generator.model.verify_words import said
    from generator.output.staging import put_file
    from generator.verify import BadSite, open_site

    kept = seen or own_key.with_name(f"{own_key.name}.ban-chot-so.txt")
    before = kept.read_bytes() if kept.is_file() else None
    if seen is not None and before is None:
        raise stop(f"Không có bản chốt sổ lần trước “{seen}”.")
    secret, city_key = read_secret_key(own_key), read_verifier_key(log_key) if log_key else None
    with refusals(BadSite, WitnessRefused), open_site(site) as opened:
        note, signature = witnessed(opened, before, secret, int(time.time()), city_key)
    put_file(kept, str(note).encode())
    if before is None:
        typer.echo(said("witness-first"), err=True)
    typer.echo(f"Đã giữ bản chốt sổ: {kept}. Gửi dòng chữ ký này cho nơi công bố:", err=True)
    typer.echo(signature.line)


def read_secret_key(path: Path) -> "SecretKey":
    """The key of a file; stops when it is none."""
    from generator.model.verify_words import said
    from generator.tlog.keys import parse_secret_key

    if not path.is_file():
        raise stop(f"Không có tệp khóa “{path}”. Hãy tạo bằng: congkhai key TÊN --out TỆP")
    try:
        return parse_secret_key(path.read_text("utf-8"))
    except ValueError:
        raise stop(said("key-file", name=path)) from None


def read_verifier_key(text: str) -> "VerifierKey":
    """A public key as it was typed; stops when it is none."""
    from generator.model.verify_words import said
    from generator.tlog.keys import parse_verifier_key

    try:
        return parse_verifier_key(text)
    except ValueError:
        raise stop(said("key-unread", text=text)) from None
