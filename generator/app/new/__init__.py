"""The files of a new project: a city's data folder, empty, and what its keepers need beside it."""
