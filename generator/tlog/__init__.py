"""Transparency logs as the field has them: Merkle trees, signed checkpoints, tiles, proofs."""
