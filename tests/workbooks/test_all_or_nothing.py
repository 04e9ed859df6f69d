"""An import of several datasets is written wholly or not at all, also when the machine dies."""

import subprocess
import sys
from pathlib import Path

from generator.output.file_exchange import PLAN
from worlds.clerk import Clerk, sheet
from worlds.command import congkhai
from worlds.paths import ROOT
from worlds.sheets import workbook
from worlds.shell_site import tree

DIES = """
import os, sys
from generator.cli.app import main
left = 2
def hook(event, _):
    global left
    if event == "os.rename":
        if not left:
            os._exit(9)
        left -= 1
sys.addaudithook(hook)
sys.argv = ["congkhai", *sys.argv[1:]]
main()
"""
"""The command, which dies when the plan and one of two files are in their places."""
BROADCASTS = [["Mã bản tin", "Lúc phát sóng"], ["2018-W50", "15/12/2018 06:00"]]


def test_what_a_dead_import_left_is_written_before_anything_else(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    before = tree(clerk.data)
    book = workbook(tmp_path / "so.xlsx", {"Nêu gương": sheet(), "Đã phát sóng": BROADCASTS})
    words = ("import", str(book), "--yes", "--data", str(clerk.data))
    died = subprocess.run(
        [sys.executable, "-c", DIES, *words], cwd=ROOT, check=False, capture_output=True
    )
    assert died.returncode == 9 and (clerk.data / PLAN).exists(), died.stderr.decode()
    told = congkhai("check", "--data", clerk.data)
    assert told.status == 1 and "[import-unfinished]" in told.said
    told = congkhai(*words)
    assert told.status == 0 and "Đã ghi nốt lần nhập trước" in told.said, told.said
    assert "Không có gì thay đổi" in told.said
    after = tree(clerk.data)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"commendations.csv", "broadcasts.csv"}
