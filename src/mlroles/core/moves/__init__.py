"""Moves from one position to another: profile, readiness, gap, match, path, next skill."""
