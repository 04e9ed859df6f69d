"""The command that makes a repository for the public, apart from the one that must not be shown."""

import csv
import io
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.consent import YesOption, require_consent, require_other_place
from generator.cli.progress import working
from generator.cli.shared import DataOption, refusals, require_folder, stop

if TYPE_CHECKING:
    from generator.history import Copied

MAP = ".lan-luu.csv"
"""How the file is called that says which commit of the copy each of the original became."""
NEW = "Lệnh này chép kho dữ liệu thành một kho mới ở “{}”, chỉ gồm những gì được công khai hôm nay."
ANEW = (
    "Lệnh này làm lại kho ở “{}”: lịch sử của kho ấy được viết lại, ai đã lấy bản cũ về phải lấy "
    "lại từ đầu."
)
NOT_A_COPY = (
    "“{}” đã có và không phải là bản sao do lệnh này tạo, hoặc có thay đổi chưa lưu, nên không bị "
    "thay thế. Hãy chọn một thư mục chưa có."
)
INSIDE = "“{}” nằm trong kho dữ liệu gốc. Hãy chọn một thư mục bên ngoài kho ấy."
DONE = """\
Đã tạo kho ở “{out}”: {commits} lần lưu, {tags} nhãn kỳ công bố. Kho gốc không bị đổi gì.
Lần lưu nào của kho gốc thành lần lưu nào của kho này: xem “{map}” (giữ riêng, không công khai).
Muốn công khai, hãy đẩy kho này lên bằng: git push --force --mirror ĐỊA_CHỈ
Sau mỗi lần đóng kỳ, hãy chạy lại lệnh này. Điều lệnh này không làm được: ai đã lấy bản cũ về vẫn \
còn bản ấy; nơi chứa kho git có thể còn giữ các lần lưu cũ một thời gian, cần đề nghị nơi ấy xóa."""


def forget(
    out: Annotated[Path, typer.Option(help="Nơi đặt kho công khai.")],
    data: DataOption = Path("data"),
    with_dossiers: Annotated[
        bool,
        typer.Option(
            "--with-dossiers",
            help="Giữ cả hồ sơ và số đếm riêng, cho cơ quan được xem; không công khai bản ấy.",
        ),
    ] = False,
    yes: YesOption = False,
) -> None:
    """Tạo kho git công khai: không còn tên đã hết thời hạn nêu, cả trong lịch sử."""
    from generator import history
    from generator.app.forget import make_public_copy
    from generator.output.staging import put_file

    require_folder(data)
    with refusals(history.HistoryRefused), history.open_repository(data) as saved:
        root = Path(str(saved.repo.working_tree_dir)).resolve()
        _require_free(out, root)
        require_consent((ANEW if out.exists() else NEW).format(out), yes=yes)
        out.resolve().parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=f".{out.name}-", dir=out.resolve().parent, ignore_cleanup_errors=True
        ) as beside:
            folder = Path(beside) / "copy"
            folder.mkdir()
            with working():
                copied = make_public_copy(saved, data, folder, with_dossiers=with_dossiers)
            _put_in_place(folder, out.resolve())
    map_file = out.with_name(f"{out.name}{MAP}")
    put_file(map_file, _map(copied))
    numbers = {"commits": copied.commit_count, "tags": copied.tag_count}
    typer.echo(DONE.format(out=out, map=map_file, **numbers))


def _require_free(out: Path, root: Path) -> None:
    """Stop where the copy would lie in the original, replace it or replace anything else."""
    from generator.history import is_made_copy

    require_other_place(out, [root])
    if root in out.resolve().parents:
        raise stop(INSIDE.format(out))
    is_there = out.is_symlink() or out.exists()
    is_empty = out.is_dir() and not out.is_symlink() and not any(out.iterdir())
    if is_there and not is_empty and not is_made_copy(out):
        raise stop(NOT_A_COPY.format(out))


def _put_in_place(folder: Path, out: Path) -> None:
    """Puts the copy in its place in one step where the system can; the old one is removed."""
    from generator.history import is_made_copy, keep_remotes
    from generator.output.staging import exchange, exchange_by_renaming

    if not out.exists():
        folder.rename(out)
        return
    if is_made_copy(out):
        keep_remotes(out, folder)
    if not exchange(folder, out):
        exchange_by_renaming(folder, out)
    shutil.rmtree(folder)


def _map(copied: "Copied") -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("original", "copy"))
    rows.writerows((old, new or "") for old, new in copied.commits.items())
    return text.getvalue().encode()
