"""Mappings by name: a file of one's own, or one that comes with the program."""

from dataclasses import dataclass
from pathlib import Path

from generator.app.entry_refused import EntryRefused
from generator.app.sources import Refused
from generator.datafolder.settings_file import load_settings
from generator.model.declared_settings import Declarations
from generator.model.dossier_mapping import DossierMapping

SHIPPED = Path(__file__).with_name("mappings")
DECLARED = Declarations(DossierMapping)
USUAL = "mot-cua"
ENDING = ".yaml"
UNKNOWN = (
    "Không có tệp cách đọc “{}”, cũng không có cách đọc sẵn nào tên ấy. Có sẵn: {}. Chưa có cách "
    "đọc thì "
    "chạy: congkhai import dossiers TỆP --suggest"
)


@dataclass(frozen=True)
class MappingFile:
    """A mapping and the file that it stands in; where answers are kept is one's own file."""

    mapping: DossierMapping
    source: Path
    own: Path


def own_file(name: str) -> Path:
    """Where one's own mapping of a name lies: a name alone is that of a file in this folder."""
    own = Path(name)
    return own if own.suffix == ENDING or own.exists() else own.with_name(own.name + ENDING)


def load_mapping(name: str) -> MappingFile:
    """One's own mapping, or the shipped one of that name. Raises EntryRefused and Refused."""
    own = own_file(name)
    is_name = own.name == str(own)
    source = SHIPPED / own.name if is_name and not own.exists() else own
    if not source.exists():
        raise EntryRefused(UNKNOWN.format(name, ", ".join(shipped_names())))
    mapping, problems = load_settings(source, DECLARED)
    if mapping is None:
        raise Refused(problems)
    return MappingFile(mapping, source, own)


def shipped_names() -> list[str]:
    """The mappings that come with the program."""
    return sorted(path.stem for path in SHIPPED.iterdir() if path.suffix == ENDING)


def shipped_mapping(name: str) -> DossierMapping:
    """One of them. Raises Refused."""
    mapping, problems = load_settings(SHIPPED / f"{name}{ENDING}", DECLARED)
    if mapping is None:
        raise Refused(problems)
    return mapping
