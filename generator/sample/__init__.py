"""Invents the records of a year over a city's facts. Seeded: the same seed, the same bytes.

Nothing here is about a real person or case: people are placeholders (Nguyễn Văn A), document
numbers begin with MẪU, and a city that uses a sample says `sample: true`.
"""

from generator.sample.folder import facts_of, file_of, make_sample, sample_records
from generator.sample.report_entries import invent_report_entries
from generator.sample.station import SampleStation

__all__ = [
    "SampleStation",
    "facts_of",
    "file_of",
    "invent_report_entries",
    "make_sample",
    "sample_records",
]
