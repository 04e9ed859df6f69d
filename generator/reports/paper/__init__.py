"""A report on paper: Word, and PDF made from it."""
