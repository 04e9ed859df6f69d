"""congkhai: check, measure and publish how a city's administration behaves."""
