"""Exports of one-stop systems become dossiers of the data folder, by a mapping."""
