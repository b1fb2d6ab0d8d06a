"""The way in for the shell: `mlroles`, and `python -m mlroles`."""

import os
import signal


def main() -> None:
    """Run the program with the arguments of the shell and end with its exit code."""
    # Whoever interrupts before the program is loaded, or at its end, gets no traceback either.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    from mlroles.cli.main import run

    run()


if __name__ == "__main__":
    main()
