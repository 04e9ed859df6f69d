"""The files against SHA256SUMS: changed, missing, put in."""

from collections.abc import Iterator, Mapping

from generator.ledger.checksums import FILE, UNLISTED, parse_sums
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.site import Site


def check_files(site: Site) -> StepResult:
    """Every file is listed, and every listed file is there as it was."""
    hashes, _ = parse_sums(site.read(FILE))
    right = said("files-right", count=vn_number(len(hashes)), sums=FILE)
    return looked_at(TITLES["files"], right, _findings(site, hashes))


def _findings(site: Site, hashes: Mapping[str, str]) -> Iterator[Finding]:
    if not hashes:
        yield Finding(FILE, "tệp này không liệt kê tệp nào.")
    for path in sorted({*site.paths, *hashes} - UNLISTED):
        if path not in hashes:
            yield Finding(path, said("file-added", sums=FILE))
        elif path not in site.paths:
            yield Finding(path, said("file-missing"))
        elif site.hash(path) != hashes[path]:
            yield Finding(path, said("file-changed"))
