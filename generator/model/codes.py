"""How the codes of the national database of administrative procedures are written.

A procedure is `1.001193`; one that a province or ministry has announced may carry the announcer's
code behind it, `1.012753.H19`, and some systems write the places between, `2.000635.000.00.00.H56`.
"""

PROCEDURE_CODE = r"\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.[A-Z]\d{2})?(?!\d)"
"""A procedure's code, for use inside other patterns; it captures nothing."""
