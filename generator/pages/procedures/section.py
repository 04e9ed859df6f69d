"""The procedures and how long they take."""

from generator.model.records import FocalUnit, Procedure, ProcedureLimit
from generator.pages.procedures import list as procedures
from generator.pages.procedures.page import SECTION as FOLDER
from generator.pages.section import OfFewRecords, Section

RECORDS = (Procedure, ProcedureLimit, FocalUnit)
PAGES = OfFewRecords(procedures.NAME, procedures.pages, RECORDS)
SECTION = Section(f"{FOLDER}/", procedures.NAME, (PAGES,))
