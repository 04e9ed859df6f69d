"""What a report tells, one file a subject."""
