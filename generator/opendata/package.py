"""The files of the open data that are made of all tables together."""

from generator.model.content import Content
from generator.opendata.bundle import RECOMPUTE_BUNDLE
from generator.opendata.datapackage import DATAPACKAGE
from generator.opendata.format import Package, PackageFormat
from generator.opendata.one_cut import ONE_CUT
from generator.opendata.recompute import METHOD_STEPS, RECOMPUTE_SCRIPT

PACKAGE_FORMATS: tuple[PackageFormat, ...] = (
    DATAPACKAGE,
    ONE_CUT,
    METHOD_STEPS,
    RECOMPUTE_SCRIPT,
    RECOMPUTE_BUNDLE,
)
"""Every such file, in the order in which it is offered."""


def package_files(package: Package) -> dict[str, Content]:
    """Every file of the open data by its name: those of the tables, then those of the whole."""
    contents = dict(package.table_files)
    for form in PACKAGE_FORMATS:
        contents |= form.render(package)
    return contents
