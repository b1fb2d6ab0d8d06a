"""New entries, and the schemas of all."""
