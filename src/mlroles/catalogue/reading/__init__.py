"""Files into entries, layer by layer."""
