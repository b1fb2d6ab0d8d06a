"""Files in, `Catalogue` out: the only floor that reads YAML, validates and compiles."""
