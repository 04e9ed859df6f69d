"""Row filters: they catch the rows that may be wrong, so that rules look at those alone."""
