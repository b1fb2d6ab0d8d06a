"""What is loaded and what is wrong with it as reports."""
