"""The top floor: parse, ask core, present, print once, exit."""
