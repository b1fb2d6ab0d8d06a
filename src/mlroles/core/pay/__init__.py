"""Pay: figures and how they compare."""
