"""The hand-written guide for those who enter the records."""

from generator.pages.section import Section

SECTION = Section("huong-dan/", "Hướng dẫn", (), is_service=True)
