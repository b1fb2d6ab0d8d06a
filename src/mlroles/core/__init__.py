"""The ground floor: what roles and skills are, and every calculation on them. Pure."""
