"""The radio desk: what the city's station reads out, in words."""
