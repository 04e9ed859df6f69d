"""The editorial rules: one file a subject, its source on the first line, found by the registry."""
