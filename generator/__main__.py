"""The console command `congkhai`, also as `python -m generator`."""

import sys

from generator.early import begun_early


def main() -> None:
    """Runs the command; its work may begin while its command line is still being read."""
    with begun_early(sys.argv[1:]):
        from generator.cli import main as run

        run()


if __name__ == "__main__":
    main()
