"""Installs what the tests need beyond Python, from Debian's packages, and says what it cannot.

Runs on the system's own Python before the tests. It never fails: a test that lacks its tool says
so by itself.
"""

import os
import shutil
import subprocess
import sys

NEEDED = {
    "tests": {
        "java": (("default-jre-headless",), "bài thử HTML hợp lệ"),
        "chromium-headless-shell": (
            ("chromium-headless-shell",),
            "các bài thử trên trình duyệt, nếu cũng không có chromium,",
        ),
        "espeak-ng": (("espeak-ng",), "các bài thử bản nghe thử của kịch bản"),
        "lame": (("lame",), "bài thử tệp MP3"),
        "go": (
            ("golang-go", "golang-golang-x-mod-dev"),
            "bài thử sổ bằng chương trình kiểm chứng của Go",
        ),
        "nginx": (("nginx-light",), "các bài thử cấu hình máy chủ mẫu"),
        "rsync": (("rsync",), "bài thử chép trang sang máy chủ"),
        "soffice": (
            ("libreoffice-writer-nogui", "libreoffice-calc-nogui"),
            "các bài thử tệp Word, Excel mở bằng LibreOffice và tệp PDF",
        ),
        "oggenc": (("vorbis-tools",), "bài thử tệp OGG"),
    },
    "spark": {"java": (("default-jre-headless",), "các bài thử trên Spark")},
}


def _run(*command: str) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    return done.returncode == 0


def _install(packages: list[str]) -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    _run("apt-get", "update", "-qq")
    return _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


def main(purpose: str) -> None:
    """Installs the missing tools; prints one line for each that cannot be had."""
    needed = NEEDED[purpose]
    missing = {tool: needed[tool] for tool in needed if not shutil.which(tool)}
    if missing and not _install([name for names, _ in missing.values() for name in names]):
        for tool, (names, what) in missing.items():
            packages = " ".join(names)
            sys.stderr.write(
                f"Thiếu {tool}: {what} sẽ được bỏ qua. Cài bằng: apt-get install {packages}\n"
            )


if __name__ == "__main__":
    main(*sys.argv[1:] or ["tests"])
