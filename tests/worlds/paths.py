"""Where things lie: the project, its parts, the small worlds, and what must come out."""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
DATA = ROOT / "data"
TEMPLATES = ROOT / "site_templates"
DATASETS = TESTS / "datasets"
GOLDENS = TESTS / "golden"
CONGKHAI = Path(sys.executable).with_name("congkhai")
"""The command, installed beside the Python that runs the tests."""
