"""Documents in, text out: one small file per format."""
