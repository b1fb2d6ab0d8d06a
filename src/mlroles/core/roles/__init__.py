"""Roles beside each other: lists, comparison, similarity, boundary, relations, guide."""
