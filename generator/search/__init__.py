"""The site's own search: what is found, by which words, and the files that a browser asks for."""
