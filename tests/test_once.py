"""What all workers look at is made once, and whole or not at all."""

from pathlib import Path

import pytest

from worlds.once import Once


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    def write(folder: Path) -> None:
        (folder / "a").write_text(f"{len(made)}", "utf-8")
        made.append(folder)

    made = list[Path]()
    one, other = (Once(tmp_path).made("x", write) for _ in range(2))
    assert one == other and made == [one] and (one / "a").read_text("utf-8") == "0"


def test_what_failed_half_way_is_made_again_from_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise ValueError

    with pytest.raises(ValueError):
        Once(tmp_path).made("x", fail)
    assert list(Once(tmp_path).made("x", lambda folder: (folder / "whole").touch()).iterdir()) == [
        tmp_path / "x" / "whole"
    ]
