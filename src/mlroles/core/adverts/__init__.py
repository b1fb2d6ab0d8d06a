"""Reading adverts and CVs: the skills, the role and the terms that a text names."""
