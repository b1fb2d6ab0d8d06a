"""Draw the picture of the program in the README: what a command prints now, as SVG.

The same program prints the same bytes. Needs 'mlroles' installed for this interpreter.

    python tools/picture.py [--check]
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

COMMAND = "mlroles show mlops"
COLUMNS = 80
PICTURE = Path(__file__).resolve().parent.parent / "docs" / "screen.svg"

THEME = TerminalTheme(
    background=(0, 0, 0),
    foreground=(208, 214, 224),
    normal=[
        (64, 72, 88),
        (224, 138, 138),
        (158, 206, 142),
        (226, 196, 128),
        (134, 172, 224),
        (196, 160, 216),
        (124, 196, 212),
        (208, 214, 224),
    ],
)

# No web fonts: a picture must look the same without a network.
FRAME = """\
<svg viewBox="0 0 {width:g} {height:g}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>__TITLE__</title>
<style>
.{unique_id}-matrix, .{unique_id}-title {{
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px;
}}
.{unique_id}-title {{ font-size: 17px; opacity: 0.7; }}
{styles}
</style>
{chrome}
<g class="{unique_id}-matrix" transform="translate({terminal_x}, {terminal_y})">
<g transform="translate({char_width}, 12)">
{backgrounds}
{matrix}
</g>
</g>
</svg>
"""

UNIT = re.compile(r"\S+(?: \S+)*")
"""What is placed on its own: words that only single spaces part."""


def printed() -> Text:
    """The prompt and what the command prints on a terminal in colour."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MLROLES_")}
    environment |= {"COLUMNS": str(COLUMNS), "TERM": "xterm"}
    _, *words = shlex.split(COMMAND)
    ran = subprocess.run(
        [sys.executable, "-m", "mlroles", *words, "--format", "table", "--color"],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    prompt = Text.assemble(("$ ", "green"), (COMMAND, "bold"), "\n\n")
    return prompt + Text.from_ansi(ran.stdout.decode().rstrip("\n")) + Text("\n")


def picture() -> str:
    """The SVG of the screen."""
    text = printed()
    # Each unit starts at its own column, so that columns align in whatever font is there.
    for number, unit in enumerate(UNIT.finditer(text.plain)):
        text.stylize(Style(meta={"unit": number}), *unit.span())
    console = Console(
        record=True,
        file=StringIO(),
        width=COLUMNS + 2,
        height=25,  # given both, Rich asks nothing of the terminal that this runs in
        legacy_windows=False,
    )
    console.print(text, soft_wrap=True)
    svg = console.export_svg(
        title="mlroles",
        theme=THEME,
        code_format=FRAME.replace("__TITLE__", f"What '{COMMAND}' prints".replace("'", "&#39;")),
        font_aspect_ratio=0.6,
        unique_id="screen",
    )
    svg = re.sub(r'<text [^>]*>\s*</text>| clip-path="[^"]*"', "", svg)
    lines = svg.replace("</text>", "</text>\n").splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())


def main() -> int:
    """Write the picture; with --check return 1 if it is not what the program prints now."""
    parser = argparse.ArgumentParser(description="Draw docs/screen.svg.")
    parser.add_argument("--check", action="store_true", help="write nothing, 1 if out of date")
    check = parser.parse_args().check
    new = picture().encode()
    if check:
        if PICTURE.is_file() and PICTURE.read_bytes() == new:
            return 0
        print("picture: docs/screen.svg is not what the program prints now", file=sys.stderr)
        print("  run 'python tools/picture.py'", file=sys.stderr)
        return 1
    PICTURE.write_bytes(new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
