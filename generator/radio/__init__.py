"""What the city's station reads out, in words."""
