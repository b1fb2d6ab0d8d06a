"""Teams as reports."""
