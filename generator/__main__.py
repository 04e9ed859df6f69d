"""The console command `congkhai`, also as `python -m generator`."""

import os
import sys

from generator.cli.prefetch import begun_early


def main() -> None:
    """Runs the command; its work may begin while its command line is still being read."""
    with begun_early(sys.argv[1:]) as is_begun:
        from generator.cli.app import main as run

        try:
            run()
        except SystemExit as leaving:
            if not (is_begun and isinstance(leaving.code, int)):
                raise
            status = leaving.code
    _leave_at_once(status)


def _leave_at_once(status: int) -> None:
    """Leaves without taking everything apart, which takes longer than to check a small city."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)  # nobody reads what was said any more
    os._exit(status)


if __name__ == "__main__":
    main()
