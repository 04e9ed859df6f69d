"""What stands on everything that is made of invented records."""

SAMPLE = "Dữ liệu mẫu, không phải số liệu thật"
SAMPLE_HEADLINE = SAMPLE.upper()
"""The same at the head of a file."""
