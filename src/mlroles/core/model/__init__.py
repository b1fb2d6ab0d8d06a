"""What entries are: vocabulary, shapes, names, errors."""
