"""What lies under a name in the data folder: a plain file, or something nobody should open.

A link could lead to any file of the machine, a pipe never ends a reading, a device never ends.
"""

import stat
from pathlib import Path, PurePosixPath

from generator.datafolder.fault import Fault


def fault_inside(folder: Path, name: str) -> Fault | None:
    """Why a file of a data folder is not opened; None for a plain file.

    The folder itself may be reached through a link. Raises OSError, ValueError.
    """
    path = folder
    for part in PurePosixPath(name).parts:
        path = path / part
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            return Fault("path-link")
    if stat.S_ISDIR(mode):
        return Fault("not-a-file")
    return None if stat.S_ISREG(mode) else Fault("file-special")
