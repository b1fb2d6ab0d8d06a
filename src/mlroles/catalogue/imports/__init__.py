"""Make a catalogue of the files of a public classification."""
