"""All one needs to make every figure again, in one download; each step of the SQL as a file too."""

from generator.formats.zip import zip_bytes
from generator.model.content import Content, whole
from generator.opendata.csv import CSV
from generator.opendata.format import Package, PackageFormat
from generator.opendata.parquet import PARQUET
from generator.opendata.recompute import REMADE, SCRIPT, script

BUNDLE = "tinh-lai.zip"
"""The script and every file that it reads."""


def _bundle(package: Package) -> dict[str, Content]:
    tables = {table.name: table for table in package.tables}
    read = [PARQUET.file_name(table) for table in package.tables if PARQUET.suits(table)]
    read += [CSV.file_name(tables[name]) for name in REMADE]
    files = {SCRIPT: script(package.edition, package.tables).encode("utf-8")}
    return {BUNDLE: zip_bytes(files | {name: whole(package.table_files[name]) for name in read})}


RECOMPUTE_BUNDLE = PackageFormat(BUNDLE, _bundle)
