"""The `delivery` block of `city.yaml`: where `congkhai publish` puts the finished site."""

from os.path import normpath
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.setting_types import LETTERS, Settings, Text

_HOST = rf"^([{LETTERS}.-]+@)?[A-Za-z0-9][{LETTERS}.-]*:/[{LETTERS}./-]+$"
HostFolder = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300, pattern=_HOST)]
"""A folder on another machine as rsync writes it; no program can take it for an option."""
RemoteName = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=100, pattern=rf"^[A-Za-z0-9][{LETTERS}.-]*$"
    ),
]
"""The name of one of the repository's remotes."""


class Delivery(Settings):
    """Where the site and its data go; each place is optional."""

    folder: Text | None = Field(
        default=None, title="thư mục đặt trang trên máy này", examples=["/srv/www/cong-khai"]
    )
    """A folder on this machine, from the project's folder on if it is no whole path."""
    host: HostFolder | None = Field(
        default=None,
        title="máy chủ và thư mục đặt trang",
        examples=["cong-khai@may-chu.example:/srv/www/cong-khai"],
    )
    """A folder on another machine, reached by rsync over ssh."""
    remote: RemoteName | None = Field(
        default=None, title="kho git nhận các lần lưu", examples=["origin"]
    )
    """The git remote that takes the commits and the editions' tags."""

    def place(self, project: Path) -> Path | None:
        """The folder on this machine, of the project in a folder; None where none is named."""
        return Path(normpath(project / self.folder)) if self.folder else None
