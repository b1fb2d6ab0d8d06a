"""Find what is meant: words, index, engine, spelling, search, titles."""
