"""Adverts and CVs that were decoded, as answers and pages."""
