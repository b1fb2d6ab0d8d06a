"""Results in, documents out: titles, tables and JSON keys."""
