"""Run the program with `python -m mlroles`."""

from mlroles.cli.main import main

main()
