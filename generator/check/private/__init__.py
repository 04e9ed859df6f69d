"""What is private in a text: persons, and data of persons."""
