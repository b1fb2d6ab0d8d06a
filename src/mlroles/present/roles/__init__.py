"""Roles and skills as reports."""
