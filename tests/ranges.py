"""The wheel with the oldest and the newest versions that its ranges allow: `make test-ranges`.

Both are fetched; each lays a project, builds its site and verifies it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from test_wheel import PLACE, build_wheel

RESOLUTIONS = {"oldest": "lowest-direct", "newest": "highest"}


def try_out(wheel: Path, folder: Path, resolution: str) -> None:
    """Install the wheel and build a new project's site by it."""
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "venv", "--quiet", str(folder / "venv")], check=True)
    install = ["pip", "install", "--quiet", "--python", str(folder / "venv"), str(wheel)]
    subprocess.run([*uv, *install, "--resolution", resolution], check=True)
    command = folder / "venv" / "bin" / "congkhai"
    subprocess.run([command, "new", "hoa-sen", *PLACE], cwd=folder, check=True)
    for words in (("build",), ("verify", "site")):
        subprocess.run([command, *words], cwd=folder / "hoa-sen", check=True)


def main() -> None:
    """Try both ends of the ranges."""
    with tempfile.TemporaryDirectory() as name:
        wheel = build_wheel(Path(name))
        for end, resolution in RESOLUTIONS.items():
            folder = Path(name) / end
            folder.mkdir()
            try_out(wheel, folder, resolution)
            print(f"{end}: ok")


if __name__ == "__main__":
    main()
