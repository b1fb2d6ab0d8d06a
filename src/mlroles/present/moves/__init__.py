"""Moves as reports."""
