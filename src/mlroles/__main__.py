"""The way in for the shell: `mlroles`, and `python -m mlroles`."""

import os
import signal
from typing import NoReturn


def main() -> NoReturn:
    """Run the program with the arguments of the shell and end with its exit code."""
    # Whoever interrupts before the program is loaded gets no traceback either.
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    from mlroles.cli.main import run

    signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
