"""Search results and titles as reports."""
