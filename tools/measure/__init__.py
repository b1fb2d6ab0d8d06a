"""What the scripts in tools/ import; nothing here is run by itself."""
