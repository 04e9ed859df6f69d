"""The procedures and how long they take."""

from generator.model.records import FocalUnit, Procedure, ProcedureLimit, Unit
from generator.pages.procedures import list as procedures
from generator.pages.procedures.page import SECTION as FOLDER
from generator.pages.section import Section

RECORDS = (Unit, Procedure, ProcedureLimit, FocalUnit)
SECTION = Section(f"{FOLDER}/", procedures.NAME, (procedures.pages,), records=RECORDS)
