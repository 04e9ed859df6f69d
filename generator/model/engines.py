"""What may draw the hand-written pages and the frame around all others."""

from typing import Literal

Engine = Literal["mkdocs", "none"]
USUAL: Engine = "mkdocs"
"""mkdocs with mkdocs-material, or what takes their place in `mkdocs.yml`."""
OWN: Engine = "none"
"""No engine but our own."""
