"""How people are written in Vietnamese texts, for whoever looks for them or takes them out."""
