"""What is wrong with a catalogue."""
