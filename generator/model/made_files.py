"""What of the site's other files is made of records: how each is held against them."""

ACTS = ("violation", "reason", "text")
"""The columns of which one says what a record is about."""
TELLS_OF_ENDS = "correction"
"""The kind of a script's item that tells of records that stand no more."""
SPOKEN = ".ssml"
"""The form of a script by which its data are known."""
ONLY_SENTENCES = (".txt", ".loa.txt", SPOKEN)
"""Forms in which nothing is written but what is said and who says it."""
WITH_HEADS = (".html",)
"""Forms with a head, notes and times beside what is said."""
DOCUMENT = ".docx"
"""The form that only the command opens."""
IN_FORCE = "in_force"
"""The standing of a record that nothing has ended."""
