"""What people type is understood: days, numbers, labels, units, procedures, old fonts."""
