"""Spreadsheets in and out: entry sheets, any file as a grid of cells, a copy with cells marked."""
