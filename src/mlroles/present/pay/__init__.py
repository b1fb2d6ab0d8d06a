"""Pay and demand as reports."""
