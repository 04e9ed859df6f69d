"""The hand-written guide for those who enter the records."""

from generator.model.site_paths import SectionFolder
from generator.pages.section import Section

SECTION = Section(f"{SectionFolder.GUIDE}/", "Hướng dẫn", (), is_service=True)
