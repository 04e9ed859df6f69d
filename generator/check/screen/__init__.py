"""Finds the rows that may be wrong, so that only those are judged."""
