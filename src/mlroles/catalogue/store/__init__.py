"""The compiled copy of a catalogue."""
