"""What git remembers of the data: for now, the commit an edition was made from."""

from generator.history.source import data_commit

__all__ = ["data_commit"]
