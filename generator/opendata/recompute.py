"""The script with which anyone makes every published figure again from the published counts."""

from collections.abc import Iterable

from generator.edition.edition import Edition
from generator.model.content import Content
from generator.model.figures import CUT_BY, FIGURES
from generator.model.sample import SAMPLE_HEADLINE
from generator.model.text import vn_date, vn_quarter
from generator.opendata.csv import CSV
from generator.opendata.format import Package, PackageFormat
from generator.opendata.parquet import PARQUET, SQL_TYPES
from generator.opendata.tables import Table

SCRIPT = "tinh-lai.sql"
STEPS = "sql"
"""The folder of the method's steps."""
COMMAND = f"duckdb -f {SCRIPT}"
"""What a supervisor types in the folder of the unpacked files."""
REMADE = {
    FIGURES: CUT_BY,
    "day_counts": ("procedure_id", "quarter", "days"),
    "before_after": ("procedure_id", "phase DESC"),
    "one_stop": ("quarter", "scope", "unit_id", "field"),
}
"""The published tables that come from the counts, and the order of their rows."""
_HEAD = """\
-- TÍNH LẠI SỐ LIỆU: {city}, {quarter}, số liệu đến hết ngày {as_of}.{sample}
--
-- Cần có: chương trình DuckDB (một tệp chạy duy nhất, không phải cài đặt) và các tệp đi kèm, tất cả
-- trong cùng một thư mục. Mở cửa sổ dòng lệnh tại thư mục ấy rồi gõ:
--
--     {command}
--
-- Chương trình đọc các bảng số đếm (.parquet), tính lại từng con số, ghi ra các tệp tinh-lai-….csv,
-- rồi so từng dòng với các bảng đã công bố và cho biết có dòng nào khác hay không.

-- Quy ước: trung vị và bách phân vị chỉ nêu khi có từ chừng này hồ sơ đã kết thúc trở lên.
CREATE TABLE settings AS
SELECT {minimum} AS percentile_min_count;

-- Các bảng số đếm đã công bố.
"""


def script(edition: Edition, tables: Iterable[Table]) -> str:
    """The whole script: the counts are read, every public step is run, the outcome compared."""
    by_name = {table.name: table for table in tables}
    head = _HEAD.format(
        city=edition.city.city.name,
        quarter=vn_quarter(edition.edition_id),
        as_of=vn_date(edition.as_of),
        sample=f"\n-- {SAMPLE_HEADLINE}." if edition.city.sample else "",
        command=COMMAND,
        minimum=edition.city.policy.percentile_min_count,
    )
    reading = [_read(table) for table in by_name.values() if PARQUET.suits(table)]
    steps = [step.text for step in edition.method if not step.is_private]
    remade = [by_name[name] for name in REMADE]
    parts = [
        head + "\n".join(reading) + "\n",
        *steps,
        "-- Ghi số liệu tính lại ra tệp, cùng dạng với các tệp đã công bố.",
        *(_write(table) for table in remade),
        "-- So với số liệu đã công bố: những dòng chỉ có ở một bên.",
        *(_differences(table) for table in remade),
        " UNION ALL\n".join(_outcome(table) for table in remade) + ";\n",
    ]
    return "\n".join(parts)


def _read(table: Table) -> str:
    file_name = PARQUET.file_name(table)
    return f"CREATE TABLE {table.name} AS SELECT * FROM read_parquet('{file_name}');"  # noqa: S608


def _names(table: Table) -> str:
    return ", ".join(str(field["name"]) for field in table.fields)


def _write(table: Table) -> str:
    order = ", ".join(f"{key} NULLS FIRST" for key in REMADE[table.name])
    return (
        f"COPY (\n    SELECT {_names(table)}\n    FROM {table.name}\n    ORDER BY {order}\n)"  # noqa: S608
        f" TO 'tinh-lai-{table.name}.csv' (HEADER);\n"
    )


def _differences(table: Table) -> str:
    """Two views: the published rows, and the rows that only one side has."""
    name, names = table.name, _names(table)
    types = ",\n        ".join(f"'{f['name']}': '{SQL_TYPES[f['type']]}'" for f in table.fields)
    ours = f"SELECT {names} FROM {name}"  # noqa: S608
    theirs = f"SELECT {names} FROM published_{name}"  # noqa: S608
    return f"""\
CREATE VIEW published_{name} AS
SELECT *
FROM read_csv(
    '{CSV.file_name(table)}',
    header = true,
    auto_detect = false,
    columns = {{
        {types}
    }}
);

CREATE VIEW {name}_differences AS
({ours} EXCEPT ALL {theirs})
UNION ALL
({theirs} EXCEPT ALL {ours});
"""  # noqa: S608


def _outcome(table: Table) -> str:
    return f"""\
SELECT
    '{CSV.file_name(table)}' AS "Bảng",
    (SELECT count(*) FROM published_{table.name}) AS "Số dòng đã công bố",
    (SELECT count(*) FROM {table.name}) AS "Số dòng tính lại",
    (SELECT count(*) FROM {table.name}_differences) AS "Số dòng khác nhau"
"""  # noqa: S608


def _script(package: Package) -> dict[str, Content]:
    return {SCRIPT: script(package.edition, package.tables).encode("utf-8")}


def _steps(package: Package) -> dict[str, Content]:
    steps = package.edition.method
    return {f"{STEPS}/{step.name}.sql": step.text.encode("utf-8") for step in steps}


RECOMPUTE_SCRIPT = PackageFormat(SCRIPT, _script)
METHOD_STEPS = PackageFormat(STEPS, _steps)
"""Every step of the method as a file of its own, those that need dossiers too."""
