"""The commands of `congkhai`, by what they are about; `cli.py` puts them together."""
