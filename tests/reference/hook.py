"""What `docs/frame/mkdocs.yml` adds to the pages of `docs/`: the guides of the root, the reference.

mkdocs calls the functions by their names.
"""

import re
from typing import Any

from mkdocs.structure.files import File, Files

from reference.pages import reference
from rooms import declared
from worlds.paths import ROOT

GUIDES = {
    "index.md": "README.md",
    "contributing.md": "CONTRIBUTING.md",
    "security.md": "SECURITY.md",
    "changelog.md": "CHANGELOG.md",
}
"""Pages that lie at the root of the repository, by their path in the site."""
_LINK = re.compile(r"(!?\[([^\]]*)\])\(([^):#]+)\)")


def on_config(config: Any) -> Any:
    """Lists the rooms in the navigation, from the top of the house down."""
    rooms = [{name: f"reference/{name}.md"} for name in declared()]
    config.nav.append({"Rooms": rooms})
    return config


def on_files(files: Files, config: Any) -> Files:
    """Adds the pages that do not lie in `docs/`."""
    guides = {path: (ROOT / source).read_text("utf-8") for path, source in GUIDES.items()}
    there = {file.src_uri for file in files}
    for path, text in guides.items():
        files.append(File.generated(config, path, content=with_links(text, there)))
    for path, text in reference().items():
        files.append(File.generated(config, path, content=text))
    return files


def with_links(text: str, there: set[str]) -> str:
    """A guide of the root with its links as the site has them; to other files none is left."""
    moved = {source: path for path, source in GUIDES.items()}

    def link(found: re.Match[str]) -> str:
        path = moved.get(found[3], found[3].removeprefix("docs/"))
        return f"{found[1]}({path})" if path in there | GUIDES.keys() else f"`{found[2]}`"

    return _LINK.sub(link, text)
